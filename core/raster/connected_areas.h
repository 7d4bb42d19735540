#pragma once

#include "core/raster/raster_view.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace lommer::core {

/// Which cells beside a cell touch it.
enum class Connectivity {
    /// Those that share an edge.
    edges,
    /// Those that share an edge or a corner.
    edgesAndCorners
};

/// Cells of one class that hang together.
struct ConnectedArea {
    /// Its northernmost cell, of those the westernmost: no other area has it, so it names the area.
    CellIndex first;
    std::int64_t cells = 0;
    /// 0 or more.
    std::int32_t cellClass = 0;

    friend bool operator==(const ConnectedArea&, const ConnectedArea&) = default;
};

/// Which of some sets have been joined, directly or by way of others (union-find). The number of a
/// joined set is that of its earliest member.
class JoinedSets {
public:
    explicit JoinedSets(std::int32_t count = 0);
    /// The number of the new set.
    std::int32_t add();
    std::int32_t find(std::int32_t set) noexcept;
    /// The number of the set that holds both now.
    std::int32_t join(std::int32_t a, std::int32_t b) noexcept;

private:
    std::vector<std::int32_t> parents_;
};

/// The areas of one buffer.
struct LabelledCells {
    /// For each cell the index in `areas`, or -1.
    RasterBuffer<std::int32_t> labels;
    /// In the order of their first cells, row by row.
    std::vector<ConnectedArea> areas;
};

/// Labels `classes`: cells of one class that touch are one area; cells of a negative class belong
/// to none. Cells are counted from `origin`. At most 2^31 - 1 cells (asserted). `checkpoint` is
/// called for each row.
/// Source: Rosenfeld and Pfaltz (1966), Sequential operations in digital picture processing.
LabelledCells labelConnectedAreas(RasterView<const std::int32_t> classes, CellIndex origin,
                                  Connectivity connectivity,
                                  const std::function<void()>& checkpoint);

}  // namespace lommer::core
