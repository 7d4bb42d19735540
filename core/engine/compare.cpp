#include "core/engine/compare.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::core {
namespace {

constexpr std::int64_t kBandRows = 256;

Comparison differentBecause(std::string reason) {
    return {Likeness::different, std::numeric_limits<double>::infinity(), std::move(reason)};
}

void noteDifference(Comparison& comparison, double difference, double tolerance) {
    if (difference == 0.0) {
        return;
    }
    comparison.largestDifference = std::max(comparison.largestDifference, difference);
    if (difference > tolerance) {
        comparison.likeness = Likeness::different;
    } else if (comparison.likeness == Likeness::identical) {
        comparison.likeness = Likeness::withinTolerance;
    }
}

void compareCells(std::span<const float> a, std::span<const float> b, double tolerance,
                  Comparison& comparison) {
    for (std::size_t index = 0; index < a.size(); ++index) {
        const bool isHoleA = std::isnan(a[index]);
        if (isHoleA != std::isnan(b[index])) {
            comparison = differentBecause("a hole on one side only");
            return;
        }
        if (!isHoleA) {
            noteDifference(comparison,
                           std::abs(static_cast<double>(a[index]) - static_cast<double>(b[index])),
                           tolerance);
        }
    }
}

void compareColumn(const Column& a, const Column& b, double tolerance, Comparison& comparison) {
    const bool isReal = a.info().type == ColumnType::real;
    for (std::int64_t row = 0; row < a.size(); ++row) {
        const bool isSame = a.presenceAt(row) == b.presenceAt(row) &&
                            (isReal || !a.isPresent(row) || a.displayAt(row) == b.displayAt(row));
        if (!isSame) {
            comparison =
                differentBecause("column " + a.info().name + ", row " + std::to_string(row));
            return;
        }
        if (isReal && a.isPresent(row)) {
            noteDifference(comparison, std::abs(a.realAt(row) - b.realAt(row)), tolerance);
        }
    }
}

void compareGeometries(const GeometryColumn& a, const GeometryColumn& b, double tolerance,
                       Comparison& comparison) {
    const bool isSameShape = a.kinds == b.kinds && a.featureOffsets == b.featureOffsets &&
                             a.partOffsets == b.partOffsets && a.ringOffsets == b.ringOffsets;
    if (!isSameShape) {
        comparison = differentBecause("geometries of another structure");
        return;
    }
    for (std::size_t index = 0; index < a.points.size(); ++index) {
        noteDifference(comparison,
                       std::max(std::abs(a.points[index].x - b.points[index].x),
                                std::abs(a.points[index].y - b.points[index].y)),
                       tolerance);
    }
}

}  // namespace

std::string_view toText(Likeness likeness) noexcept {
    constexpr std::array<std::string_view, 3> texts{"identical", "within tolerance", "different"};
    return texts[static_cast<std::size_t>(likeness)];
}

Comparison compareRasters(const RasterSource& a, const RasterSource& b, double tolerance,
                          const Progress& progress) {
    if (!(a.grid() == b.grid())) {
        return differentBecause("another grid");
    }
    Comparison comparison;
    const Grid& grid = a.grid();
    RasterBuffer<float> left(grid.columns(), std::min(kBandRows, grid.rows()));
    RasterBuffer<float> right(grid.columns(), left.rows());
    for (std::int64_t row = 0; row < grid.rows(); row += kBandRows) {
        const CellWindow band{0, row, grid.columns(), std::min(kBandRows, grid.rows() - row)};
        const CellWindow part{0, 0, band.columns, band.rows};
        a.read(band, left.view().part(part));
        b.read(band, right.view().part(part));
        const auto count = static_cast<std::size_t>(band.cellCount());
        compareCells(left.values().first(count), right.values().first(count), tolerance,
                     comparison);
        progress.report(static_cast<double>(band.endRow()) / static_cast<double>(grid.rows()));
    }
    return comparison;
}

Comparison compareTables(const Table& a, const Table& b, double tolerance,
                         const Progress& progress) {
    if (a.rowCount() != b.rowCount() || a.columns().size() != b.columns().size() ||
        a.hasGeometry() != b.hasGeometry()) {
        return differentBecause("another number of rows or columns");
    }
    Comparison comparison;
    for (std::size_t index = 0; index < a.columns().size(); ++index) {
        if (a.column(index).info().name != b.column(index).info().name ||
            a.column(index).info().type != b.column(index).info().type) {
            return differentBecause("column " + a.column(index).info().name);
        }
        compareColumn(a.column(index), b.column(index), tolerance, comparison);
        progress.checkpoint();
    }
    if (a.hasGeometry()) {
        compareGeometries(a.geometries(), b.geometries(), tolerance, comparison);
    }
    return comparison;
}

}  // namespace lommer::core
