#include "core/raster/connected_areas.h"

#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "core/raster/graph_pass.h"
#include "tests/support/memory_raster.h"

#include <gtest/gtest.h>

#include <cmath>
#include <deque>
#include <map>
#include <mutex>
#include <random>
#include <stop_token>

namespace lommer::core {
namespace {

using AreaByCell = std::map<std::pair<std::int64_t, std::int64_t>, ConnectedArea>;

/// NaN: no area; else the value is the class.
void classesOf(std::span<const float> values, std::span<std::int32_t> classes) {
    std::transform(values.begin(), values.end(), classes.begin(), [](float value) {
        return std::isnan(value) ? -1 : static_cast<std::int32_t>(value);
    });
}

/// By spreading from cell to cell: slow and obvious.
AreaByCell flooded(const test::MemoryRaster& raster, const CellWindow& wanted,
                   Connectivity connectivity) {
    AreaByCell areas;
    const std::int64_t corner = connectivity == Connectivity::edgesAndCorners ? 2 : 1;
    for (std::int64_t row = wanted.row; row < wanted.endRow(); ++row) {
        for (std::int64_t column = wanted.column; column < wanted.endColumn(); ++column) {
            const float value = raster.at(row, column);
            if (std::isnan(value) || areas.contains({row, column})) {
                continue;
            }
            std::vector<CellIndex> members{{row, column}};
            areas[{row, column}] = {};
            for (std::size_t next = 0; next < members.size(); ++next) {
                const CellIndex at = members[next];
                for (std::int64_t south = -1; south <= 1; ++south) {
                    for (std::int64_t east = -1; east <= 1; ++east) {
                        const CellIndex beside{at.row + south, at.column + east};
                        if (std::abs(south) + std::abs(east) <= corner &&
                            wanted.contains({beside.column, beside.row, 1, 1}) &&
                            raster.at(beside.row, beside.column) == value &&
                            areas.try_emplace({beside.row, beside.column}).second) {
                            members.push_back(beside);
                        }
                    }
                }
            }
            const ConnectedArea whole{{row, column},
                                      static_cast<std::int64_t>(members.size()),
                                      static_cast<std::int32_t>(value)};
            for (const CellIndex& member : members) {
                areas[{member.row, member.column}] = whole;
            }
        }
    }
    return areas;
}

struct Setting {
    std::int64_t tileSize = 256;
    int threads = 2;
    std::int64_t memory = 1LL << 30;
};

AreaByCell found(const test::MemoryRaster& raster, const CellWindow& wanted,
                 Connectivity connectivity, const Setting& setting) {
    const ThreadLimit limit(setting.threads);
    MemoryBudget memory(setting.memory);
    AreaByCell areas;
    std::mutex mutex;
    runGraphPass({raster, wanted, connectivity, classesOf, setting.tileSize, memory, Progress()},
                 [&](const GraphTile& tile) {
                     const std::scoped_lock lock(mutex);
                     for (std::int64_t row = 0; row < tile.cells.rows; ++row) {
                         for (std::int64_t column = 0; column < tile.cells.columns; ++column) {
                             const std::int32_t label = tile.labels(row, column);
                             if (label >= 0) {
                                 areas[{tile.cells.row + row, tile.cells.column + column}] =
                                     tile.areas[static_cast<std::size_t>(label)];
                             }
                         }
                     }
                 });
    return areas;
}

/// Two classes and holes, near the share of cells at which areas grow without end.
test::MemoryRaster speckles(std::int64_t columns, std::int64_t rows, double share) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> draw(0.0, 1.0);
    return {test::gridOf(columns, rows), [&](CellIndex) {
                const double value = draw(random);
                return value < share ? 1.0F : (value < share + 0.1 ? 2.0F : std::nanf(""));
            }};
}

TEST(ConnectedAreas, CornersJoinOnlyWhereTheyAreAskedTo) {
    // # . #
    // . # .
    const std::vector<std::int32_t> cells{0, -1, 0, -1, 0, -1};
    const RasterView<const std::int32_t> view(cells.data(), 3, 2, 3);
    const auto edges = labelConnectedAreas(view, {10, 20}, Connectivity::edges, [] {});
    ASSERT_EQ(edges.areas.size(), 3U);
    EXPECT_EQ(edges.areas[2], (ConnectedArea{{11, 21}, 1, 0}));
    const auto corners = labelConnectedAreas(view, {10, 20}, Connectivity::edgesAndCorners, [] {});
    ASSERT_EQ(corners.areas.size(), 1U);
    EXPECT_EQ(corners.areas[0], (ConnectedArea{{10, 20}, 3, 0}));
}

TEST(GraphPass, FindsWhatSpreadingFromCellToCellFinds) {
    const test::MemoryRaster raster = speckles(530, 300, 0.55);
    const CellWindow wanted{3, 5, 520, 290};
    for (const Connectivity connectivity : {Connectivity::edges, Connectivity::edgesAndCorners}) {
        EXPECT_EQ(found(raster, wanted, connectivity, {}), flooded(raster, wanted, connectivity));
    }
}

TEST(GraphPass, OneAreaMayWindThroughAllTiles) {
    // A path that fills the raster: every second row, joined at alternating ends.
    const test::MemoryRaster raster(test::gridOf(600, 601), [](CellIndex cell) {
        const std::int64_t end = cell.row % 4 == 1 ? 599 : 0;
        return cell.row % 2 == 0 || cell.column == end ? 1.0F : std::nanf("");
    });
    const AreaByCell areas = found(raster, raster.grid().window(), Connectivity::edges, {});
    EXPECT_EQ(areas.size(), 301U * 600U + 300U);
    for (const auto& [cell, area] : areas) {
        ASSERT_EQ(area, (ConnectedArea{{0, 0}, 301 * 600 + 300, 1}));
    }
}

TEST(GraphPass, DoesNotDependOnTilesThreadsOrMemory) {
    const test::MemoryRaster raster = speckles(1100, 700, 0.5);
    const CellWindow wanted = raster.grid().window();
    const AreaByCell expected =
        found(raster, wanted, Connectivity::edgesAndCorners, {.tileSize = 4096, .threads = 1});
    for (const Setting& setting :
         {Setting{256, 1}, Setting{256, 5}, Setting{1024, 2}, Setting{1024, 2, 2LL << 21}}) {
        EXPECT_EQ(found(raster, wanted, Connectivity::edgesAndCorners, setting), expected);
    }
}

TEST(GraphPass, ReportsTooLittleMemoryAndStops) {
    const test::MemoryRaster raster = speckles(300, 300, 0.5);
    const CellWindow wanted = raster.grid().window();
    EXPECT_THROW(found(raster, wanted, Connectivity::edges, {.memory = 1000}), Error);
    std::stop_source stop;
    stop.request_stop();
    MemoryBudget memory(1LL << 30);
    EXPECT_THROW(runGraphPass({raster, wanted, Connectivity::edges, classesOf, 256, memory,
                               Progress(stop.get_token(), nullptr)},
                              [](const GraphTile&) {}),
                 Cancelled);
}

}  // namespace
}  // namespace lommer::core
