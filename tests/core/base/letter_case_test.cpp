#include "core/base/letter_case.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(LetterCase, IsThatOfAsciiOnly) {
    EXPECT_EQ(lowered("BÉNÉ-1"), "bÉnÉ-1");
    EXPECT_TRUE(isEqualIgnoringCase("Buurt", "bUURT"));
    EXPECT_FALSE(isEqualIgnoringCase("Buurt", "buurten"));
}

TEST(CanonicalName, LeavesLettersAndDigits) {
    EXPECT_EQ(canonicalName("LV-publicatiedatum"), "lvpublicatiedatum");
    EXPECT_EQ(canonicalName("plus_type"), "plustype");
    EXPECT_EQ(canonicalName(""), "");
}

}  // namespace
}  // namespace lommer::core
