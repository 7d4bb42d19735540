// Why it is so warm at one place of the heat map.

#include "core/analyses/climate/heat_stress/heat_stress.h"
#include "tests/support/geometries.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lommer::test {
namespace {

using core::CellIndex;
using core::Grid;
using core::PlaceExplanation;
using core::Point;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

core::BoundInput polygonInput(const char* role, const std::vector<core::Bounds>& boxes) {
    core::GeometryColumn column;
    for (const core::Bounds& box : boxes) {
        addPolygon(column, {rectangle(box.xmin, box.ymin, box.xmax, box.ymax)});
    }
    return tableInput(role, tableOf(std::move(column), {}));
}

PlaceExplanation explained(const AnalysisRun& run, Point place) {
    return explainAnalysis(*core::makeHeatStress(), run, {place}).front().value();
}

double shareOf(const PlaceExplanation& explanation, const char* id) {
    for (const core::PlaceShare& share : explanation.shares) {
        if (share.id == id) {
            return share.amount;
        }
    }
    ADD_FAILURE() << "no share " << id;
    return 0.0;
}

double sumOf(const PlaceExplanation& explanation) {
    double sum = 0.0;
    for (const core::PlaceShare& share : explanation.shares) {
        sum += share.amount;
    }
    return sum;
}

template <class Value>
Value factOf(const std::vector<core::PlaceFact>& facts, const char* id) {
    for (const core::PlaceFact& fact : facts) {
        if (fact.id == id) {
            return std::get<Value>(fact.value);
        }
    }
    ADD_FAILURE() << "no fact " << id;
    return {};
}

/// 3 x 3 km, flat; its middle is at (201500, 451500).
AnalysisRun plain(const std::vector<core::Bounds>& green) {
    const Grid grid = gridOf(600, 600, 5.0);
    const auto flat = std::make_shared<const MemoryRaster>(grid, [](CellIndex) { return 2.5F; });
    AnalysisRun run{.inputs = {rasterInput("dsm", flat), rasterInput("dtm", flat)}};
    if (!green.empty()) {
        run.inputs.push_back(polygonInput("green", green));
    }
    return run;
}

const Point kMiddle{201'502.0, 451'498.0};

TEST(HeatPlace, OpenGrassDiffersInNothingFromOpenGrass) {
    const auto grass = explained(plain({{199'000, 449'000, 204'000, 454'000}}), kMiddle);
    EXPECT_NEAR(grass.value, 35.91, 0.02);
    EXPECT_NEAR(grass.reference, grass.value, 1e-4);
    for (const core::PlaceShare& share : grass.shares) {
        EXPECT_NEAR(share.amount, 0.0, 1e-4) << share.id;
    }
    EXPECT_EQ(factOf<std::string>(grass.facts, "cover"), "green");
    EXPECT_EQ(factOf<std::int64_t>(grass.facts, "shaded-hours"), 0);
}

// One paved cell among grass: 0.546 K per unit of the Bowen ratio, 3.0 instead of 0.4.
TEST(HeatPlace, APavedSpotDiffersInItsCoverAlone) {
    const auto spot = explained(plain({{199'000, 449'000, 201'500, 454'000},
                                       {201'505, 449'000, 204'000, 454'000},
                                       {201'500, 449'000, 201'505, 451'495},
                                       {201'500, 451'500, 201'505, 454'000}}),
                                kMiddle);
    EXPECT_EQ(factOf<std::string>(spot.facts, "cover"), "paved");
    EXPECT_NEAR(shareOf(spot, "cover"), 0.546 * 2.6, 1e-3);
    for (const char* other : {"air", "sky", "shade", "wind"}) {
        EXPECT_NEAR(shareOf(spot, other), 0.0, 1e-3) << other;
    }
}

// A plain of nothing but stones warms the air too: 3.35 K times the mean 0.1371 of the seven hours,
// and 1.25 K felt per K of air.
TEST(HeatPlace, APavedPlainWarmsTheAirToo) {
    const auto paved = explained(plain({}), kMiddle);
    EXPECT_NEAR(shareOf(paved, "cover"), 0.546 * 2.6, 1e-4);
    EXPECT_NEAR(shareOf(paved, "air"), 1.25 * 3.35 * 0.96 / 7.0, 1e-3);
    EXPECT_NEAR(paved.value, 37.91, 0.02);
}

/// Blocks and crowns on a grid, a pond, a hole; green in the south.
struct Village {
    Grid grid = gridOf(300, 280, 2.0);

    static bool isBlock(CellIndex cell) { return cell.row % 23 < 8 && cell.column % 17 < 7; }
    static bool isTree(CellIndex cell) {
        return std::hypot(static_cast<double>(cell.row % 23) - 15.0,
                          static_cast<double>(cell.column % 17) - 12.0) < 2.5;
    }
    static bool isPond(CellIndex cell) {
        return cell.row >= 100 && cell.row < 120 && cell.column >= 200 && cell.column < 230;
    }
    static bool isHole(CellIndex cell) { return cell.row < 3 && cell.column > 290; }

    AnalysisRun run() const {
        std::vector<core::Bounds> blocks;
        for (std::int64_t row = 0; row < grid.rows(); row += 23) {
            for (std::int64_t column = 0; column < grid.columns(); column += 17) {
                blocks.push_back(grid.boundsOf({column, row, 7, 8}));
            }
        }
        const auto surface = [](CellIndex cell) {
            const float above = isBlock(cell) ? 9.0F : isTree(cell) ? 7.0F : 0.0F;
            return isPond(cell) || isHole(cell) ? kHole : 3.0F + above;
        };
        const auto ground = [](CellIndex cell) {
            return isPond(cell) || isHole(cell) ? kHole : 3.0F;
        };
        return {.inputs = {rasterInput("dsm", std::make_shared<const MemoryRaster>(grid, surface)),
                           rasterInput("dtm", std::make_shared<const MemoryRaster>(grid, ground)),
                           polygonInput("buildings", blocks),
                           polygonInput("water", {grid.boundsOf({200, 100, 30, 20})}),
                           polygonInput("green", {grid.boundsOf({0, 180, 300, 100})})}};
    }
};

const std::vector<CellIndex> kPlaces{{20, 20},   {30, 29},  {9, 3},    {150, 12},
                                     {153, 148}, {200, 60}, {250, 29}, {125, 210}};

TEST(HeatPlace, ExplainsTheValueOfTheMapWithSharesThatAddUp) {
    const Village village;
    const auto map = runAnalysis(*core::makeHeatStress(), village.run());
    for (const CellIndex& cell : kPlaces) {
        const auto place = explained(village.run(), village.grid.centreOf(cell));
        SCOPED_TRACE(testing::Message() << cell.row << ' ' << cell.column);
        ASSERT_EQ(place.hindrance, "");
        const auto onMap = [&](const char* output) {
            return static_cast<double>(map.rasters.at(output)->at(cell.row, cell.column));
        };
        EXPECT_EQ(place.value, onMap("pet"));
        const bool isTree = factOf<std::string>(place.facts, "cover") == "tree";
        EXPECT_EQ(factOf<double>(place.facts, isTree ? "sky-view-of-crown" : "sky-view"),
                  onMap("sky-view-factor"));
        EXPECT_EQ(factOf<double>(place.facts, "air-temperature"), onMap("air-temperature"));
        EXPECT_EQ(factOf<double>(place.facts, "wind"), onMap("wind"));
        EXPECT_NEAR(static_cast<double>(factOf<std::int64_t>(place.facts, "shaded-hours")) / 7.0,
                    onMap("shade-share"), 1e-6);
        EXPECT_NEAR(place.reference, 35.91, 0.02);
        EXPECT_NEAR(sumOf(place), place.value - place.reference, 1e-9);
    }
}

TEST(HeatPlace, SaysWhatShadeAndShelterDo) {
    const Village village;
    const auto crown = explained(village.run(), village.grid.centreOf({153, 148}));
    EXPECT_EQ(factOf<std::string>(crown.facts, "cover"), "tree");
    EXPECT_EQ(factOf<std::int64_t>(crown.facts, "shaded-hours"), 7);
    EXPECT_LT(shareOf(crown, "shade"), -4.0);
    EXPECT_NEAR(shareOf(crown, "cover"), 0.0, 1e-9);
    const auto street = explained(village.run(), village.grid.centreOf({200, 60}));
    EXPECT_GT(shareOf(street, "wind"), 0.5);  // houses keep it off
    EXPECT_GT(shareOf(street, "air"), 0.1);
    EXPECT_LT(shareOf(street, "sky"), 0.0);
}

TEST(HeatPlace, SaysWhyAPlaceHasNoValue) {
    const Village village;
    const auto hindranceAt = [&](CellIndex cell) {
        return explained(village.run(), village.grid.centreOf(cell)).hindrance;
    };
    EXPECT_EQ(hindranceAt({2, 2}), "building");
    EXPECT_EQ(hindranceAt({110, 215}), "water");
    EXPECT_EQ(hindranceAt({1, 298}), "no-data");
    EXPECT_EQ(explained(village.run(), {100'000.0, 400'000.0}).hindrance, "outside");
    AnalysisRun part = village.run();
    part.region = village.grid.boundsOf({0, 0, 100, 100});
    EXPECT_EQ(explained(part, village.grid.centreOf({20, 20})).hindrance, "");
    EXPECT_EQ(explained(part, village.grid.centreOf({200, 60})).hindrance, "outside");
}

TEST(HeatPlace, IsTheSameForAnyTilesThreadsAndMemory) {
    const Village village;
    AnalysisRun run = village.run();
    const auto one = explained(run, village.grid.centreOf({200, 60}));
    run.tileSize = 256;
    run.threads = 3;
    run.memoryBytes = 40 << 20;
    const auto other = explained(run, village.grid.centreOf({200, 60}));
    EXPECT_EQ(one.value, other.value);
    for (std::size_t share = 0; share < one.shares.size(); ++share) {
        EXPECT_EQ(one.shares[share].amount, other.shares[share].amount);
    }
}

// 18 by 5 km with houses here and there in cells of 20 m: what matters to a place lies in squares
// of 5 km.
TEST(HeatPlace, IsTheSameAfterAnotherPlace) {
    const Grid grid = gridOf(900, 256, 20.0);
    const auto houses = [](CellIndex cell) {
        const bool isHouse = cell.row % 3 == 0 && cell.column % 5 == 0;
        return isHouse ? static_cast<float>((cell.row * 31 + cell.column * 17) % 23) : 0.0F;
    };
    const AnalysisRun run{
        .inputs = {rasterInput("dsm", std::make_shared<const MemoryRaster>(grid, houses)),
                   rasterInput("dtm", std::make_shared<const MemoryRaster>(
                                          grid, [](CellIndex) { return 0.0F; }))}};
    std::vector<Point> places;
    for (const std::int64_t column : {300, 310, 500, 300}) {  // near, far, and back
        for (std::int64_t row = 120; row < 123; ++row) {
            places.push_back(grid.centreOf({row, column}));
        }
    }
    int withValue = 0;
    const auto after = explainAnalysis(*core::makeHeatStress(), run, places);
    ASSERT_EQ(after.size(), places.size());
    for (std::size_t place = 0; place < places.size(); ++place) {
        const PlaceExplanation anew = explained(run, places[place]);
        EXPECT_EQ(after[place]->hindrance, anew.hindrance);
        EXPECT_EQ(after[place]->value, anew.value);
        ASSERT_EQ(after[place]->shares.size(), anew.shares.size());
        for (std::size_t share = 0; share < anew.shares.size(); ++share) {
            EXPECT_EQ(after[place]->shares[share].amount, anew.shares[share].amount);
        }
        withValue += anew.hindrance.empty() ? 1 : 0;
    }
    EXPECT_GT(withValue, 4);
}

TEST(HeatPlace, KnowsTheExactIndicesOfEachHour) {
    const Village village;
    const auto open = explained(village.run(), village.grid.centreOf({200, 60}));
    ASSERT_EQ(open.moments.size(), 7U);
    const core::PlaceMoment& chief = open.moments[open.chiefMoment];
    EXPECT_EQ(chief.time, "2015-07-01T14:00Z");
    const auto radiant = factOf<double>(chief.facts, "radiant-temperature");
    EXPECT_EQ(factOf<std::string>(chief.facts, "light"), "sun");
    EXPECT_GT(radiant, 55.0);
    EXPECT_LT(radiant, 70.0);
    const auto crown = explained(village.run(), village.grid.centreOf({153, 148}));
    const core::PlaceMoment& cool = crown.moments[crown.chiefMoment];
    EXPECT_EQ(factOf<std::string>(cool.facts, "light"), "shade");
    for (const char* index : {"exact-pet", "utci"}) {
        EXPECT_GT(factOf<double>(chief.facts, index), factOf<double>(cool.facts, index) + 3.0);
    }
    for (const core::PlaceMoment* moment : {&chief, &cool}) {  // limits at 32 and 38 °C
        const auto index = factOf<double>(moment->facts, "utci");
        EXPECT_EQ(factOf<std::string>(moment->facts, "utci-stress"),
                  index > 38.0   ? "very-strong-heat"
                  : index > 32.0 ? "strong-heat"
                                 : "moderate-heat");
    }
    // As much water in warmer air: less of what it could hold.
    EXPECT_LT(factOf<double>(chief.facts, "humidity"), 35.0);
}

TEST(HeatPlace, TakesTheWarmestHourWhereTheUsualOneIsNotAsked) {
    AnalysisRun run = plain({});
    run.settings = {{"hours", "10,12,11"}};
    const auto place = explained(run, kMiddle);
    EXPECT_EQ(place.moments[place.chiefMoment].time, "2015-07-01T12:00Z");
}

}  // namespace
}  // namespace lommer::test
