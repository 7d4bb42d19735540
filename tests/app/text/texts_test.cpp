#include "app/text/texts.h"

#include "app/text/answer_rule.h"
#include "app/text/json_file.h"
#include "app/text/source_catalogue.h"
#include "core/engine/catalogue.h"
#include "core/subjects/data_check.h"

#include <gtest/gtest.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace lommer::app {
namespace {

using core::Error;
using core::ErrorCode;

TEST(Texts, SayEveryErrorInBothLanguages) {
    for (const Language language : {Language::nl, Language::en}) {
        const Texts texts(language);
        for (const ErrorCode code : core::allErrorCodes()) {
            const QString sentence = texts.sentence(Error(code));
            EXPECT_FALSE(sentence.startsWith(QString::fromUtf8(core::toText(code).data())))
                << core::toText(code);
            EXPECT_FALSE(sentence.contains(QLatin1Char('{'))) << sentence.toStdString();
        }
    }
}

TEST(Texts, FillInWhatIsKnownAndLeaveOutTheRest) {
    const Texts texts(Language::nl);
    const QString known =
        texts.sentence(Error(ErrorCode::fileUnreadable, {{"file", std::string("a.tif")},
                                                         {"reason", std::string("geen cellen")}}));
    EXPECT_TRUE(known.startsWith(QStringLiteral("‘a.tif’ is niet te lezen: geen cellen. ")))
        << known.toStdString();
    const QString unknown =
        texts.sentence(Error(ErrorCode::fileUnreadable, {{"file", std::string("a.tif")}}));
    EXPECT_TRUE(unknown.startsWith(QStringLiteral("‘a.tif’ is niet te lezen. ")))
        << unknown.toStdString();
}

TEST(Texts, LeaveBracesInNamesAlone) {
    const QString said = Texts(Language::nl)
                             .sentence(Error(ErrorCode::fileUnreadable,
                                             {{"file", std::string("kaart {reason}{x}.tif")}}));
    EXPECT_TRUE(said.startsWith(QStringLiteral("‘kaart {reason}{x}.tif’ is niet te lezen. ")))
        << said.toStdString();
}

TEST(Texts, SayErrorsInTwoSentencesAtMost) {
    static const QRegularExpression nextSentence(QStringLiteral("[.?] +(?=\\p{Lu})"));
    for (const Language language : {Language::nl, Language::en}) {
        for (const ErrorCode code : core::allErrorCodes()) {
            const QString sentence = Texts(language).sentence(Error(code));
            EXPECT_LE(sentence.count(nextSentence), 1) << sentence.toStdString();
        }
    }
}

TEST(Texts, HaveWordsForEveryReasonInTheSources) {
    const Texts dutch(Language::nl);
    const Texts english(Language::en);
    static const QRegularExpression reason(
        QStringLiteral("(?:\"reason\", std::string\\(|throwInvalid\\()\"([^\"]+)\""));
    int count = 0;
    for (const char* room : {"core", "gis", "app/composition"}) {
        QDirIterator files(QStringLiteral(LOMMER_RESOURCES "/../") + QLatin1String(room),
                           {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            for (auto found = reason.globalMatch(QString::fromUtf8(file.readAll()));
                 found.hasNext(); ++count) {
                const QString id = found.next().captured(1);
                EXPECT_TRUE(dutch.hasCommonText({"reasons", id})) << id.toStdString();
                EXPECT_TRUE(english.hasCommonText({"reasons", id})) << id.toStdString();
            }
        }
    }
    EXPECT_GT(count, 12);
}

TEST(Texts, CallThingsWhatTheFormCallsThem) {
    const Texts texts(Language::nl);
    const Error error(ErrorCode::roleMissing, {{"role", std::string("zones")},
                                               {"analysis", std::string("zonal-statistics")}});
    EXPECT_TRUE(texts.sentence(error, "zonal-statistics")
                    .contains(texts.roleName("zonal-statistics", "zones")));
    EXPECT_TRUE(texts.sentence(error).contains(QStringLiteral("zones")));  // the command line
}

TEST(Texts, WriteNumbersInTheirLanguage) {
    const core::Remark remark{"raster-aligned", {{"layer", std::string("dtm")}, {"cellSize", 0.5}}};
    EXPECT_TRUE(Texts(Language::nl).sentence(remark).contains(QStringLiteral("0,5")));
    EXPECT_TRUE(Texts(Language::en).sentence(remark).contains(QStringLiteral("0.5")));
}

TEST(Texts, HaveAMethodCardForEveryAnalysis) {
    for (const Language language : {Language::nl, Language::en}) {
        const Texts texts(language);
        const core::Catalogue catalogue = core::makeCatalogue();
        for (const auto& analysis : catalogue.analyses()) {
            const std::string& id = analysis->declaration().id;
            EXPECT_TRUE(texts.has(id)) << id;
            EXPECT_GT(texts.methodCard(id).size(), 200) << id;
        }
    }
}

TEST(Texts, NameEveryRuleOfTheCheckAndEveryRepair) {
    for (const Language language : {Language::nl, Language::en}) {
        const Texts texts(language);
        for (const std::string_view rule : core::allCheckRules()) {
            const QString id = QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size()));
            EXPECT_TRUE(texts.hasCommonText({"rules", id})) << rule;
            EXPECT_TRUE(texts.hasCommonText({"advice", id})) << rule;
            EXPECT_TRUE(texts.hasCommonText({"remarks", "check-" + id})) << rule;
        }
        for (const core::RepairKind kind : core::allRepairKinds()) {
            const QString id = QString::fromStdString(std::string(core::toText(kind)));
            EXPECT_TRUE(texts.hasCommonText({"repairs", id})) << core::toText(kind);
            EXPECT_TRUE(texts.hasCommonText({"remarks", "repaired-" + id})) << core::toText(kind);
        }
    }
}

TEST(Texts, SpeakOfOneThingAsOfOne) {
    const Texts texts(Language::nl);
    const auto said = [&texts](std::int64_t count) {
        return texts.sentence(
            core::Remark{"left-out-format", {{"format", std::string(".laz")}, {"count", count}}});
    };
    EXPECT_TRUE(said(1).startsWith(QStringLiteral("1 bestand van")));
    EXPECT_TRUE(said(2).startsWith(QStringLiteral("2 bestanden van")));
}

TEST(SourceCatalogue, SaysInBothLanguagesHowToGetDataOfEverySubject) {
    for (const Language language : {Language::nl, Language::en}) {
        const SourceCatalogue sources(language);
        for (const DataSource& source : sources.sources()) {
            EXPECT_FALSE(source.name.isEmpty() || source.how.isEmpty()) << source.id;
            for (const std::string& subject : source.subjects) {
                EXPECT_NE(core::findSubject(subject), nullptr) << subject;
            }
        }
        for (const core::Subject& subject : core::subjects()) {
            EXPECT_NE(sources.find(subject.id), nullptr) << subject.id;
        }
        EXPECT_EQ(sources.yearsUntilOld().count("weather-hours"), 0U);
        EXPECT_GT(sources.yearsUntilOld().at("dwellings"), 0);
    }
}

TEST(SourceCatalogue, KnowsTheLicenceOfEveryRegisterButTheMadeUpOne) {
    const auto licences = licencesByRegister();
    EXPECT_EQ(licences.at("bgt"), "CC0");
    EXPECT_EQ(licences.at("statline"), "CC BY 4.0, © CBS");
    EXPECT_EQ(licences.at("osm"), "ODbL, © OpenStreetMap");
    const auto registers = readJsonObject(QStringLiteral(":/texts/common.nl.json"))
                               .value(QStringLiteral("registers"))
                               .toObject();
    ASSERT_FALSE(registers.isEmpty());
    for (const QString& id : registers.keys()) {
        EXPECT_EQ(licences.count(id.toStdString()), id == QLatin1String("sample") ? 0U : 1U)
            << id.toStdString();
    }
}

TEST(AnswerRules, AreWholeForEveryAnalysisThatHasOne) {
    const core::Catalogue catalogue = core::makeCatalogue();
    std::size_t count = 0;
    for (const auto& analysis : catalogue.analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        const auto rule = answerRuleOf(declaration.id);
        if (rule) {
            ++count;
            EXPECT_NE(declaration.findOutput(rule->output.toStdString()), nullptr)
                << declaration.id;
        }
    }
    EXPECT_GE(count, 2U);
    EXPECT_EQ(answerRuleOf("difference")->kind, AnswerKind::difference);
    EXPECT_FALSE(answerRuleOf("buffer"));
}

TEST(AnswerRules, SayWhichDayASettingMeans) {
    const Texts texts(Language::en);
    EXPECT_EQ(dayOf("heat-stress", {{"date", std::string("2018-07-26")}}, texts),
              QStringLiteral("the afternoon of 26 July 2018"));
    EXPECT_EQ(dayOf("heat-stress", {}, texts), QStringLiteral("a very hot summer afternoon"));
    EXPECT_TRUE(dayOf("difference", {{"date", std::string("2018-07-26")}}, texts).isEmpty());
    EXPECT_TRUE(dayOf({}, {}, texts).isEmpty());
}

}  // namespace
}  // namespace lommer::app
