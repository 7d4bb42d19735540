#include "app/text/texts.h"

#include "core/engine/catalogue.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace lommer::app
