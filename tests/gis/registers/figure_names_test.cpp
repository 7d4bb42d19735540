#include "gis/registers/figure_names.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

TEST(CanonicalStem, LosesTheNumberAndTheYearThatChangeFromDeliveryToDelivery) {
    EXPECT_EQ(canonicalStem("Codering_3"), "codering");
    EXPECT_EQ(canonicalStem("AfstandTotHuisartsenpraktijk_115"), "afstandtothuisartsenpraktijk");
    EXPECT_EQ(canonicalStem("statcode_2024"), "statcode");
    EXPECT_EQ(canonicalStem("buurtcode2021"), "buurtcode");
    EXPECT_EQ(canonicalStem("gwb_code_10"), "gwbcode");
}

TEST(CanonicalStem, LeavesNumbersThatBelongToTheName) {
    EXPECT_EQ(canonicalStem("pc6"), "pc6");
    EXPECT_EQ(canonicalStem("h1234"), "h1234");
    EXPECT_EQ(canonicalStem("2024"), "2024");
    EXPECT_EQ(canonicalStem("_5"), "5");
    EXPECT_EQ(canonicalStem(""), "");
}

TEST(FigureName, IsWrittenAsInTheWijkEnBuurtkaart) {
    EXPECT_EQ(figureName("AantalInwoners_5"), "aantal_inwoners");
    EXPECT_EQ(figureName("k_0Tot15Jaar_8"), "k_0_tot_15_jaar");
    EXPECT_EQ(figureName("GemiddeldeWOZWaardeVanWoningen_39"),
              "gemiddelde_woz_waarde_van_woningen");
    EXPECT_EQ(figureName("BeginstandVoorraad_1"), "beginstand_voorraad");
}

TEST(FigureName, LeavesOtherNames) {
    EXPECT_EQ(figureName("aantal_inwoners"), "aantal_inwoners");
    EXPECT_EQ(figureName("a_inw_5"), "a_inw_5");
    EXPECT_EQ(figureName("SoortMisdrijf"), "SoortMisdrijf");
    EXPECT_EQ(figureName("Aantal inwoners (aantal)_5"), "Aantal inwoners (aantal)_5");
}

TEST(PeriodDate, IsTheLastMonthOrTheYear) {
    EXPECT_EQ(periodDate("2024JJ00"), "2024");
    EXPECT_EQ(periodDate("2025KW04"), "2025-12");
    EXPECT_EQ(periodDate("2025KW01"), "2025-03");
    EXPECT_EQ(periodDate("2025MM07"), "2025-07");
    EXPECT_EQ(periodDate("2023*"), "2023");
    for (const char* none : {"", "JJ", "jaar 2024", "20x4JJ00"}) {
        EXPECT_EQ(periodDate(none), "") << none;
    }
    for (const char* odd : {"2025KW05", "2025KW00", "2025MM13", "2025MM1x", "2025G400"}) {
        EXPECT_EQ(periodDate(odd), "2025") << odd;
    }
}

TEST(AreaCode, GetsBackLettersAndZeros) {
    EXPECT_EQ(areaCode("GM0197    ", "RegioS"), "GM0197");
    EXPECT_EQ(areaCode("140000", "buurtcode2021"), "BU00140000");
    EXPECT_EQ(areaCode("1400", "WK_CODE"), "WK001400");
    EXPECT_EQ(areaCode("14", "gemeentecode"), "GM0014");
}

TEST(AreaCode, DoesNotMakeOneOfSomethingElse) {
    EXPECT_EQ(areaCode("140000", "code"), "140000");
    EXPECT_EQ(areaCode("123456789", "buurtcode"), "123456789");
    EXPECT_EQ(areaCode("geen", "buurtcode"), "geen");
    EXPECT_EQ(areaCode("   ", "buurtcode"), "");
}

}  // namespace
}  // namespace lommer::gis
