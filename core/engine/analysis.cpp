#include "core/engine/analysis.h"

#include "core/base/assert.h"

#include <algorithm>

namespace lommer::core {

const BoundInput* RunContext::find(std::string_view role) const noexcept {
    const auto found = std::find_if(inputs.begin(), inputs.end(),
                                    [role](const BoundInput& input) { return input.role == role; });
    return found == inputs.end() ? nullptr : &*found;
}

std::vector<const BoundInput*> RunContext::all(std::string_view role) const {
    std::vector<const BoundInput*> found;
    for (const BoundInput& input : inputs) {
        if (input.role == role) {
            found.push_back(&input);
        }
    }
    return found;
}

const RasterSource& RunContext::raster(std::string_view role) const {
    const BoundInput* input = find(role);
    LOMMER_ASSERT(input != nullptr && input->raster != nullptr);
    return *input->raster;
}

const TableSource& RunContext::table(std::string_view role) const {
    const BoundInput* input = find(role);
    LOMMER_ASSERT(input != nullptr && input->table != nullptr);
    return *input->table;
}

RasterSink& RunContext::rasterOutput(std::string_view id, const Grid& grid) const {
    const OutputDeclaration* output = analysis.findOutput(id);
    LOMMER_ASSERT(output != nullptr && output->kind == DataKind::raster);
    LOMMER_ASSERT(holds(output->condition, parameters));
    return outputs.raster(*output, grid);
}

TableSink& RunContext::tableOutput(std::string_view id) const {
    const OutputDeclaration* output = analysis.findOutput(id);
    LOMMER_ASSERT(output != nullptr && output->kind == DataKind::table);
    LOMMER_ASSERT(holds(output->condition, parameters));
    return outputs.table(*output);
}

CellWindow RunContext::wantedWindow(const Grid& grid) const {
    if (!region) {
        return grid.window();
    }
    const CellWindow window = grid.windowOf(*region);
    if (window.isEmpty()) {
        throw Error(ErrorCode::noOverlap,
                    {{"first", std::string("region")},
                     {"second", inputs.empty() ? std::string() : inputs.front().label}});
    }
    return window;
}

std::optional<PlaceExplanation> Analysis::explain(const RunContext& context, Point place,
                                                  std::unique_ptr<KeptSurroundings>& kept) const {
    static_cast<void>(context);
    static_cast<void>(place);
    static_cast<void>(kept);
    return std::nullopt;
}

}  // namespace lommer::core
