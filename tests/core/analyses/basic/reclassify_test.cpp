#include "core/analyses/basic/reclassify/reclassify.h"

#include "core/base/error.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace lommer::test {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

std::shared_ptr<MemoryRaster> rowOf(const std::vector<float>& values) {
    return std::make_shared<MemoryRaster>(
        gridOf(static_cast<std::int64_t>(values.size()), 1),
        [&](core::CellIndex cell) { return values[static_cast<std::size_t>(cell.column)]; });
}

AnalysisOutcome reclassified(const std::vector<float>& values,
                             const std::map<std::string, std::string>& settings) {
    return runAnalysis(*core::makeReclassify(),
                       {.inputs = {rasterInput("values", rowOf(values))}, .settings = settings});
}

std::vector<float> classesOf(const std::vector<float>& values,
                             const std::map<std::string, std::string>& settings) {
    std::vector<float> classes = reclassified(values, settings).rasters.at("classes")->values();
    for (float& value : classes) {
        value = std::isnan(value) ? -1.0F : value;  // to compare with ==
    }
    return classes;
}

core::ErrorCode refusalOf(const std::map<std::string, std::string>& settings) {
    try {
        reclassified({1.0F}, settings);
    } catch (const core::Error& error) {
        return error.code();
    }
    return core::ErrorCode::programFault;
}

TEST(Reclassify, FollowsRules) {
    const std::map<std::string, std::string> rules{{"rules", ",29,1;29,35,2;35,,3"}};
    EXPECT_EQ(classesOf({20.0F, 29.0F, 34.0F, 35.0F, kHole}, rules),
              (std::vector<float>{1.0F, 2.0F, 2.0F, 3.0F, -1.0F}));
}

TEST(Reclassify, NumbersTheClassesBetweenLimits) {
    EXPECT_EQ(classesOf({-5.0F, 0.0F, 1.0F, 9.0F}, {{"limits", "0,1"}}),
              (std::vector<float>{1.0F, 2.0F, 3.0F, 3.0F}));
    EXPECT_EQ(classesOf({-5.0F, 0.0F, 1.0F, 9.0F}, {{"limits", "0,1"}, {"bound", "below"}}),
              (std::vector<float>{1.0F, 1.0F, 2.0F, 3.0F}));
}

TEST(Reclassify, DividesTheRangeInEqualClasses) {
    // From 0 to 8 in 4 classes: bounds 2, 4, 6; the highest value is in the last class.
    EXPECT_EQ(classesOf({0.0F, 1.9F, 2.0F, 5.0F, 8.0F, kHole}, {{"equal-classes", "4"}}),
              (std::vector<float>{1.0F, 1.0F, 2.0F, 3.0F, 4.0F, -1.0F}));
    EXPECT_EQ(classesOf({3.0F, 3.0F}, {{"equal-classes", "4"}}), (std::vector<float>{1.0F, 1.0F}));
    EXPECT_EQ(classesOf({kHole}, {{"equal-classes", "4"}}), (std::vector<float>{-1.0F}));
}

TEST(Reclassify, RemarksOnWhatHasNoClass) {
    const auto emptied = reclassified({1.0F, 5.0F, 6.0F}, {{"rules", "0,2,1"}});
    ASSERT_NE(emptied.remark("cells-without-class"), nullptr);
    EXPECT_EQ(emptied.remark("cells-without-class")->arguments,
              (core::Arguments{{"cells", std::int64_t{2}}}));
    const auto kept = reclassified({1.0F, 5.0F, 6.0F}, {{"rules", "0,2,1"}, {"otherwise", "keep"}});
    EXPECT_NE(kept.remark("cells-kept"), nullptr);
    EXPECT_EQ(kept.rasters.at("classes")->at(0, 2), 6.0F);
    const auto overlapping = reclassified({1.0F}, {{"rules", "0,2,1;1,3,2"}});
    ASSERT_NE(overlapping.remark("rules-overlap"), nullptr);
    EXPECT_EQ(overlapping.remark("rules-overlap")->arguments,
              (core::Arguments{{"rule", std::int64_t{2}}}));
    EXPECT_TRUE(reclassified({1.0F}, {{"rules", "0,2,1"}}).remarks.empty());
}

TEST(Reclassify, RefusesSettingsWithoutMeaning) {
    EXPECT_EQ(refusalOf({}), core::ErrorCode::parameterMissing);
    EXPECT_EQ(refusalOf({{"rules", ""}}), core::ErrorCode::parameterMissing);
    EXPECT_EQ(refusalOf({{"rules", "5,2,1"}}), core::ErrorCode::valueUnknown);
    EXPECT_EQ(refusalOf({{"limits", "5,2"}}), core::ErrorCode::valueUnknown);
    EXPECT_EQ(refusalOf({{"limits", "5"}, {"rules", "0,1,2"}}),
              core::ErrorCode::parametersExclusive);
    EXPECT_EQ(refusalOf({{"equal-classes", "0"}}), core::ErrorCode::valueOutOfRange);
    EXPECT_EQ(refusalOf({{"limits", "nan"}}), core::ErrorCode::valueNotANumber);
}

std::vector<std::uint32_t> bitsOf(const MemoryRaster& raster) {
    std::vector<std::uint32_t> bits;
    for (const float value : raster.values()) {
        bits.push_back(std::bit_cast<std::uint32_t>(value));
    }
    return bits;
}

class ReclassifyProperties : public testing::Test {
protected:
    AnalysisOutcome run(std::int64_t tileSize, int threads,
                        std::optional<core::Bounds> region = {}) const {
        return runAnalysis(*core::makeReclassify(), {.inputs = {rasterInput("values", values_)},
                                                     .settings = {{"equal-classes", "7"}},
                                                     .region = region,
                                                     .tileSize = tileSize,
                                                     .threads = threads});
    }

    std::shared_ptr<MemoryRaster> values_ = [] {
        std::mt19937 random(11);
        return std::make_shared<MemoryRaster>(gridOf(700, 600), [&](core::CellIndex) {
            return random() % 9 == 0 ? kHole : static_cast<float>(random() % 1000);
        });
    }();
};

TEST_F(ReclassifyProperties, GivesTheSameBitsForAnyTileSizeAndThreads) {
    const auto expected = bitsOf(*run(1024, 1).rasters.at("classes"));
    for (const std::int64_t tileSize : {256, 512, 4096}) {
        for (const int threads : {1, 2, 5}) {
            EXPECT_EQ(bitsOf(*run(tileSize, threads).rasters.at("classes")), expected)
                << tileSize << ", " << threads;
        }
    }
}

TEST_F(ReclassifyProperties, GivesARegionTheClassesOfTheWhole) {
    const auto whole = run(256, 2).rasters.at("classes");
    // Columns 100 to 299, rows 50 to 149 of the grid with its top at 450600.
    const auto part = run(256, 2, core::Bounds{200100.0, 450450.0, 200300.0, 450550.0});
    const MemoryRaster& classes = *part.rasters.at("classes");
    ASSERT_EQ(classes.grid().columns(), 200);
    ASSERT_EQ(classes.grid().rows(), 100);
    for (std::int64_t row = 0; row < 100; ++row) {
        for (std::int64_t column = 0; column < 200; ++column) {
            ASSERT_EQ(std::bit_cast<std::uint32_t>(classes.at(row, column)),
                      std::bit_cast<std::uint32_t>(whole->at(50 + row, 100 + column)));
        }
    }
}

TEST_F(ReclassifyProperties, WritesEachCellOnce) {
    const AnalysisOutcome outcome = run(256, 2);
    for (const int count : outcome.rasters.at("classes")->writeCounts()) {
        ASSERT_EQ(count, 1);
    }
}

TEST_F(ReclassifyProperties, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(runAnalysis(*core::makeReclassify(), {.inputs = {rasterInput("values", values_)},
                                                       .settings = {{"limits", "1"}},
                                                       .stop = stop.get_token()}),
                 core::Cancelled);
}

}  // namespace
}  // namespace lommer::test
