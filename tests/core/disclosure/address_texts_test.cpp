#include "core/disclosure/address_texts.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(AddressTexts, KnowPostcodes) {
    EXPECT_TRUE(isPostcode("7001AB"));
    EXPECT_TRUE(isPostcode("7001 ab"));
    for (const char* other : {"0701AB", "BU0222", "7001-AB", "7001", ""}) {
        EXPECT_FALSE(isPostcode(other)) << other;
    }
}

TEST(AddressTexts, KnowIdentificationsOfWhatHasAnAddress) {
    for (const char* unit : {"0222010000012345", "222010000012345", "0222200000012345",
                             "NL.IMBAG.Verblijfsobject.0222010000012345"}) {
        EXPECT_TRUE(isAddressIdentification(unit)) << unit;
    }
    // A building, a moment, a number of fewer digits.
    for (const char* other : {"0222100000012345", "2024011512300001", "222010012", "x"}) {
        EXPECT_FALSE(isAddressIdentification(other)) << other;
    }
}

TEST(AddressTexts, KnowAnAddressInOneText) {
    for (const char* address : {"Dorpsstraat 12", "Dr. Ariensstraat 12a", "7021AB 12",
                                "7021 AB, 12", "Markt 3, Zelhem", "naast Hoge Weg 5"}) {
        EXPECT_TRUE(isAddressText(address)) << address;
    }
    for (const char* other : {"Dorpsstraat", "Fase 2", "Sportpark 3", "weg naar Halle", "7021 AB",
                              "BU0222 0101", "Quercus robur 12", "12 bomen", "3 linden"}) {
        EXPECT_FALSE(isAddressText(other)) << other;
    }
}

}  // namespace
}  // namespace lommer::core
