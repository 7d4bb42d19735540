#include "app/layout/difference_answer.h"

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

TEST(DifferenceSentence, HasPlainWordsWithoutAUnit) {
    EXPECT_EQ(differenceSentence(recordWith(1.0), summaryOf(2.0, 0.5, 0.0), core::Unit::none,
                                 Texts(Language::en)),
              QStringLiteral("On average the value is 2 higher. Of the area compared 0% is at "
                             "least 1 lower and 50% at least 1 higher."));
}

TEST(DifferenceSentence, IsSilentWithoutFigures) {
    EXPECT_TRUE(
        differenceSentence(recordWith(1.0), core::Table(), core::Unit::none, Texts(Language::nl))
            .isEmpty());
}

}  // namespace
}  // namespace lommer::app
