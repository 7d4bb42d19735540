#include "core/analyses/climate/heat_stress/cover_flags.h"

#include "core/analyses/climate/heat_stress/heat_codes.h"
#include "core/engine/parallel.h"
#include "core/statistics/polygon_coverage.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lommer::core {
namespace {

struct Layer {
    const char* role;
    std::uint8_t flag;
};
constexpr std::array kLayers{Layer{"buildings", heat_flags::kBuilding},
                             Layer{"water", heat_flags::kWater}, Layer{"green", heat_flags::kGreen},
                             Layer{"trees", heat_flags::kTree}};

/// Pavements among what the BGT calls verges and terrain (fysiek_voorkomen).
constexpr std::array<std::string_view, 5> kPavements{"gesloten verharding", "open verharding",
                                                     "half verhard", "onverhard", "zand"};

/// Rows that lie on the ground, or above it, and are what the role asks for.
std::vector<std::int64_t> rowsThatCount(const Table& table, bool isGreen) {
    const auto level = table.indexOf("niveau");
    const auto kind = table.indexOf("fysiek_voorkomen");
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        const bool isBelow =
            level && table.column(*level).isNumeric() && table.column(*level).numberAt(row) < 0.0;
        const bool isPaved =
            isGreen && kind && table.column(*kind).info().type == ColumnType::text &&
            std::find(kPavements.begin(), kPavements.end(), table.column(*kind).textAt(row)) !=
                kPavements.end();
        if (!isBelow && !isPaved) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// Rows by the strips of 256 rows of cells that they lie in.
std::vector<std::vector<std::int64_t>> rowsByStrip(const PolygonCoverage& coverage,
                                                   const std::vector<std::int64_t>& rows,
                                                   std::int64_t first, std::int64_t end) {
    std::vector<std::vector<std::int64_t>> strips(static_cast<std::size_t>(end - first));
    for (const std::int64_t row : rows) {
        const auto range = coverage.stripsOf(row);
        for (std::int64_t strip = std::max(range.first, first); strip < std::min(range.end, end);
             ++strip) {
            strips[static_cast<std::size_t>(strip - first)].push_back(row);
        }
    }
    return strips;
}

void paintRun(const CoverageRun& run, CellIndex corner, const CellWindow& window, std::uint8_t flag,
              RasterView<std::uint8_t> values) {
    constexpr double kHalf = 0.5;
    const std::int64_t row = corner.row + run.row - window.row;
    if (run.fraction < kHalf || row < 0 || row >= window.rows) {
        return;
    }
    const std::int64_t first = corner.column + run.column - window.column;
    const std::int64_t from = std::max<std::int64_t>(first, 0);
    const std::int64_t to = std::min(first + run.length, window.columns);
    for (std::int64_t column = from; column < to; ++column) {
        values(row, column) = static_cast<std::uint8_t>(values(row, column) | flag);
    }
}

void paintStrip(const PolygonCoverage& coverage, const std::vector<std::int64_t>& rows,
                std::int64_t strip, std::uint8_t flag, CoverFlags& flags,
                const Progress& progress) {
    if (rows.empty()) {
        return;
    }
    const CellWindow window = intersection(
        {flags.cells.column, strip * kAnchorCells, flags.cells.columns, kAnchorCells}, flags.cells);
    auto values = RasterBuffer<std::uint8_t>::unfilled(window.columns, window.rows);
    flags.read(window, values.view());
    StripCoverage covered;
    for (const std::int64_t row : rows) {
        covered.runs.clear();
        covered.blocks.clear();
        coverage.cover(row, strip, covered, progress);
        for (const StripCoverage::Block& block : covered.blocks) {
            for (std::size_t run = block.firstRun; run < block.endRun; ++run) {
                paintRun(covered.runs[run], {strip * kAnchorCells, block.column * kAnchorCells},
                         window, flag, values.view());
            }
        }
    }
    flags.flags->write(window.countedFrom(flags.cells), values.view());
}

void paintLayer(const RunContext& context, const BoundInput& input, const Layer& layer,
                const Grid& grid, CoverFlags& flags, const Progress& progress) {
    TableQuery query;
    query.bounds = grid.boundsOf(flags.cells);
    query.columns.emplace();
    for (const ColumnInfo& column : input.table->info().columns) {
        if (column.name == "niveau" || column.name == "fysiek_voorkomen") {
            query.columns->push_back(column.name);
        }
    }
    const Table table = input.table->read(query, progress.stopToken());
    const auto reserved = context.memory.reserve(table.byteCount());
    if (!table.hasGeometry()) {
        return;
    }
    const PolygonCoverage coverage(table.geometries(), grid);
    const std::int64_t first = flags.cells.row / kAnchorCells;
    const std::int64_t end = (flags.cells.endRow() - 1) / kAnchorCells + 1;
    const auto strips =
        rowsByStrip(coverage, rowsThatCount(table, layer.flag == heat_flags::kGreen), first, end);
    parallelFor(end - first, progress.stopToken(), [&](std::int64_t index) {
        paintStrip(coverage, strips[static_cast<std::size_t>(index)], first + index, layer.flag,
                   flags, progress);
        progress.advance(end - first);
    });
}

}  // namespace

void CoverFlags::read(const CellWindow& window, RasterView<std::uint8_t> values) const {
    const CellWindow inside = intersection(window, cells);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        std::fill_n(values.row(row), window.columns, std::uint8_t{0});
    }
    if (flags != nullptr && !inside.isEmpty()) {
        flags->read(inside.countedFrom(cells), values.part(inside.countedFrom(window)));
    }
}

CoverFlags paintCover(const RunContext& context, const Grid& grid, const CellWindow& cells,
                      const Progress& progress) {
    CoverFlags flags{cells, nullptr};
    flags.flags =
        std::make_unique<ScratchFlags>(cells.columns, cells.rows, context.memory, context.scratch);
    flags.flags->clear();
    for (std::size_t index = 0; index < kLayers.size(); ++index) {
        const double share = 1.0 / static_cast<double>(kLayers.size());
        const auto inputs = context.all(kLayers[index].role);
        for (std::size_t one = 0; one < inputs.size(); ++one) {
            const double part = share / static_cast<double>(inputs.size());
            const double from =
                share * static_cast<double>(index) + part * static_cast<double>(one);
            paintLayer(context, *inputs[one], kLayers[index], grid, flags,
                       progress.part(from, from + part, "cover"));
        }
    }
    return flags;
}

}  // namespace lommer::core
