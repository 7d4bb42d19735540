#pragma once

#include "core/engine/analysis.h"
#include "core/geometry/overlay.h"
#include "core/vector/column_names.h"
#include "core/vector/row_writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// The rows of a role that an operation of the family `basic` works on.
struct FeatureLayer {
    std::string label;
    Table table;
    MemoryBudget::Reservation reserved;

    const GeometryColumn& geometries() const noexcept { return table.geometries(); }
    const SharedGeometries& shared() const noexcept { return table.geometryPointer(); }
};

enum class Precision { asRead, grid };

/// Reads the rows of a role within `bounds` that have a geometry of its kinds, with their points on
/// the precision grid where asked. Remarks say how many rows stayed out: `rows-without-geometry`,
/// `rows-of-other-kind`, `rows-below-precision` {layer, count}. Throws Error layer-empty where
/// nothing is left of a run without region, and what the source throws.
FeatureLayer readLayer(const RunContext& context, std::string_view role,
                       const std::optional<Bounds>& bounds, Precision precision);

/// What to read of a role whose rows count as far as `metres` outside the region of the run.
std::optional<Bounds> regionAround(const RunContext& context, double metres = 0.0);

/// What to read of another role to work on the rows of `layer`, at most `metres` away: everything
/// in a full run; around those rows, which are whole, where the run is limited to a region.
std::optional<Bounds> boundsAround(const RunContext& context, const FeatureLayer& layer,
                                   double metres = 0.0);

/// Pairs of rows of two layers whose boxes touch, counted in the memory budget.
struct TouchingRows {
    std::vector<RowPair> pairs;
    MemoryBudget::Reservation reserved;
};
TouchingRows touchingRows(const RunContext& context, const FeatureLayer& left,
                          const FeatureLayer& right);

/// Error no-overlap where the boxes of two layers do not touch, unless the run is limited to a
/// region: that may hold rows of one layer only.
void requireOverlap(const RunContext& context, const FeatureLayer& first,
                    const FeatureLayer& second);

/// Remark `overlay-failed` {layer, count} at the first place.
void remarkOnFailures(const RunContext& context, const FeatureLayer& layer,
                      const std::vector<FailedOverlay>& failed);
/// Remark `code` {layer, count}, where there are any.
void remarkOnCount(const RunContext& context, const char* code, const FeatureLayer& layer,
                   std::int64_t count);

/// The columns of a layer, each row taken from `rows` (null: as they are), under names that are
/// still free.
void addColumns(std::vector<GatheredColumn>& columns, ColumnNames& names, const Table& table,
                const std::vector<std::int64_t>* rows);

}  // namespace lommer::core
