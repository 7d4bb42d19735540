// Times zonal-statistics from files to files on a raster as large as a province at half a metre,
// and holds its sums against a slow exact computation of another kind.
//
//   zonal_bench make DIR [SIDE]     writes DIR/values.tif (SIDE x SIDE cells) and DIR/zones.gpkg
//   zonal_bench run DIR [TIMES]     runs the analysis; prints seconds and cells per second
//   zonal_bench check DIR           compares with the slow computation

#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"
#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "core/engine/run.h"
#include "gis/platform/session.h"
#include "gis/raster_io/geotiff_sink.h"
#include "gis/raster_io/raster_files.h"
#include "gis/vector_io/table_files.h"
#include "tests/bench/quadrant_sums.h"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <numbers>
#include <string>

namespace lommer::bench {
namespace {

using namespace core;
namespace fs = std::filesystem;

constexpr std::int64_t kZonesAcross = 18;
constexpr double kCellSize = 0.5;
constexpr Point kCorner{200'000.0, 450'000.0};

/// Between 0 and 1, from two whole numbers.
double chance(std::uint64_t a, std::uint64_t b) {
    std::uint64_t mixed = (a * 0x9E3779B97F4A7C15ULL) ^ (b + 0x632BE59BD9B4E019ULL);
    mixed = (mixed ^ (mixed >> 29U)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<double>((mixed ^ (mixed >> 32U)) >> 11U) * 0x1.0p-53;
}

/// A surface with slopes, roughness of some decimetres and one hole in a hundred cells.
float heightAt(std::int64_t row, std::int64_t column) {
    const auto at = chance(static_cast<std::uint64_t>(row), static_cast<std::uint64_t>(column));
    if (at < 0.01) {
        return std::numeric_limits<float>::quiet_NaN();
    }
    const double x = static_cast<double>(column);
    const double y = static_cast<double>(row);
    return static_cast<float>(12.0 + 6.0 * std::sin(x * 0.0011) * std::cos(y * 0.0013) + 0.6 * at +
                              (std::sin(x * 0.05) * std::sin(y * 0.06) > 0.8 ? 9.0 : 0));
}

void makeRaster(const fs::path& path, std::int64_t side) {
    const Grid grid(kCorner.x, kCorner.y + static_cast<double>(side) * kCellSize, kCellSize, side,
                    side);
    const auto sink = gis::GeoTiffSink::create(path, grid, {.resolutionExponent = -7});
    constexpr std::int64_t kTile = 512;
    const std::int64_t across = (side + kTile - 1) / kTile;
    parallelFor(across * across, {}, [&](std::int64_t index) {
        const CellWindow tile = intersection(
            {index % across * kTile, index / across * kTile, kTile, kTile}, grid.window());
        RasterBuffer<float> values(tile.columns, tile.rows);
        for (std::int64_t row = 0; row < tile.rows; ++row) {
            for (std::int64_t column = 0; column < tile.columns; ++column) {
                values.view()(row, column) = heightAt(tile.row + row, tile.column + column);
            }
        }
        sink->write(tile, values.view());
    });
    sink->finish();
}

/// A border between two corners: forty steps that wander, the same from either side.
std::vector<Point> border(Point from, Point to, std::uint64_t number, double width) {
    constexpr int kSteps = 40;
    std::vector<Point> points;
    for (int step = 0; step < kSteps; ++step) {
        const double share = static_cast<double>(step) / kSteps;
        // Small near the corners, where four borders meet without crossing.
        const double off =
            width * std::sin(share * std::numbers::pi) *
            (chance(number, static_cast<std::uint64_t>(step)) + std::sin(share * 9.0) - 0.5);
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        points.push_back({from.x + share * (to.x - from.x) - off * (to.y - from.y) / length,
                          from.y + share * (to.y - from.y) + off * (to.x - from.x) / length});
    }
    return points;
}

void append(std::vector<Point>& ring, std::vector<Point> points, Point end, bool isBackward) {
    points.push_back(end);
    if (isBackward) {
        std::reverse(points.begin(), points.end());
    }
    ring.insert(ring.end(), points.begin(), points.end() - 1);
}

/// 18 x 18 zones that share wandering borders and fill all but the rim of the raster.
void makeZones(const fs::path& path, std::int64_t side) {
    const double extent = static_cast<double>(side) * kCellSize;
    const double step = extent * 0.94 / static_cast<double>(kZonesAcross);
    const auto corner = [&](std::int64_t column, std::int64_t row) {
        const auto key = static_cast<std::uint64_t>(row * 100 + column);
        return Point{kCorner.x + 0.03 * extent +
                         step * (static_cast<double>(column) + 0.3 * (chance(key, 900) - 0.5)),
                     kCorner.y + 0.03 * extent +
                         step * (static_cast<double>(row) + 0.3 * (chance(key, 901) - 0.5))};
    };
    const auto edge = [&](std::int64_t column, std::int64_t row, bool isUp) {
        return border(corner(column, row), isUp ? corner(column, row + 1) : corner(column + 1, row),
                      static_cast<std::uint64_t>((row * 100 + column) * 2 + (isUp ? 1 : 0)),
                      0.04 * step);
    };
    GeometryColumn zones;
    Column names({"naam", ColumnType::text});
    for (std::int64_t row = 0; row < kZonesAcross; ++row) {
        for (std::int64_t column = 0; column < kZonesAcross; ++column) {
            std::vector<Point> ring;
            append(ring, edge(column, row, false), corner(column + 1, row), false);
            append(ring, edge(column + 1, row, true), corner(column + 1, row + 1), false);
            append(ring, edge(column, row + 1, false), corner(column + 1, row + 1), true);
            append(ring, edge(column, row, true), corner(column, row + 1), true);
            ring.push_back(ring.front());
            zones.addRing(ring);
            zones.endPart();
            zones.endFeature(GeometryKind::polygon);
            names.appendText("gebied " + std::to_string(row) + "-" + std::to_string(column));
        }
    }
    const auto sink = gis::FileTableSink::create(path, "zones");
    const Table table{zones.rowCount(),
                      {std::make_shared<const Column>(std::move(names))},
                      std::make_shared<const GeometryColumn>(std::move(zones))};
    sink->append(PrivacyCheck(ReleaseProfile::openbaar).release(table, "zones"));
    sink->finish();
}

class FileStore : public OutputStore, private TableSink {
public:
    explicit FileStore(fs::path folder) : folder_(std::move(folder)) {}
    RasterSink& raster(const OutputDeclaration&, const Grid&) override { std::abort(); }
    TableSink& table(const OutputDeclaration& output) override {
        sink_ = gis::FileTableSink::create(folder_ / (output.id + "-result.gpkg"), output.id);
        return *this;
    }
    void append(const Table& batch) override {
        sink_->append(PrivacyCheck(ReleaseProfile::openbaar).release(batch, "zones"));
    }
    void finish() { sink_->finish(); }

private:
    fs::path folder_;
    std::unique_ptr<gis::FileTableSink> sink_;
};

class NoScratch : public Scratch {
public:
    std::unique_ptr<ScratchFile> create() override { std::abort(); }
};
class NoLocator : public GeoLocator {
public:
    Position locate(Point) const override { return {}; }
};

void run(const fs::path& folder) {
    RemarkList remarks;
    const auto values = gis::openRaster({{folder / "values.tif"}}, remarks);
    const auto zones = gis::openTable({{folder / "zones.gpkg"}, ""}, remarks);
    MemoryBudget memory(std::int64_t{1} << 30);
    NoScratch scratch;
    const NoLocator locator;
    fs::remove(folder / "zones-result.gpkg");
    FileStore store(folder);
    const auto analysis = makeZonalStatistics();
    runAnalysis(
        *analysis,
        {.given = {},
         .definition = {},
         .inputs = {{"zones", "zones", {}, zones.source}, {"values", "values", values.source, {}}},
         .region = {},
         .options = {}},
        {.progress = Progress(),
         .remarks = remarks,
         .memory = memory,
         .scratch = scratch,
         .locator = locator,
         .outputs = store});
    store.finish();
}

int time(const fs::path& folder, int times) {
    RemarkList remarks;
    const auto cells = static_cast<double>(
        gis::openRaster({{folder / "values.tif"}}, remarks).source->grid().cellCount());
    for (int turn = 0; turn < times; ++turn) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t processor = std::clock();
        run(folder);
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
        const double busy = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
        std::cout << "zonal-statistics: " << cells / 1e6 << " million cells, " << wall.count()
                  << " s (processor " << busy << " s on " << threadCount() << " threads), "
                  << cells / wall.count() / 1e6 << " million cells a second\n";
    }
    return 0;
}

int check(const fs::path& folder) {
    RemarkList remarks;
    const auto values = gis::openRaster({{folder / "values.tif"}}, remarks).source;
    const Table result =
        gis::openTable({{folder / "zones-result.gpkg"}, ""}, remarks).source->read({}, {});
    if (result.geometries().ringOffsets.size() != static_cast<std::size_t>(result.rowCount()) + 1) {
        std::cerr << "the zones should be one ring each\n";
        return 1;
    }
    std::vector<QuadrantSums> slow(static_cast<std::size_t>(result.rowCount()));
    parallelFor(result.rowCount(), {}, [&](std::int64_t row) {
        const GeometryColumn& zones = result.geometries();
        slow[static_cast<std::size_t>(row)] = quadrantSums(
            zones.ring(zones.partOffsets[zones.featureOffsets[static_cast<std::size_t>(row)]]),
            *values);
    });
    std::map<std::string, double> worst;
    for (std::int64_t row = 0; row < result.rowCount(); ++row) {
        const QuadrantSums& expected = slow[static_cast<std::size_t>(row)];
        const auto differ = [&](const char* column, double value) {
            const double own = result.columnNamed(column).realAt(row);
            worst[column] =
                std::max(worst[column], std::abs(own - value) / std::max(1.0, std::abs(value)));
        };
        differ("count", expected.count);
        differ("sum", expected.sum);
        differ("min", expected.minimum);
        differ("max", expected.maximum);
        differ("mean", expected.sum / expected.count);
        differ("stdev", expected.deviation);
    }
    bool isGood = true;
    std::cout << "largest relative difference with the slow computation over " << result.rowCount()
              << " zones:";
    for (const auto& [column, difference] : worst) {
        std::cout << "  " << column << ' ' << difference;
        isGood = isGood && difference <= 1e-9;
    }
    std::cout << '\n';
    return isGood ? 0 : 1;
}

}  // namespace
}  // namespace lommer::bench

int main(int count, char** arguments) {
    const std::string action = count > 2 ? arguments[1] : "";
    const lommer::gis::Session session({});
    try {
        if (action == "make") {
            const std::int64_t side = count > 3 ? std::atoll(arguments[3]) : 17'321;
            std::filesystem::create_directories(arguments[2]);
            lommer::bench::makeRaster(std::filesystem::path(arguments[2]) / "values.tif", side);
            lommer::bench::makeZones(std::filesystem::path(arguments[2]) / "zones.gpkg", side);
            return 0;
        }
        if (action == "run") {
            return lommer::bench::time(arguments[2], count > 3 ? std::atoi(arguments[3]) : 1);
        }
        if (action == "check") {
            return lommer::bench::check(arguments[2]);
        }
    } catch (const lommer::core::Error& error) {
        std::cerr << error.what() << ' ' << error.details() << '\n';
        return 1;
    }
    std::cerr << "zonal_bench make|run|check DIR\n";
    return 2;
}
