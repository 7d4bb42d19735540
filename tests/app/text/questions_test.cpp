#include "app/text/questions.h"

#include "app/text/question_search.h"
#include "app/text/texts.h"
#include "core/engine/catalogue.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

QuestionCatalogue builtIn(Language language) {
    core::RemarkList remarks;
    const QuestionCatalogue catalogue(language, {}, remarks);
    EXPECT_TRUE(remarks.take().empty());
    return catalogue;
}

std::vector<Question> questionsIn(Language language) {
    return builtIn(language).questions();
}

const Question* find(const QuestionCatalogue& catalogue, const char* id) {
    for (const Question& question : catalogue.questions()) {
        if (question.id == QLatin1String(id)) {
            return &question;
        }
    }
    return nullptr;
}

TEST(Questions, OpenAnAnalysisThatThereIsAndMeasureOneOfItsRoles) {
    const core::Catalogue analyses = core::makeCatalogue();
    for (const Question& question : questionsIn(Language::nl)) {
        const core::Analysis* analysis = analyses.find(question.analysis);
        ASSERT_NE(analysis, nullptr) << question.analysis;
        ASSERT_TRUE(question.time.has_value()) << question.analysis;
        EXPECT_NE(analysis->declaration().findRole(question.time->role), nullptr)
            << question.analysis << ' ' << question.time->role;
    }
}

TEST(Questions, AreThereForEveryAnalysis) {
    const QuestionCatalogue questions = builtIn(Language::nl);
    const core::Catalogue analyses = core::makeCatalogue();
    for (const auto& analysis : analyses.analyses()) {
        const std::string& id = analysis->declaration().id;
        EXPECT_TRUE(std::any_of(questions.questions().begin(), questions.questions().end(),
                                [&id](const Question& one) { return one.analysis == id; }))
            << id;
    }
}

TEST(Questions, StandUnderAThemeThatHasAName) {
    for (const Language language : {Language::nl, Language::en}) {
        const Texts texts(language);
        for (const Question& question : questionsIn(language)) {
            EXPECT_TRUE(texts.hasCommonText({"themes", question.theme}))
                << question.theme.toStdString();
        }
    }
}

TEST(Questions, BeginWithHeatAndSpeakTheLanguageAskedFor) {
    EXPECT_EQ(questionsIn(Language::nl).front().text,
              QStringLiteral("Waar voelt het op een hete dag te warm aan?"));
    EXPECT_EQ(questionsIn(Language::en).front().text,
              QStringLiteral("Where does it feel too hot on a hot day?"));
}

TEST(Questions, TakeThoseOfAFolderOfOnesOwn) {
    const test::TemporaryFolder folder;
    gis::writeTextFile(folder.path() / "speelplekken.json",
                       R"({"analysis": "buffer", "theme": "Spelen", "order": 5,
                           "nl": {"question": "Waar wonen kinderen ver van een speelplek?",
                                  "words": ["kind"]}})");
    gis::writeTextFile(folder.path() / "shade.json",
                       R"({"analysis": "shade", "theme": "heat",
                           "nl": {"question": "Waar is het lommerrijk?"}})");
    core::RemarkList remarks;
    const QuestionCatalogue catalogue(Language::en, folder.path(), remarks);
    EXPECT_TRUE(remarks.take().empty());
    const Question* own = find(catalogue, "speelplekken");
    ASSERT_NE(own, nullptr);
    EXPECT_TRUE(own->text.startsWith(QStringLiteral("Waar wonen kinderen")));  // no English one
    EXPECT_TRUE(own->isShownFirst);
    EXPECT_FALSE(own->time.has_value());
    EXPECT_EQ(find(catalogue, "shade")->text, QStringLiteral("Waar is het lommerrijk?"));
    EXPECT_EQ(catalogue.questions().size(), questionsIn(Language::en).size() + 1);
}

TEST(Questions, ShowFirstWhatIsAskedEveryDay) {
    core::RemarkList remarks;
    const QuestionCatalogue catalogue(Language::nl, {}, remarks);
    QStringList ids;
    for (const std::size_t place : catalogue.shownFirst()) {
        ids << catalogue.questions().at(place).id;
    }
    EXPECT_EQ(ids.value(0), QStringLiteral("too-hot"));
    EXPECT_FALSE(ids.contains(QStringLiteral("merge-areas")));  // only for who asks for it
    EXPECT_EQ(ids.removeDuplicates(), 0);
}

TEST(Questions, PassOverAFileThatIsNoneAndSaySo) {
    const test::TemporaryFolder folder;
    gis::writeTextFile(folder.path() / "half.json", R"({"analysis": "buffer", "theme)");
    gis::writeTextFile(folder.path() / "leeg.json", R"({"analysis": "buffer", "theme": "own"})");
    core::RemarkList remarks;
    const QuestionCatalogue catalogue(Language::nl, folder.path(), remarks);
    EXPECT_EQ(catalogue.questions().size(), questionsIn(Language::nl).size());
    const auto said = remarks.take();
    ASSERT_EQ(said.size(), 2U);
    for (const Language language : {Language::nl, Language::en}) {
        EXPECT_TRUE(Texts(language).sentence(said.front()).contains(QStringLiteral("half.json")));
    }
}

class Search : public testing::Test {
protected:
    /// The ids of what is found.
    static QStringList found(const QString& asked, Language language = Language::nl) {
        const QuestionCatalogue catalogue = builtIn(language);
        const Texts texts(language);
        QStringList ids;
        for (const std::size_t place : QuestionSearch(catalogue, texts).find(asked)) {
            ids << catalogue.questions()[place].id;
        }
        return ids;
    }
    static QString first(const QString& asked, Language language = Language::nl) {
        return found(asked, language).value(0);
    }
};

TEST_F(Search, FindsByLooseWords) {
    for (const char* word :
         {"hitte", "warm", "PET", "gevoelstemperatuur", "HITTE", "híttè", "klimaat", "heet"}) {
        EXPECT_EQ(first(QString::fromUtf8(word)), QStringLiteral("too-hot")) << word;
    }
    EXPECT_EQ(first(QStringLiteral("zon")), QStringLiteral("shade"));
    EXPECT_EQ(first(QStringLiteral("gemiddelde")), QStringLiteral("mean-per-area"));
    EXPECT_EQ(first(QStringLiteral("heat"), Language::en), QStringLiteral("too-hot"));
}

TEST_F(Search, FindsByPartsOfWordsAndByLongerOnes) {
    EXPECT_EQ(first(QStringLiteral("temperat")), QStringLiteral("too-hot"));
    EXPECT_EQ(first(QStringLiteral("hittekaarten")), QStringLiteral("too-hot"));
    EXPECT_TRUE(found(QStringLiteral("buurten")).contains(QStringLiteral("mean-per-area")));
    EXPECT_TRUE(found(QStringLiteral("intersect")).contains(QStringLiteral("overlap")));
}

TEST_F(Search, UnderstandsASentence) {
    EXPECT_EQ(first(QStringLiteral("Waar is het in de zomer te heet?")), QStringLiteral("too-hot"));
    // One word that nobody knows does not hide the rest.
    EXPECT_EQ(first(QStringLiteral("hitte in Otterlo")), QStringLiteral("too-hot"));
}

TEST_F(Search, FindsNothingForWhatNobodyKnows) {
    EXPECT_TRUE(found(QStringLiteral("xyzzy")).isEmpty());
}

TEST_F(Search, KeepsAllInTheirOrderWhereNothingIsAsked) {
    const auto all = static_cast<qsizetype>(questionsIn(Language::nl).size());
    EXPECT_EQ(found({}).size(), all);
    EXPECT_EQ(found(QStringLiteral("waar is de ?")).size(), all);
    EXPECT_EQ(first({}), QStringLiteral("too-hot"));
}

}  // namespace
}  // namespace lommer::app
