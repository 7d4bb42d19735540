#include "core/analyses/climate/heat_stress/heat_stress.h"

#include "core/analyses/climate/shade/shade.h"
#include "core/analyses/climate/sky_view_factor/sky_view_factor.h"
#include "core/base/error.h"
#include "tests/support/geometries.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace lommer::test {
namespace {

using core::CellIndex;
using core::Grid;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
using HeightOf = std::function<float(CellIndex)>;

std::shared_ptr<const MemoryRaster> rasterOf(const Grid& grid, const HeightOf& valueOf) {
    return std::make_shared<const MemoryRaster>(grid, valueOf);
}

core::Table polygon(double xmin, double ymin, double xmax, double ymax) {
    core::GeometryColumn column;
    addPolygon(column, {rectangle(xmin, ymin, xmax, ymax)});
    return tableOf(std::move(column), {});
}

AnalysisOutcome heat(AnalysisRun run) {
    return runAnalysis(*core::makeHeatStress(), run);
}

void expectAll(const MemoryRaster& raster, double value, double tolerance) {
    for (const float cell : raster.values()) {
        ASSERT_NEAR(static_cast<double>(cell), value, tolerance);
    }
}

bool hasSameCells(const MemoryRaster& a, const MemoryRaster& b) {
    return a.values().size() == b.values().size() &&
           std::memcmp(a.values().data(), b.values().data(), a.values().size() * sizeof(float)) ==
               0;
}

// Heat standard, reference table: 3 x 3 km of open grass 35.91 °C, paved 37.91 °C.
TEST(HeatStress, OfAnOpenPlainIsThatOfTheTable) {
    const Grid grid = gridOf(600, 600, 5.0);
    const auto flat = rasterOf(grid, [](CellIndex) { return 2.5F; });
    const auto green = polygon(199'000, 449'000, 204'000, 454'000);
    AnalysisRun run{
        .inputs = {rasterInput("dsm", flat), rasterInput("dtm", flat), tableInput("green", green)}};
    const auto grass = heat(run);
    expectAll(*grass.rasters.at("pet"), 35.91, 0.02);
    expectAll(*grass.rasters.at("sky-view-factor"), 1.0, 0.0);
    expectAll(*grass.rasters.at("shade-share"), 0.0, 0.0);
    // Open grass has no heat island: the mean of the seven hours of the station.
    expectAll(*grass.rasters.at("air-temperature"), 31.4, 0.01);
    expectAll(*grass.rasters.at("wind"), 0.635 * 36.0 / 7.0, 0.01);
    run.inputs.pop_back();
    const auto paved = heat(run);
    expectAll(*paved.rasters.at("pet"), 37.91, 0.02);
    EXPECT_NE(paved.remark("cover-unknown"), nullptr);
    EXPECT_EQ(grass.remark("cover-unknown"), nullptr);
}

/// A town with blocks, crowns, a pond, a green and holes in the ground below the blocks.
struct Town {
    Grid grid = gridOf(700, 620);
    std::shared_ptr<const MemoryRaster> dsm;
    std::shared_ptr<const MemoryRaster> dtm;
    core::GeometryColumn blocks;

    static bool isBlock(CellIndex cell) { return cell.row % 61 < 22 && cell.column % 47 < 19; }
    static bool isTree(CellIndex cell) {
        return std::hypot(static_cast<double>(cell.row % 61) - 40.0,
                          static_cast<double>(cell.column % 47) - 33.0) < 4.0;
    }
    static bool isPond(CellIndex cell) {
        return std::hypot(static_cast<double>(cell.row) - 300.0,
                          static_cast<double>(cell.column) - 420.0) < 30.0;
    }
    /// On one of the blocks, so high that its shade leaves the tiles around.
    static bool isTower(CellIndex cell) {
        return cell.row >= 490 && cell.row < 500 && cell.column >= 50 && cell.column < 60;
    }
    static double ground(CellIndex cell) {
        return 4.0 + std::sin(static_cast<double>(cell.row) / 90.0) +
               std::cos(static_cast<double>(cell.column) / 70.0);
    }

    Town() {
        dsm = rasterOf(grid, [](CellIndex cell) {
            if (isPond(cell)) {
                return kHole;
            }
            const double above = isTower(cell) ? 150.0
                                 : isBlock(cell)
                                     ? 6.0 + static_cast<double>(cell.row / 61 % 4) * 3.0
                                 : isTree(cell) ? 8.0
                                                : 0.0;
            return static_cast<float>(ground(cell) + above);
        });
        dtm = rasterOf(grid, [](CellIndex cell) {
            return isPond(cell) || isBlock(cell) ? kHole : static_cast<float>(ground(cell));
        });
        for (std::int64_t row = 0; row * 61 < grid.rows(); ++row) {
            for (std::int64_t column = 0; column * 47 < grid.columns(); ++column) {
                const double x = grid.left() + static_cast<double>(column) * 47.0;
                const double y = grid.top() - static_cast<double>(row) * 61.0;
                addPolygon(blocks, {rectangle(x, y - 22.0, x + 19.0, y)});
            }
        }
    }

    AnalysisRun run() const {
        std::vector<std::optional<std::int64_t>> years;
        for (std::int64_t row = 0; row < blocks.rowCount(); ++row) {
            years.emplace_back(1950 + row % 80);
        }
        core::GeometryColumn areas;
        addPolygon(areas, {rectangle(200'000, 450'000, 200'333.3, 450'620)});
        addPolygon(areas, {rectangle(200'333.3, 450'000, 200'700, 450'620)});
        addPolygon(areas, {rectangle(300'000, 450'000, 300'001, 450'001)});
        return {
            .inputs = {rasterInput("dsm", dsm), rasterInput("dtm", dtm),
                       tableInput("buildings", tableOf(blocks, {integerColumn("bouwjaar", years)})),
                       tableInput("water", polygon(200'390, 450'290, 200'450, 450'350)),
                       tableInput("green", polygon(200'000, 450'000, 200'700, 450'200)),
                       tableInput("neighbourhoods", tableOf(std::move(areas), {}))}};
    }
};

TEST(HeatStress, GivesBuildingsAndWaterNoValue) {
    const Town town;
    const auto outcome = heat(town.run());
    const MemoryRaster& pet = *outcome.rasters.at("pet");
    EXPECT_TRUE(std::isnan(pet.at(5, 5)));      // a block
    EXPECT_TRUE(std::isnan(pet.at(300, 420)));  // the pond
    EXPECT_FALSE(std::isnan(pet.at(30, 25)));   // a crossing
    // Under a crown the shade is all day; beside it, in the open, it is hotter.
    EXPECT_EQ(outcome.rasters.at("shade-share")->at(40, 33), 1.0F);
    EXPECT_GT(pet.at(50, 24), pet.at(40, 33) + 5.0F);
    EXPECT_EQ(outcome.remark("buildings-from-heights"), nullptr);
}

// In the shade of a block the same place is cooler than in the sun beside it.
TEST(HeatStress, SkyAndShadeAreThoseOfTheirOwnAnalyses) {
    const Town town;
    const auto outcome = heat(town.run());
    AnalysisRun run{.inputs = {rasterInput("surface", town.dsm)}};
    const auto sky = runAnalysis(*core::makeSkyViewFactor(), run).rasters.at("sky-view-factor");
    const MemoryRaster& own = *outcome.rasters.at("sky-view-factor");
    std::vector<double> shaded(own.values().size());
    for (const char* hour : {"10", "11", "12", "13", "14", "15", "16"}) {
        run.settings = {{"time", std::string("2015-07-01T") + hour + ":00Z"}};
        const auto lit = runAnalysis(*core::makeShade(), run).rasters.at("shade");
        for (std::size_t i = 0; i < shaded.size(); ++i) {
            shaded[i] += lit->values()[i] > 0.5F ? 0.0 : 1.0 / 7.0;
        }
    }
    const MemoryRaster& share = *outcome.rasters.at("shade-share");
    for (std::int64_t row = 0; row < 620; ++row) {
        for (std::int64_t column = 0; column < 700; ++column) {
            const auto i = static_cast<std::size_t>(row * 700 + column);
            if (Town::isPond({row, column})) {
                continue;
            }
            ASSERT_NEAR(own.at(row, column), sky->at(row, column), 1.0 / 4096.0);
            if (!Town::isTree({row, column})) {
                ASSERT_NEAR(static_cast<double>(share.at(row, column)), shaded[i], 1e-3);
            }
        }
    }
}

TEST(HeatStress, GivesTheSameBitsForAnyTilesThreadsAndMemory) {
    const Town town;
    const auto reference = heat(town.run());
    for (const char* definition : {"standard", "accurate"}) {
        AnalysisRun run = town.run();
        run.definition = definition;
        const auto one = heat(run);
        run.tileSize = 256;
        run.threads = 3;
        run.memoryBytes = 40 << 20;
        const auto other = heat(run);
        for (const auto& [id, raster] : one.rasters) {
            EXPECT_TRUE(hasSameCells(*raster, *other.rasters.at(id))) << id << ' ' << definition;
        }
        EXPECT_TRUE(
            hasSameBits(one.tables.at("neighbourhoods"), other.tables.at("neighbourhoods")));
    }
}

TEST(HeatStress, OfARegionIsThatOfTheWhole) {
    const Town town;
    const auto whole = heat(town.run());
    AnalysisRun run = town.run();
    run.region = core::Bounds{200'120, 450'100, 200'260, 450'333};
    const auto part = heat(run);
    const MemoryRaster& pet = *part.rasters.at("pet");
    const CellIndex first{620 - 333, 120};
    for (std::int64_t row = 0; row < pet.grid().rows(); ++row) {
        for (std::int64_t column = 0; column < pet.grid().columns(); ++column) {
            const float expected =
                whole.rasters.at("pet")->at(first.row + row, first.column + column);
            const float found = pet.at(row, column);
            ASSERT_EQ(std::isnan(found), std::isnan(expected));
            if (!std::isnan(found)) {
                ASSERT_EQ(found, expected);
            }
        }
    }
    const core::Table& areas = part.tables.at("neighbourhoods");
    ASSERT_EQ(areas.rowCount(), 1);
    EXPECT_EQ(numbersOf(areas, "pet_mean")[0],
              numbersOf(whole.tables.at("neighbourhoods"), "pet_mean")[0]);
}

// Of a region, too: its areas reach beyond it, and the cells there are none of its own.
TEST(HeatStress, RemarksDoNotDependOnTiles) {
    const Town town;
    std::vector<double> shares;
    for (const std::int64_t tileSize : {256, 512, 1024}) {
        AnalysisRun run = town.run();
        run.region = core::Bounds{200'120, 450'100, 200'260, 450'333};
        run.tileSize = tileSize;
        const auto outcome = heat(run);
        const core::Remark* remark = outcome.remark("cover-counts-as-paved");
        ASSERT_NE(remark, nullptr);
        shares.push_back(std::get<double>(remark->arguments.front().second));
    }
    // Worked out cell by cell: below the green, and neither built nor under crowns.
    const AnalysisOutcome whole = heat(town.run());
    const MemoryRaster& pet = *whole.rasters.at("pet");
    double valued = 0.0;
    double paved = 0.0;
    for (std::int64_t row = 620 - 333; row < 620 - 100; ++row) {
        for (std::int64_t column = 120; column < 260; ++column) {
            const bool hasValue = !std::isnan(pet.at(row, column));
            valued += hasValue ? 1.0 : 0.0;
            paved += hasValue && row < 620 - 200 && !Town::isTree({row, column}) ? 1.0 : 0.0;
        }
    }
    for (const double share : shares) {
        EXPECT_NEAR(share, 100.0 * paved / valued, 0.05 + 1e-9);
    }
}

// Slow and obvious: every cell of the raster that lies in the area, the cut ones by their part.
TEST(HeatStress, FiguresOfAreasAreThoseOfTheirCells) {
    const Town town;
    const auto outcome = heat(town.run());
    const MemoryRaster& pet = *outcome.rasters.at("pet");
    const MemoryRaster& shade = *outcome.rasters.at("shade-share");
    double weight = 0.0;
    double sum = 0.0;
    double hot = 0.0;
    double shaded = 0.0;
    for (std::int64_t row = 0; row < 620; ++row) {
        for (std::int64_t column = 0; column <= 333; ++column) {
            const auto value = static_cast<double>(pet.at(row, column));
            const double part = column < 333 ? 1.0 : 0.3;
            if (!std::isnan(value)) {
                weight += part;
                sum += part * std::nearbyint(value * 64.0) / 64.0;
                hot += value >= 41.0 ? part : 0.0;
                shaded += part * static_cast<double>(shade.at(row, column));
            }
        }
    }
    const core::Table& areas = outcome.tables.at("neighbourhoods");
    EXPECT_NEAR(numbersOf(areas, "pet_mean")[0], sum / weight,
                1e-5);  // the edge is not exactly at 0.3
    EXPECT_NEAR(numbersOf(areas, "share_above_41")[0], hot / weight, 2e-3);
    EXPECT_NEAR(numbersOf(areas, "shade_share")[0], shaded / weight, 1e-3);
    EXPECT_GE(numbersOf(areas, "pet_p90")[0], numbersOf(areas, "pet_mean")[0]);
    EXPECT_GT(numbersOf(areas, "pet_mean_built_up")[0], 30.0);
    EXPECT_TRUE(std::isnan(numbersOf(areas, "pet_mean")[2]));
    const core::Remark* outside = outcome.remark("areas-without-heat");
    ASSERT_NE(outside, nullptr);
    EXPECT_EQ(std::get<std::int64_t>(outside->arguments.front().second), 1);
}

TEST(HeatStress, MarksWhatWasBuiltAfterTheSurvey) {
    AnalysisRun run = Town().run();
    run.settings = {{"survey-year", "2020"}};
    const auto outcome = heat(run);
    for (const double year : numbersOf(outcome.tables.at("changed-places"), "bouwjaar")) {
        EXPECT_GE(year, 2020.0);
    }
    EXPECT_GT(outcome.tables.at("changed-places").rowCount(), 0);
    EXPECT_NE(outcome.remark("built-after-survey"), nullptr);
    EXPECT_EQ(outcome.remark("survey-year-unknown"), nullptr);
    EXPECT_NE(heat(Town().run()).remark("survey-year-unknown"), nullptr);
}

TEST(HeatStress, SaysWhereYearsOfBuildingAreNoNumbers) {
    const Town town;
    AnalysisRun run = town.run();
    run.settings = {{"survey-year", "2020"}};
    const auto count = static_cast<std::size_t>(town.blocks.rowCount());
    run.inputs[2] = tableInput(
        "buildings",
        tableOf(town.blocks, {textColumn("bouwjaar", std::vector<std::optional<std::string>>(
                                                         count, "ca. 2021"))}));
    EXPECT_NE(heat(run).remark("building-years-unknown"), nullptr);
}

TEST(HeatStress, SaysWhatItDidNotKnow) {
    const Town town;
    AnalysisRun run{.inputs = {rasterInput("dsm", town.dsm), rasterInput("dtm", town.dtm)}};
    const auto outcome = heat(run);
    EXPECT_NE(outcome.remark("buildings-and-trees-unknown"), nullptr);
    EXPECT_NE(outcome.remark("cover-unknown"), nullptr);
    EXPECT_NE(outcome.remark("edge-of-data"), nullptr);
    EXPECT_EQ(outcome.remark("survey-year-unknown"), nullptr);  // of no buildings
    EXPECT_EQ(outcome.tables.count("neighbourhoods"), 0U);
}

TEST(HeatStress, HasTheFiguresOfAllGroundWithoutAreas) {
    AnalysisRun run = Town().run();
    EXPECT_EQ(heat(run).tables.count("whole"), 0U);
    run.inputs.pop_back();
    const auto outcome = heat(run);
    const auto& pet = *outcome.rasters.at("pet");
    double sum = 0.0;
    double hot = 0.0;
    double count = 0.0;
    for (std::int64_t row = 0; row < 620; ++row) {
        for (std::int64_t column = 0; column < 700; ++column) {
            const auto value = static_cast<double>(pet.at(row, column));
            if (!std::isnan(value)) {
                sum += std::nearbyint(value * 64.0) / 64.0;
                hot += value >= 41.0 ? 1.0 : 0.0;
                count += 1.0;
            }
        }
    }
    const core::Table& whole = outcome.tables.at("whole");
    ASSERT_EQ(whole.rowCount(), 1);
    EXPECT_FALSE(whole.hasGeometry());
    EXPECT_NEAR(numbersOf(whole, "pet_mean")[0], sum / count, 1e-5);  // a few fall on a tie
    EXPECT_NEAR(numbersOf(whole, "share_above_41")[0], hot / count, 2e-3);
    EXPECT_GT(numbersOf(whole, "pet_mean_built_up")[0], 30.0);
    EXPECT_EQ(outcome.remark("areas-without-heat"), nullptr);
}

TEST(HeatStress, PutsSmallCellsTogether) {
    const Grid fine = gridOf(401, 300, 0.5);
    const auto dsm = rasterOf(fine, [](CellIndex cell) {
        return cell.row % 2 == 0 && cell.column % 2 == 0 ? 5.0F : 3.0F;
    });
    const auto dtm = rasterOf(fine, [](CellIndex) { return 3.0F; });
    const auto outcome = heat({.inputs = {rasterInput("dsm", dsm), rasterInput("dtm", dtm)}});
    const Grid& grid = outcome.rasters.at("pet")->grid();
    EXPECT_EQ(grid.cellSize(), 1.0);
    EXPECT_EQ(grid.columns(), 201);
    // The highest of each four rises 2 m: with no other layers it counts as a building.
    EXPECT_TRUE(std::isnan(outcome.rasters.at("pet")->at(10, 10)));
}

core::ErrorCode codeOf(const AnalysisRun& run) {
    try {
        heat(run);
    } catch (const core::Error& error) {
        return error.code();
    }
    return core::ErrorCode::programFault;
}

TEST(HeatStress, RefusesHoursAndDaysThatItDoesNotKnow) {
    const auto flat = rasterOf(gridOf(20, 20), [](CellIndex) { return 1.0F; });
    AnalysisRun run{.inputs = {rasterInput("dsm", flat), rasterInput("dtm", flat)}};
    run.settings = {{"hours", "9"}};
    EXPECT_EQ(codeOf(run), core::ErrorCode::valueOutOfRange);
    run.settings = {{"hours", "10.5"}};
    EXPECT_EQ(codeOf(run), core::ErrorCode::valueOutOfRange);
    run.settings = {{"date", "2018-07-26"}};
    EXPECT_EQ(codeOf(run), core::ErrorCode::roleMissing);
    const auto far =
        rasterOf(Grid(100'000.0, 400'000.0, 1.0, 20, 20), [](CellIndex) { return 1.0F; });
    run.settings = {};
    run.inputs[1] = rasterInput("dtm", far);
    EXPECT_EQ(codeOf(run), core::ErrorCode::noOverlap);
}

TEST(HeatStress, OfOneCellIsThatCell) {
    const auto one = rasterOf(gridOf(1, 1), [](CellIndex) { return 1.0F; });
    const auto outcome = heat({.inputs = {rasterInput("dsm", one), rasterInput("dtm", one)}});
    EXPECT_NEAR(outcome.rasters.at("pet")->at(0, 0), 37.91F, 0.02F);
}

}  // namespace
}  // namespace lommer::test
