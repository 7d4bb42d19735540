#include "gis/registers/knmi_hours.h"

#include "core/base/error.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const std::string kHead =
    "BRON: KNMI\n# STN,YYYYMMDD,   HH,   DD,   FH,    T,    Q,   RH,    U\n\n";

core::Table parsed(const std::string& lines) {
    return parseKnmiHours(kHead + lines, "weer.txt").table;
}

TEST(KnmiHours, ValuesAreInTheirUsualUnits) {
    const core::Table table = parsed("  260,20000101,    1,  200,   35,  -49,   12,   25,   96\n");
    ASSERT_EQ(table.rowCount(), 1);
    EXPECT_EQ(table.columnNamed("tijdstip").displayAt(0), "2000-01-01T01:00:00Z");
    EXPECT_EQ(table.columnNamed("station").integerAt(0), 260);
    EXPECT_EQ(table.columnNamed("windrichting").realAt(0), 200.0);
    EXPECT_EQ(table.columnNamed("windsnelheid").realAt(0), 3.5);
    EXPECT_EQ(table.columnNamed("temperatuur").realAt(0), -4.9);
    EXPECT_EQ(table.columnNamed("straling").realAt(0), 12.0);
    EXPECT_EQ(table.columnNamed("neerslag").realAt(0), 2.5);
    EXPECT_EQ(table.columnNamed("vochtigheid").realAt(0), 96.0);
}

TEST(KnmiHours, TheLastHourOfADayEndsAtMidnight) {
    const core::Table table = parsed("260,20001231,24,10,1,1,1,0,50\n");
    EXPECT_EQ(table.columnNamed("tijdstip").displayAt(0), "2001-01-01T00:00:00Z");
}

TEST(KnmiHours, WhatIsNotThereOrHasNoDirectionIsMissing) {
    const core::Table table = parsed("260,20000101,1,0,1,,,-1,\n260,20000101,2,990,1,,,-1,\n");
    for (std::int64_t row = 0; row < 2; ++row) {
        EXPECT_FALSE(table.columnNamed("windrichting").isPresent(row));
        EXPECT_FALSE(table.columnNamed("temperatuur").isPresent(row));
        EXPECT_EQ(table.columnNamed("neerslag").realAt(row), 0.0);
    }
}

TEST(KnmiHours, LinesThatAreNoHourAreCounted) {
    const KnmiHours hours = parseKnmiHours(
        kHead +
            "260,20000101,1,10,1,1,1,0,50\n260,20000101,25,10,1,1,1,0,50\n"
            "260,20001301,1,10,1,1,1,0,50\n260,20000101,2,10,1\nx,20000101,2,10,1,1,1,0,50\n",
        "weer.txt");
    EXPECT_EQ(hours.table.rowCount(), 1);
    EXPECT_EQ(hours.leftOut, 4);
}

TEST(KnmiHours, ATextWithoutColumnsIsIncomplete) {
    EXPECT_THROW(parseKnmiHours("BRON: KNMI\n260,20000101,1\n", "weer.txt"), core::Error);
    EXPECT_THROW(parseKnmiHours("", "weer.txt"), core::Error);
}

TEST(KnmiHours, OnlyTextsThatNameTheColumnsAreSome) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "weer.txt") << kHead;
    std::ofstream(folder / "lees.txt") << "STN en YYYYMMDD, zie HH\nof niet";
    std::ofstream(folder / "leeg.txt");
    EXPECT_TRUE(isKnmiHours(folder / "weer.txt"));
    EXPECT_FALSE(isKnmiHours(folder / "lees.txt"));
    EXPECT_FALSE(isKnmiHours(folder / "leeg.txt"));
    EXPECT_FALSE(isKnmiHours(folder / "niets.txt"));
}

TEST(KnmiHours, TheReferenceDateIsTheDayOfTheLatestHour) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "weer.txt") << kHead << "260,20201231,23,10,1,1,1,0,50\n"
                                       << "260,20201231,24,10,1,1,1,0,50\n"
                                       << "283,20190101,1,10,1,1,1,0,50\n";
    EXPECT_EQ(describeKnmiHours(folder / "weer.txt").referenceDate, "2020-12-31");
}

TEST(KnmiHours, AYearOfDeBiltHasAllItsHours) {
    const fs::path file = fs::path(LOMMER_REAL_DATA) / "weather_knmi/uurgeg_260_1991-2000.txt";
    if (!fs::exists(file)) {
        GTEST_SKIP() << "skipped: no weather";
    }
    core::RemarkList remarks;
    const auto layers = inspect(file.parent_path(), remarks);
    const auto found = std::find_if(
        layers.begin(), layers.end(),
        [](const LayerDescription& layer) { return layer.subject == "weather-hours"; });
    ASSERT_NE(found, layers.end());
    EXPECT_EQ(found->table.rowCount, 8784);  // 2000 was a leap year
    EXPECT_EQ(found->referenceDate, "2000-12-31");
    const core::Table table = openRegisterTable(found->location, remarks).source->read({}, {});
    EXPECT_EQ(table.columnNamed("temperatuur").realAt(0), 4.9);
    EXPECT_EQ(table.columnNamed("vochtigheid").realAt(0), 96.0);
}

}  // namespace
}  // namespace lommer::gis
