#include "app/text/place_text.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace lommer::app {
namespace {

core::PlaceExplanation street() {
    return {.value = 42.06,
            .reference = 35.91,
            .shares =
                {{"air", 0.44}, {"sky", -0.34}, {"shade", -1.24}, {"wind", 5.87}, {"cover", 1.42}},
            .facts = {{"cover", std::string("paved")},
                      {"sky-view", 0.624, core::Unit::fraction},
                      {"shaded-hours", std::int64_t{1}, core::Unit::hour},
                      {"wind", 1.26, core::Unit::metrePerSecond}},
            .moments = {{"2015-07-01T14:00Z", {{"utci-stress", std::string("strong-heat")}}},
                        {"2015-12-01T09:00Z", {}}}};
}

TEST(PlaceText, SaysHowMuchWarmerAPlaceIs) {
    const Texts dutch(Language::nl);
    const Texts english(Language::en);
    core::PlaceExplanation explanation = street();
    // 42.1 - 35.9: what is shown adds up as it is shown, though 42.06 - 35.91 rounds to 6.1.
    EXPECT_EQ(
        PlaceText(explanation, "heat-stress", dutch).sentence(),
        QStringLiteral("Hier voelt het gemiddeld als 42,1\u00a0°C aan, 6,2\u00a0°C warmer dan "
                       "open gras in hetzelfde weer."));
    EXPECT_TRUE(PlaceText(explanation, "heat-stress", english)
                    .sentence()
                    .contains(QStringLiteral("6.2\u00a0°C warmer")));
    explanation.value = 31.0;
    EXPECT_TRUE(PlaceText(explanation, "heat-stress", dutch)
                    .sentence()
                    .contains(QStringLiteral("4,9\u00a0°C koeler")));
    explanation.value = 35.92;
    EXPECT_TRUE(PlaceText(explanation, "heat-stress", dutch)
                    .sentence()
                    .contains(QStringLiteral("even warm")));
}

TEST(PlaceText, ShowsSharesThatAddUpToWhatTheSentenceSays) {
    const Texts texts(Language::nl);
    const core::PlaceExplanation explanation = street();
    QStringList shown;
    for (const ShownShare& share : PlaceText(explanation, "heat-stress", texts).shares()) {
        shown << share.text;
    }
    // 0.4 - 0.3 - 1.2 + 5.9 + 1.4 = 6.2
    EXPECT_EQ(shown, QStringList({QStringLiteral("+0,4\u00a0°C"), QStringLiteral("−0,3\u00a0°C"),
                                  QStringLiteral("−1,2\u00a0°C"), QStringLiteral("+5,9\u00a0°C"),
                                  QStringLiteral("+1,4\u00a0°C")}));
}

TEST(PlaceText, RoundsToATotalAndNoShareByMoreThanATenth) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> some(-8.0, 8.0);
    for (int round = 0; round < 1000; ++round) {
        std::vector<core::PlaceShare> shares(5);
        double sum = 0.0;
        for (core::PlaceShare& share : shares) {
            share.amount = some(random);
            sum += share.amount;
        }
        const int total = static_cast<int>(std::lround(10.0 * sum));
        const std::vector<int> tenths = tenthsOf(shares, total);
        ASSERT_EQ(std::accumulate(tenths.begin(), tenths.end(), 0), total);
        for (std::size_t one = 0; one < shares.size(); ++one) {
            ASSERT_LT(std::abs(tenths[one] - 10.0 * shares[one].amount), 1.0);
        }
    }
}

TEST(PlaceText, WritesFactsAndHoursAsPeopleReadThem) {
    const Texts texts(Language::nl);
    const core::PlaceExplanation explanation = street();
    const PlaceText text(explanation, "heat-stress", texts);
    QStringList values;
    for (const PlaceLine& line : text.facts()) {
        values << line.value;
    }
    EXPECT_EQ(values, QStringList({QStringLiteral("verhard of onbekend"), QStringLiteral("62%"),
                                   QStringLiteral("1\u00a0uur"), QStringLiteral("1,3\u00a0m/s")}));
    EXPECT_EQ(text.hourOf(0), QStringLiteral("16.00 uur"));  // summer time
    EXPECT_EQ(text.hourOf(1), QStringLiteral("10.00 uur"));
    EXPECT_EQ(text.factsOf(0).front().value, QStringLiteral("sterke hittestress"));
    EXPECT_TRUE(text.factsOf(2).empty());
}

TEST(PlaceText, HasWordsForAllThatAHeatMapCanSay) {
    for (const Language language : {Language::nl, Language::en}) {
        const Texts texts(language);
        for (const char* key : {"warmer",
                                "cooler",
                                "same",
                                "none-building",
                                "none-water",
                                "none-no-data",
                                "none-outside",
                                "shares",
                                "share-air",
                                "share-sky",
                                "share-shade",
                                "share-wind",
                                "share-cover",
                                "facts",
                                "fact-cover",
                                "cover-paved",
                                "cover-green",
                                "cover-tree",
                                "fact-sky-view",
                                "fact-sky-view-of-crown",
                                "fact-shaded-hours",
                                "fact-hours",
                                "fact-air-temperature",
                                "fact-wind",
                                "moment",
                                "moment-note",
                                "fact-light",
                                "light-sun",
                                "light-shade",
                                "fact-radiant-temperature",
                                "fact-humidity",
                                "fact-exact-pet",
                                "fact-utci",
                                "fact-utci-stress",
                                "utci-stress-extreme-cold",
                                "utci-stress-very-strong-cold",
                                "utci-stress-strong-cold",
                                "utci-stress-moderate-cold",
                                "utci-stress-slight-cold",
                                "utci-stress-none",
                                "utci-stress-moderate-heat",
                                "utci-stress-strong-heat",
                                "utci-stress-very-strong-heat",
                                "utci-stress-extreme-heat"}) {
            EXPECT_TRUE(texts.hasAnalysisText(
                "heat-stress", {QStringLiteral("explanation"), QString::fromLatin1(key)}))
                << key;
        }
    }
}

}  // namespace
}  // namespace lommer::app
