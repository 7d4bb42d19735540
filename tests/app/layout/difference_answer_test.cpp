#include "app/layout/difference_answer.h"

#include "app/layout/result_answer.h"
#include "core/engine/catalogue.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

core::Table summaryOf(double mean, double higher, double lower) {
    std::vector<core::ColumnPointer> columns;
    for (const auto& [name, value] :
         {std::pair{"difference_mean", mean}, std::pair{"share_higher", higher},
          std::pair{"share_lower", lower}}) {
        core::Column column({name, core::ColumnType::real});
        column.appendReal(value);
        columns.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    return {1, std::move(columns), nullptr};
}

core::RunRecord recordWith(double limit) {
    core::RunRecord record;
    record.analysis = "difference";
    record.parameters["limit"] = limit;
    return record;
}

TEST(DifferenceSentence, SaysCoolerAndWarmerOfTemperatures) {
    const Texts texts(Language::nl);
    EXPECT_EQ(
        differenceSentence(recordWith(1.0), summaryOf(-3.4, 0.021, 0.87), core::Unit::degreeCelsius,
                           texts),
        QStringLiteral("Gemiddeld is het 3\u00A0°C koeler. Van het vergeleken oppervlak is 87% "
                       "minstens 1\u00A0°C koeler en 2% minstens 1\u00A0°C warmer."));
    EXPECT_TRUE(differenceSentence(recordWith(1.0), summaryOf(5.6, 0.9, 0.0),
                                   core::Unit::degreeCelsius, texts)
                    .startsWith(QStringLiteral("Gemiddeld is het 6\u00A0°C warmer.")));
}

TEST(DifferenceSentence, ClaimsNoMoreThanTheLimit) {
    const QString said = differenceSentence(recordWith(1.0), summaryOf(-0.8, 0.0, 0.3),
                                            core::Unit::degreeCelsius, Texts(Language::nl));
    EXPECT_TRUE(said.startsWith(
        QStringLiteral("Gemiddeld is er geen duidelijk verschil (minder dan 1\u00A0°C).")))
        << said.toStdString();
    // With a limit of a tenth a mean of 0.34 is one.
    EXPECT_TRUE(differenceSentence(recordWith(0.1), summaryOf(-0.34, 0.0, 0.3),
                                   core::Unit::degreeCelsius, Texts(Language::nl))
                    .startsWith(QStringLiteral("Gemiddeld is het 0,34\u00A0°C koeler.")));
}

TEST(DifferenceSentence, CallsLittleNotNothing) {
    const auto said = [](double higher, double lower) {
        return differenceSentence(recordWith(1.0), summaryOf(0.2, higher, lower),
                                  core::Unit::degreeCelsius, Texts(Language::nl))
            .section(QStringLiteral(". "), 1);
    };
    EXPECT_EQ(said(0.004, 0.2),
              QStringLiteral("Van het vergeleken oppervlak is 20% minstens 1\u00A0°C koeler en "
                             "<\u00A01% minstens 1\u00A0°C warmer."));
    EXPECT_EQ(said(0.0, 0.2),
              QStringLiteral("Van het vergeleken oppervlak is 20% minstens 1\u00A0°C koeler; "
                             "nergens is het zoveel warmer."));
    EXPECT_EQ(said(0.0, 0.0),
              QStringLiteral("Nergens is het minstens 1\u00A0°C koeler of warmer."));
}

TEST(DifferenceSentence, HasPlainWordsWithoutAUnit) {
    EXPECT_EQ(differenceSentence(recordWith(1.0), summaryOf(2.0, 0.5, 0.0), core::Unit::none,
                                 Texts(Language::en)),
              QStringLiteral("On average the value is 2 higher. Of the area compared 50% is "
                             "at least 1 higher; nowhere is the value that much lower."));
}

core::RecordedInput heatOf(const char* role, const char* date) {
    core::RecordedInput input;
    input.role = role;
    input.run = "abc";
    input.runOutput = "pet";
    input.runAnalysis = "heat-stress";
    input.runParameters["date"] = std::string(date);
    input.unit = core::Unit::degreeCelsius;
    return input;
}

TEST(DifferenceSentence, NamesTheDaysThatAreCompared) {
    core::RunRecord record = recordWith(1.0);
    record.inputs = {heatOf("later", "2020-06-25"), heatOf("earlier", "")};
    const auto said = [&](double mean, Language language) {
        return differenceSentence(record, summaryOf(mean, 0.0, 0.9), core::Unit::degreeCelsius,
                                  Texts(language))
            .section(QStringLiteral(". "), 0, 0);
    };
    EXPECT_EQ(said(-6.2, Language::nl),
              QStringLiteral("Op de middag van 25 juni 2020 is het gemiddeld 6\u00A0°C koeler dan "
                             "op een zeer warme zomermiddag"));
    EXPECT_EQ(said(2.2, Language::en),
              QStringLiteral("On the afternoon of 25 June 2020 it is 2\u00A0°C warmer on average "
                             "than on a very hot summer afternoon"));
    EXPECT_EQ(said(0.3, Language::nl),
              QStringLiteral("Tussen een zeer warme zomermiddag en de middag van 25 juni 2020 is "
                             "gemiddeld geen duidelijk verschil te zien (minder dan 1\u00A0°C)"));
}

TEST(DifferenceSentence, NamesTheVariantsThatAreCompared) {
    core::RunRecord record = recordWith(0.1);
    record.inputs = {heatOf("later", ""), heatOf("earlier", "")};
    record.inputs.front().runScenario = "bomen.json";
    EXPECT_TRUE(differenceSentence(record, summaryOf(-0.34, 0.0, 0.3), core::Unit::degreeCelsius,
                                   Texts(Language::nl))
                    .startsWith(QStringLiteral("In variant ‘bomen’ is het gemiddeld 0,34\u00A0°C "
                                               "koeler dan in de huidige situatie. ")));
}

TEST(ResultAnswer, OfADifferenceIsASentenceFromItsFigures) {
    const core::Catalogue catalogue = core::makeCatalogue();
    const core::AnalysisDeclaration& analysis = catalogue.get("difference").declaration();
    core::RunRecord record = recordWith(1.0);
    record.inputs = {heatOf("later", ""), heatOf("earlier", "")};
    const core::Table figures = summaryOf(2.0, 0.5, 0.0);
    const Texts texts(Language::nl);
    const auto answer = resultAnswer(analysis, record, &figures, texts);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->sentence.startsWith(QStringLiteral("Gemiddeld is het 2\u00A0°C warmer.")))
        << answer->sentence.toStdString();
    EXPECT_FALSE(answer->areas);
    EXPECT_EQ(answer->shown.columns().size(), figures.columns().size());
    EXPECT_FALSE(resultAnswer(analysis, record, nullptr, texts));
    EXPECT_FALSE(resultAnswer(catalogue.get("buffer").declaration(), record, &figures, texts));
}

// As a table of text gives them back.
TEST(DifferenceSentence, TakesSharesThatAreWholeNumbers) {
    const core::Table figures = test::tableOf(
        1, {test::realColumn("difference_mean", {16.3}), test::integerColumn("share_higher", {1}),
            test::integerColumn("share_lower", {0})});
    EXPECT_EQ(differenceSentence(recordWith(1.0), figures, core::Unit::none, Texts(Language::en)),
              QStringLiteral("On average the value is 16 higher. Of the area compared 100% is "
                             "at least 1 higher; nowhere is the value that much lower."));
}

TEST(DifferenceSentence, IsSilentWithoutFigures) {
    EXPECT_TRUE(
        differenceSentence(recordWith(1.0), core::Table(), core::Unit::none, Texts(Language::nl))
            .isEmpty());
}

}  // namespace
}  // namespace lommer::app
