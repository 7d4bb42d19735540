#include "core/subjects/code_forms.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(CodeForms, AreKnownBySubjectAndByTheNameOfTheColumn) {
    EXPECT_EQ(codeFormOf("neighbourhoods", "code"), CodeForm::buurt);
    EXPECT_EQ(codeFormOf("area-figures", "code"), CodeForm::anyArea);
    EXPECT_EQ(codeFormOf("dwellings", "identificatie"), CodeForm::bagIdentification);
    EXPECT_EQ(codeFormOf("buildings", "identificatie"), CodeForm::free);
    EXPECT_EQ(codeFormOf("", "buurtcode2021"), CodeForm::buurt);
    EXPECT_EQ(codeFormOf("", "WK_CODE"), CodeForm::wijk);
    EXPECT_EQ(codeFormOf("", "Gemeentecode_1"), CodeForm::gemeente);
    EXPECT_EQ(codeFormOf("", "gemeentecodes in gebruik"), CodeForm::free);
}

TEST(CodeForms, AreCompletedWhereANumberLostItsZeros) {
    EXPECT_EQ(completedCode(CodeForm::buurt, "2220101", false), "02220101");
    EXPECT_EQ(completedCode(CodeForm::buurt, "2220101", true), "BU02220101");
    EXPECT_EQ(completedCode(CodeForm::buurt, "02220101", true), "BU02220101");
    EXPECT_EQ(completedCode(CodeForm::gemeente, "3", false), "0003");
    EXPECT_EQ(completedCode(CodeForm::bagIdentification, "518100000267536", true),
              "0518100000267536");
}

TEST(CodeForms, StayAsTheyAreWhereZerosWouldBeAGuess) {
    // Letters are not lost with zeros, and a number keeps none of them.
    for (const char* code : {"WK0197", "0197", "WK022201", "022201", "x", "", "1234567"}) {
        EXPECT_EQ(completedCode(CodeForm::wijk, code, false), code);
    }
    EXPECT_TRUE(isBrokenAreaCode(CodeForm::wijk, "WK0197"));
    EXPECT_FALSE(isBrokenAreaCode(CodeForm::wijk, "WK022201"));
    EXPECT_FALSE(isBrokenAreaCode(CodeForm::gemeente, "APD00"));
    EXPECT_EQ(codeStateOf(CodeForm::bagIdentification, "5,18E+14", true), CodeState::other);
}

TEST(AreaCodes, TellOnlyOfGemeentenOfWhichTheyKnowBuurten) {
    AreaCodes areas;
    for (const char* code : {"BU02220101", "BU02220102", "GM0222", "no code"}) {
        areas.add(code);
    }
    EXPECT_EQ(areas.contains(CodeForm::buurt, "BU02220102"), true);
    EXPECT_EQ(areas.contains(CodeForm::buurt, "2220102"), true);
    EXPECT_EQ(areas.contains(CodeForm::anyArea, "BU02220199"), false);
    EXPECT_EQ(areas.contains(CodeForm::buurt, "BU02740101"), std::nullopt);
    EXPECT_EQ(areas.contains(CodeForm::wijk, "WK022201"), std::nullopt);
    EXPECT_EQ(areas.contains(CodeForm::gemeente, "GM0222"), std::nullopt);
}

}  // namespace
}  // namespace lommer::core
