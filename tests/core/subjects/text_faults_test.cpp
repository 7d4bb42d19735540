#include "core/subjects/text_faults.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(Mojibake, OfUtf8ReadAsWindows1252IsUndone) {
    EXPECT_EQ(withoutMojibake("Caf\u00C3\u00A9 Zuidoost"), "Caf\u00E9 Zuidoost");
    EXPECT_EQ(withoutMojibake("Financi\u00C3\u00ABn"), "Financi\u00EBn");
    // E2 82 AC, the euro, with 82 shown as the low quote that Windows-1252 has there.
    EXPECT_EQ(withoutMojibake("\u00E2\u201A\u00AC 12"), "\u20AC 12");
    EXPECT_EQ(withoutMojibake("\u00E2\u20AC\u2122t Zand"), "\u2019t Zand");
}

TEST(Mojibake, ThatHappenedTwiceIsUndoneTwice) {
    // C3 A9 misread once is C3 83 C2 A9, which shows as four letters.
    EXPECT_EQ(withoutMojibake("\u00C3\u0192\u00C2\u00A9\u00C3\u0192\u00C2\u00A9n"),
              "\u00E9\u00E9n");
}

TEST(Mojibake, IsNotSeenInTextThatIsMeant) {
    for (const char* text :
         {"caf\u00E9", "Sk\u00FBlenboarch", "\u201E\u00D6\u201D", "'s-Gravenhage", "\u00C3",
          "300 m\u00B2", "\u20AC 3,50", "Cura\u00E7ao", ""}) {
        EXPECT_EQ(withoutMojibake(text), text);
    }
}

TEST(Mojibake, LeavesBytesThatAreNoTextAlone) {
    const std::string broken = "a\xC3\x28\xFF b";
    EXPECT_EQ(withoutMojibake(broken), broken);
    EXPECT_EQ(withoutMojibake("\xC3"), "\xC3");
}

TEST(OuterSpaces, AreTakenFromBothEndsOnly) {
    EXPECT_EQ(withoutOuterSpaces("GM0197    "), "GM0197");
    EXPECT_EQ(withoutOuterSpaces("\t\u00A0 de Hoven \u00A0\r\n"), "de Hoven");
    EXPECT_EQ(withoutOuterSpaces("   "), "");
}

TEST(DecimalComma, MakesANumberOnlyOfWhatIsWrittenAsOne) {
    EXPECT_EQ(decimalCommaNumber("12,5"), 12.5);
    EXPECT_EQ(decimalCommaNumber("-0,25"), -0.25);
    EXPECT_EQ(decimalCommaNumber("1.234.567,8"), 1234567.8);
    for (const char* text : {"12", "12.5", "1,2,3", "1.23,4", "1234.567,8", ".123,4", "1.,5", ",5",
                             "12,", "a,5", "1,5 m", "--1,5", ""}) {
        EXPECT_FALSE(decimalCommaNumber(text).has_value()) << text;
    }
}

TEST(LostCharacters, AreSeen) {
    EXPECT_TRUE(hasLostCharacter("Financi\uFFFDn"));
    EXPECT_FALSE(hasLostCharacter("Financi\u00EBn"));
}

}  // namespace
}  // namespace lommer::core
