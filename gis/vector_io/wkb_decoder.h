#pragma once

#include "core/vector/geometry_column.h"

#include <cstdint>
#include <span>

namespace lommer::gis {

enum class WkbOutcome : std::uint8_t {
    done,
    /// Parts of lower dimension of a mixed collection were left out.
    partsLeftOut,
    /// Holds curves: nothing was added.
    curved,
    /// Not well formed: nothing was added.
    malformed,
};

/// Adds the geometry in `wkb` (ISO or extended WKB, either byte order) as one row. Z and M are
/// dropped, open rings closed; coordinates that are not finite stay, for the repair to find. An
/// empty geometry gives a row of kind none. A row has one kind: of a collection the parts of the
/// highest dimension count.
WkbOutcome appendWkb(std::span<const std::uint8_t> wkb, core::GeometryColumn& geometries);

}  // namespace lommer::gis
