#include "core/analyses/basic/raster_calculator/raster_calculator.h"

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

using Maps = std::vector<std::pair<std::string, std::shared_ptr<MemoryRaster>>>;

AnalysisOutcome computed(const std::string& formula, const Maps& maps,
                         std::map<std::string, std::string> settings = {}) {
    AnalysisRun run;
    for (const auto& [role, map] : maps) {
        run.inputs.push_back(rasterInput(role, map));
    }
    settings["formula"] = formula;
    run.settings = settings;
    return runAnalysis(*core::makeRasterCalculator(), run);
}

core::ErrorCode refusalOf(const std::string& formula, const Maps& maps) {
    try {
        computed(formula, maps);
    } catch (const core::Error& error) {
        return error.code();
    }
    return core::ErrorCode::programFault;
}

std::shared_ptr<MemoryRaster> filled(const core::Grid& grid, float value) {
    return std::make_shared<MemoryRaster>(grid, [value](core::CellIndex) { return value; });
}

/// Value = column + 100 * row.
std::shared_ptr<MemoryRaster> numbered(const core::Grid& grid) {
    return std::make_shared<MemoryRaster>(grid, [](core::CellIndex cell) {
        return static_cast<float>(cell.column + 100 * cell.row);
    });
}

TEST(RasterCalculator, ComputesEachCellFromTheCellsAtItsPlace) {
    const auto outcome = computed("if(a >= 100, a - b, d)", {{"a", numbered(gridOf(3, 2))},
                                                             {"b", filled(gridOf(3, 2), 1.0F)},
                                                             {"d", filled(gridOf(3, 2), -7.0F)}});
    const MemoryRaster& result = *outcome.rasters.at("result");
    EXPECT_EQ(result.values(), (std::vector<float>{-7.0F, -7.0F, -7.0F, 99.0F, 100.0F, 101.0F}));
    EXPECT_TRUE(outcome.remarks.empty());
}

TEST(RasterCalculator, LooksAtThePlaceNotAtTheNumberOfACell) {
    // b is larger by two columns to the west and one row to the north; its cells coincide.
    const core::Grid small = gridOf(3, 2);
    const core::Grid large(small.left() - 2.0, small.top() + 1.0, 1.0, 6, 4);
    const auto outcome = computed("b", {{"a", numbered(small)}, {"b", numbered(large)}});
    EXPECT_EQ(outcome.rasters.at("result")->values(),
              (std::vector<float>{102.0F, 103.0F, 104.0F, 202.0F, 203.0F, 204.0F}));
    EXPECT_EQ(outcome.remark("raster-aligned"), nullptr);
}

TEST(RasterCalculator, ConvertsOtherCellsWithARemark) {
    const core::Grid fine = gridOf(4, 4);
    const auto coarse = std::make_shared<MemoryRaster>(
        gridOf(2, 2, 2.0), [](core::CellIndex cell) { return cell.column == 0 ? 0.0F : 4.0F; });
    // Cell centres of b lie at 1 and 3, those of a at 0.5, 1.5, 2.5, 3.5: a quarter and three
    // quarters of the way in between, and constant beyond the outermost centres.
    const auto weighted = computed("b", {{"a", filled(fine, 0.0F)}, {"b", coarse}});
    for (std::int64_t row = 0; row < 4; ++row) {
        EXPECT_EQ(weighted.rasters.at("result")->at(row, 0), 0.0F);
        EXPECT_EQ(weighted.rasters.at("result")->at(row, 1), 1.0F);
        EXPECT_EQ(weighted.rasters.at("result")->at(row, 2), 3.0F);
        EXPECT_EQ(weighted.rasters.at("result")->at(row, 3), 4.0F);
    }
    EXPECT_NE(weighted.remark("raster-aligned"), nullptr);
    const auto nearest =
        computed("b", {{"a", filled(fine, 0.0F)}, {"b", coarse}}, {{"between-cells", "nearest"}});
    EXPECT_EQ(nearest.rasters.at("result")->at(0, 1), 0.0F);
    EXPECT_EQ(nearest.rasters.at("result")->at(0, 2), 4.0F);
}

TEST(RasterCalculator, RemarksOnMapsThatAreNotUsedOrTooSmall) {
    const auto outcome = computed("coalesce(b, a)", {{"a", filled(gridOf(4, 4), 1.0F)},
                                                     {"b", filled(gridOf(2, 2), 2.0F)},
                                                     {"c", filled(gridOf(4, 4), 3.0F)}});
    EXPECT_NE(outcome.remark("map-smaller"), nullptr);
    ASSERT_NE(outcome.remark("map-unused"), nullptr);
    EXPECT_EQ(outcome.remark("map-unused")->arguments,
              (core::Arguments{{"map", std::string("c")}, {"name", std::string("c")}}));
    // b has the south-west corner only.
    EXPECT_EQ(outcome.rasters.at("result")->at(0, 0), 1.0F);
    EXPECT_EQ(outcome.rasters.at("result")->at(3, 0), 2.0F);
}

TEST(RasterCalculator, RemarksHowManyCellsHaveNoOutcome) {
    const auto outcome = computed("1 / a", {{"a", numbered(gridOf(3, 1))}});
    ASSERT_NE(outcome.remark("cells-without-outcome"), nullptr);
    EXPECT_EQ(outcome.remark("cells-without-outcome")->arguments,
              (core::Arguments{{"cells", std::int64_t{1}}}));
    EXPECT_TRUE(std::isnan(outcome.rasters.at("result")->at(0, 0)));
    EXPECT_EQ(outcome.rasters.at("result")->at(0, 2), 0.5F);
}

TEST(RasterCalculator, RefusesWhatCannotBeComputed) {
    const auto a = filled(gridOf(2, 2), 1.0F);
    const auto far = filled(core::Grid(0.0, 300000.0, 1.0, 2, 2), 1.0F);
    EXPECT_EQ(refusalOf("a +", {{"a", a}}), core::ErrorCode::formulaInvalid);
    EXPECT_EQ(refusalOf("a + b", {{"a", a}}), core::ErrorCode::roleMissing);
    EXPECT_EQ(refusalOf("a + b", {{"a", a}, {"b", far}}), core::ErrorCode::noOverlap);
    EXPECT_EQ(refusalOf("b", {{"b", a}}), core::ErrorCode::roleMissing);
}

class RasterCalculatorProperties : public testing::Test {
protected:
    AnalysisOutcome run(std::int64_t tileSize, int threads,
                        std::optional<core::Bounds> region = {}) const {
        return runAnalysis(
            *core::makeRasterCalculator(),
            {.inputs = {rasterInput("a", a_), rasterInput("b", b_)},
             .settings = {{"formula", "if(isnodata(b), sqrt(a), a / b + sin(a) ^ 2)"}},
             .region = region,
             .tileSize = tileSize,
             .threads = threads});
    }

    static std::shared_ptr<MemoryRaster> random(const core::Grid& grid, unsigned seed) {
        std::mt19937 generator(seed);
        return std::make_shared<MemoryRaster>(grid, [&](core::CellIndex) {
            return generator() % 9 == 0 ? kHole
                                        : static_cast<float>(generator() % 1000) / 7.0F - 20.0F;
        });
    }

    static std::vector<std::uint32_t> bitsOf(const MemoryRaster& raster) {
        std::vector<std::uint32_t> bits;
        for (const float value : raster.values()) {
            bits.push_back(std::bit_cast<std::uint32_t>(value));
        }
        return bits;
    }

    std::shared_ptr<MemoryRaster> a_ = random(gridOf(700, 600), 1);
    std::shared_ptr<MemoryRaster> b_ = random(gridOf(420, 330, 1.7), 2);  // other cells
};

TEST_F(RasterCalculatorProperties, GivesTheSameBitsAndRemarksForAnyTileSizeAndThreads) {
    const auto expected = run(1024, 1);
    for (const std::int64_t tileSize : {256, 512, 4096}) {
        for (const int threads : {1, 2, 5}) {
            const auto other = run(tileSize, threads);
            EXPECT_EQ(bitsOf(*other.rasters.at("result")), bitsOf(*expected.rasters.at("result")))
                << tileSize << ", " << threads;
            EXPECT_EQ(other.remarks, expected.remarks);
        }
    }
}

TEST_F(RasterCalculatorProperties, GivesARegionTheValuesOfTheWhole) {
    const auto whole = run(256, 2).rasters.at("result");
    const auto part =
        run(256, 2, core::Bounds{200100.0, 450450.0, 200300.0, 450550.0}).rasters.at("result");
    ASSERT_EQ(part->grid().columns(), 200);
    for (std::int64_t row = 0; row < 100; ++row) {
        for (std::int64_t column = 0; column < 200; ++column) {
            ASSERT_EQ(std::bit_cast<std::uint32_t>(part->at(row, column)),
                      std::bit_cast<std::uint32_t>(whole->at(50 + row, 100 + column)));
        }
    }
}

}  // namespace
}  // namespace lommer::test
