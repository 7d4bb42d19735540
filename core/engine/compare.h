#pragma once

#include "core/engine/progress.h"
#include "core/raster/raster_source.h"
#include "core/vector/table.h"

#include <string>

namespace lommer::core {

/// How two results relate.
enum class Likeness { identical, withinTolerance, different };

std::string_view toText(Likeness likeness) noexcept;

struct Comparison {
    Likeness likeness = Likeness::identical;
    /// The largest difference of two values.
    double largestDifference = 0.0;
    /// What differs first, in English, for details; empty where nothing does.
    std::string reason;
};

/// Compares cell by cell. Another grid or a hole on one side only is `different`.
Comparison compareRasters(const RasterSource& a, const RasterSource& b, double tolerance,
                          const Progress& progress);

/// Compares columns, values and geometries row by row. Numbers and coordinates may differ by
/// `tolerance`; texts, presence and counts may not.
Comparison compareTables(const Table& a, const Table& b, double tolerance,
                         const Progress& progress);

}  // namespace lommer::core
