#include "core/analyses/climate/heat_stress/felt_pass.h"

#include "core/analyses/climate/heat_stress/felt_hour.h"
#include "core/raster/tile_pass.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

// Cells; the blocks of files, so that each is written at once.
constexpr std::int64_t kTile = 512;
constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

/// A row of cells on its way.
struct FeltRow {
    std::vector<float> skyView;
    std::vector<float> bowenRatio;
    std::vector<std::uint32_t> sunlit;            // 0 under crowns
    std::vector<std::vector<float>> windLeft;     // per side: part of the station's wind
    std::vector<std::vector<float>> logWindLeft;  // its logarithm
    std::vector<std::vector<float>> warming;      // per side
    std::vector<float> pet;
    std::vector<float> air;
    std::vector<float> wind;

    FeltRow(std::size_t cells, std::size_t sides)
        : skyView(cells),
          bowenRatio(cells),
          sunlit(cells),
          windLeft(sides, std::vector<float>(cells)),
          logWindLeft(windLeft),
          warming(windLeft),
          pet(cells),
          air(cells),
          wind(cells) {}
};

/// Adds one hour to the sums of a row: a plain loop without branches, for vectors.
void addHour(const FeltHour& hour, std::size_t count, FeltRow& row) {
    const float leastLogWind = std::log(FeltTemperature::kLeastWind);
    const float* __restrict sky = row.skyView.data();
    const float* __restrict bowen = row.bowenRatio.data();
    const std::uint32_t* __restrict sunlit = row.sunlit.data();
    const float* __restrict left = row.windLeft[hour.side].data();
    const float* __restrict logLeft = row.logWindLeft[hour.side].data();
    const float* __restrict warming = row.warming[hour.side].data();
    float* __restrict pet = row.pet.data();
    float* __restrict airs = row.air.data();
    float* __restrict winds = row.wind.data();
    for (std::size_t i = 0; i < count; ++i) {
        const float air = hour.stationCelsius + hour.warmthShare * warming[i];
        const float logWind = std::max(leastLogWind, hour.logStationWind + logLeft[i]);
        const float sun = hour.felt.inSun(air, logWind, bowen[i], sky[i]);
        const float shade = hour.felt.inShade(air, logWind, sky[i]);
        pet[i] += (sunlit[i] & hour.sunBit) != 0 ? sun : shade;
        airs[i] += air;
        winds[i] += std::max(FeltTemperature::kLeastWind, hour.stationWind * left[i]);
    }
}

class FeltPass {
public:
    FeltPass(const HeatSettings& settings, const Surroundings& surroundings)
        : surroundings_(surroundings), hours_(feltHoursOf(settings, surroundings.sides)) {}

    std::size_t hourCount() const noexcept { return hours_.size(); }
    std::size_t sideCount() const noexcept { return surroundings_.sides.size(); }

    /// Means over the hours of the cells of row `row` of the grid, from the first column of
    /// `cells`.
    void compute(const BlockPlaces& columns, std::int64_t row, const std::uint32_t* codes,
                 FeltRow& felt) const {
        const std::size_t count = columns.size();
        for (std::size_t i = 0; i < count; ++i) {
            const HeatCell cell(codes[i]);
            felt.skyView[i] = cell.skyView();
            felt.bowenRatio[i] = cell.cover() == HeatCover::paved
                                     ? FeltTemperature::kDryBowenRatio
                                     : FeltTemperature::kVegetatedBowenRatio;
            felt.sunlit[i] = cell.cover() == HeatCover::tree ? 0U : cell.sunlit();
            felt.pet[i] = 0.0F;
            felt.air[i] = 0.0F;
            felt.wind[i] = 0.0F;
        }
        for (std::size_t side = 0; side < sideCount(); ++side) {
            surroundings_.interpolate(surroundings_.warming[side], columns, row,
                                      felt.warming[side].data());
            surroundings_.interpolate(surroundings_.windReduction[side], columns, row,
                                      felt.windLeft[side].data());
            for (std::size_t i = 0; i < count; ++i) {
                const float left = windLeft(felt.windLeft[side][i]);
                felt.windLeft[side][i] = left;
                felt.logWindLeft[side][i] = std::log(left);
            }
        }
        for (const FeltHour& hour : hours_) {
            addHour(hour, count, felt);
        }
        const float perHour = 1.0F / static_cast<float>(hours_.size());
        for (std::size_t i = 0; i < count; ++i) {
            felt.pet[i] *= perHour;
            felt.air[i] *= perHour;
            felt.wind[i] *= perHour;
        }
    }

    int shadedHours(std::uint32_t sunlit) const noexcept {
        return static_cast<int>(hours_.size()) - std::popcount(sunlit);
    }
    bool isBuiltUp(CellIndex cell) const noexcept { return surroundings_.isBuiltUpAt(cell); }

private:
    const Surroundings& surroundings_;
    std::vector<FeltHour> hours_;
};

/// The rasters of a tile, before they are written.
struct FeltTile {
    explicit FeltTile(const CellWindow& cells)
        : pet(RasterBuffer<float>::unfilled(cells.columns, cells.rows)),
          skyView(RasterBuffer<float>::unfilled(cells.columns, cells.rows)),
          shadeShare(RasterBuffer<float>::unfilled(cells.columns, cells.rows)),
          air(RasterBuffer<float>::unfilled(cells.columns, cells.rows)),
          wind(RasterBuffer<float>::unfilled(cells.columns, cells.rows)) {}

    RasterBuffer<float> pet;
    RasterBuffer<float> skyView;
    RasterBuffer<float> shadeShare;
    RasterBuffer<float> air;
    RasterBuffer<float> wind;
};

HeatCounts countsOf(RasterView<const std::uint32_t> codes) {
    HeatCounts counts;
    for (std::int64_t row = 0; row < codes.rows(); ++row) {
        for (std::int64_t column = 0; column < codes.columns(); ++column) {
            const HeatCell cell(codes(row, column));
            counts.unknown += cell.cover() == HeatCover::unknown ? 1 : 0;
            counts.valued += cell.hasValue() ? 1 : 0;
            counts.paved += cell.hasValue() && cell.cover() == HeatCover::paved ? 1 : 0;
        }
    }
    return counts;
}

/// One row of the tile, and the outcomes in place of the codes.
void finishRow(const FeltPass& pass, const CellWindow& cells, std::int64_t row, const FeltRow& felt,
               std::uint32_t* codes, FeltTile& tile) {
    const float perHour = 1.0F / static_cast<float>(pass.hourCount());
    float* pet = tile.pet.view().row(row);
    float* sky = tile.skyView.view().row(row);
    float* shade = tile.shadeShare.view().row(row);
    float* air = tile.air.view().row(row);
    float* wind = tile.wind.view().row(row);
    for (std::int64_t column = 0; column < cells.columns; ++column) {
        const auto i = static_cast<std::size_t>(column);
        const HeatCell cell(codes[i]);
        const bool isValued = cell.hasValue();
        const int shaded = pass.shadedHours(felt.sunlit[i]);
        sky[i] = felt.skyView[i];
        shade[i] = std::isnan(sky[i]) ? kHole : static_cast<float>(shaded) * perHour;
        pet[i] = isValued ? felt.pet[i] : kHole;
        air[i] = isValued ? felt.air[i] : kHole;
        wind[i] = isValued ? felt.wind[i] : kHole;
        codes[i] = isValued ? HeatOutcome(felt.pet[i], shaded,
                                          pass.isBuiltUp({cells.row + row, cells.column + column}))
                                  .code()
                            : 0;
    }
}

/// `written` is a part of the tile at `window`; the sinks begin at `wanted`.
void writeTile(const HeatSinks& sinks, const CellWindow& wanted, const CellWindow& written,
               const CellWindow& window, const FeltTile& tile) {
    const CellWindow to = written.countedFrom(wanted);
    const CellWindow from = written.countedFrom(window);
    sinks.pet->write(to, tile.pet.view().part(from));
    sinks.skyView->write(to, tile.skyView.view().part(from));
    sinks.shadeShare->write(to, tile.shadeShare.view().part(from));
    sinks.airTemperature->write(to, tile.air.view().part(from));
    sinks.wind->write(to, tile.wind.view().part(from));
}

/// A window around all cells in whole tiles from the first wanted cell, as the sinks have them.
CellWindow tiledAround(const HeatCells& cells) {
    const auto before = [](std::int64_t wanted, std::int64_t first) {
        return wanted - (wanted - first + kTile - 1) / kTile * kTile;
    };
    const std::int64_t column = before(cells.wanted.column, cells.all.column);
    const std::int64_t row = before(cells.wanted.row, cells.all.row);
    return {column, row, cells.all.endColumn() - column, cells.all.endRow() - row};
}

/// Counts of all tiles.
struct SharedCounts {
    std::atomic<std::int64_t> unknown{0};
    std::atomic<std::int64_t> valued{0};
    std::atomic<std::int64_t> paved{0};

    void add(const HeatCounts& counts) {
        unknown += counts.unknown;
        valued += counts.valued;
        paved += counts.paved;
    }
};

}  // namespace

HeatCounts computeFeltTemperature(const RunContext& context, const HeatSettings& settings,
                                  const Surroundings& surroundings, const HeatCells& cells,
                                  const HeatSinks& sinks, HeatGround& ground,
                                  const Progress& progress) {
    const FeltPass pass(settings, surroundings);
    constexpr std::int64_t kBytesPerCell = 24;  // five rasters and the codes
    // Parts of the blocks of files are put together from copies: rather few tiles than parts.
    const TilePlan plan = planTiles(
        tiledAround(cells), std::min(context.options.tileSize, kTile), context.memory,
        [](std::int64_t side) { return side * side * kBytesPerCell; }, TileLayout::kFewPerThread);
    SharedCounts shared;
    forEachTile(plan.layout, progress, [&](const CellWindow& square) {
        const CellWindow window = intersection(square, cells.all);
        if (window.isEmpty()) {
            return;
        }
        auto codes = RasterBuffer<std::uint32_t>::unfilled(window.columns, window.rows);
        ground.read(window, codes.view());
        FeltTile tile(window);
        FeltRow felt(static_cast<std::size_t>(window.columns), pass.sideCount());
        const BlockPlaces columns = surroundings.placesOf(window);
        const CellWindow written = intersection(window, cells.wanted);
        if (!written.isEmpty()) {
            shared.add(countsOf(codes.view().part(written.countedFrom(window))));
        }
        for (std::int64_t row = 0; row < window.rows; ++row) {
            progress.checkpoint();
            pass.compute(columns, window.row + row, codes.view().row(row), felt);
            finishRow(pass, window, row, felt, codes.view().row(row), tile);
        }
        ground.write(window, codes.view());
        if (!written.isEmpty()) {
            writeTile(sinks, cells.wanted, written, window, tile);
        }
    });
    return {shared.unknown, shared.valued, shared.paved};
}

}  // namespace lommer::core
