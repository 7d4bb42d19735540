// What a page names as its sources.

#include "app/project/sources.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

core::RecordedInput inputOf(const char* label, const char* registerId, const char* date) {
    core::RecordedInput input;
    input.label = label;
    input.registerId = registerId;
    input.referenceDate = date;
    return input;
}

TEST(Sources, AreRegistersWithTheSpanOfTheirDates) {
    core::RunRecord record;
    record.inputs = {inputOf("R_41AZ1", "ahn", ""),
                     inputOf("bgt_waterdeel", "bgt", "2024-11-16"),
                     inputOf("pand", "bag", ""),
                     inputOf("bgt_pand", "bgt", "2025-12-04"),
                     inputOf("bgt_weg", "bgt", ""),
                     inputOf("buurten", "cbs", "2025"),
                     inputOf("eigen bomen", "", "2026-01-02")};
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              (QStringList{QStringLiteral("AHN (CC0)"),
                           QStringLiteral("BGT (peildata 16 november 2024 tot 4 december 2025, "
                                          "CC0)"),
                           QStringLiteral("BAG (CC0)"),
                           QStringLiteral("CBS Wijken en buurten (peildatum 2025, CC BY 4.0, "
                                          "© CBS)"),
                           QStringLiteral("eigen bomen (peildatum 2 januari 2026)")}));
}

// It keeps the columns of the BGT; it is no BGT any more.
TEST(Sources, CallAResultOfOursByItsOutput) {
    core::RunRecord record;
    record.inputs = {inputOf("neighbourhoods", "bgt", "")};
    record.inputs.front().run = "abc";
    record.inputs.front().runOutput = "sky-view-factor";
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              QStringList{QStringLiteral("Zicht op de hemel")});
}

TEST(Sources, StandOnOneLineEachOnce) {
    Layer first;
    first.attribution = {QStringLiteral("AHN (CC0)"), QStringLiteral("BGT (CC0)")};
    Layer second;
    second.attribution = {QStringLiteral("BGT (CC0)")};
    EXPECT_TRUE(sourceLine({&first, &second}).endsWith(QStringLiteral("AHN (CC0); BGT (CC0).")));
    EXPECT_TRUE(sourceLine({}).isEmpty());
}

}  // namespace
}  // namespace lommer::app
