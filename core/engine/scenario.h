#pragma once

#include "core/engine/analysis.h"

#include <memory>
#include <string>
#include <vector>

namespace lommer::core {

/// One measure of a variant: it changes the cells of one role inside an area. Other kinds (trees,
/// paving, buildings) derive from this; the engine knows only bounds and `apply`.
class RasterEdit {
public:
    virtual ~RasterEdit() = default;
    virtual const std::string& role() const noexcept = 0;
    /// No cell outside is changed.
    virtual Bounds bounds() const noexcept = 0;
    /// Changes the cells of `window` of `grid` that the edit covers. A cell's outcome depends on
    /// nothing but its old value and its place: any window gives the same cells.
    virtual void apply(const Grid& grid, const CellWindow& window,
                       RasterView<float> values) const = 0;
};

/// A variant: edits in the order in which they are applied.
struct Scenario {
    std::string name;
    std::vector<std::shared_ptr<const RasterEdit>> edits;

    /// The area in which `role` is edited; empty where it is not.
    Bounds boundsOf(const std::string& role) const noexcept;
};

/// Reads a scenario file:
///   {"format": "lommer-scenario", "formatVersion": 1, "name": "…", "edits": [
///     {"edit": "set-value" | "add-value", "role": "surface", "value": 12.5,
///      "polygon": [[x, y], …]} ]}
/// A cell belongs to a polygon when its centre does (even-odd; a ring need not be closed).
/// Throws Error scenario-invalid naming the edit and what is wrong.
Scenario scenarioFromText(const std::string& text);

/// The inputs with every edited raster wrapped, the rest as they were.
/// Throws Error scenario-invalid where an edit names a role that is not a bound raster.
std::vector<BoundInput> applyScenario(const Scenario& scenario, std::vector<BoundInput> inputs);

}  // namespace lommer::core
