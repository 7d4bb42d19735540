#include "core/engine/run.h"

#include "core/base/assert.h"
#include "core/engine/parameter_check.h"

#include <algorithm>
#include <map>
#include <new>

namespace lommer::core {
namespace {

bool fits(const RoleDeclaration& role, const BoundInput& input) {
    if (role.kind == DataKind::raster) {
        return input.raster != nullptr;
    }
    if (input.table == nullptr) {
        return false;
    }
    const TableInfo& info = input.table->info();
    if (role.geometryKinds.empty() || info.kinds.empty()) {
        return role.geometryKinds.empty() || info.hasGeometry;
    }
    // A layer of mixed kinds fits where at least one kind does; the analysis remarks on the rest.
    return std::any_of(info.kinds.begin(), info.kinds.end(), [&](GeometryKind kind) {
        return std::find(role.geometryKinds.begin(), role.geometryKinds.end(), kind) !=
               role.geometryKinds.end();
    });
}

void checkRole(const AnalysisDeclaration& analysis, const RoleDeclaration& role,
               const std::vector<BoundInput>& inputs) {
    const auto count =
        static_cast<int>(std::count_if(inputs.begin(), inputs.end(), [&](const BoundInput& input) {
            return input.role == role.id;
        }));
    if (count > role.maximumCount) {
        throw Error(ErrorCode::roleTooMany,
                    {{"role", role.id},
                     {"count", static_cast<std::int64_t>(count)},
                     {"maximum", static_cast<std::int64_t>(role.maximumCount)}});
    }
    if (count < role.minimumCount && role.alternativeGroup.empty()) {
        throw Error(ErrorCode::roleMissing, {{"role", role.id}, {"analysis", analysis.id}});
    }
}

void checkAlternatives(const AnalysisDeclaration& analysis, const std::vector<BoundInput>& inputs) {
    std::map<std::string, std::pair<std::string, int>> groups;
    for (const RoleDeclaration& role : analysis.roles) {
        if (role.alternativeGroup.empty()) {
            continue;
        }
        auto& [roles, filled] = groups[role.alternativeGroup];
        roles += (roles.empty() ? "" : " | ") + role.id;
        filled += std::any_of(inputs.begin(), inputs.end(),
                              [&](const BoundInput& input) { return input.role == role.id; })
                      ? 1
                      : 0;
    }
    for (const auto& [group, state] : groups) {
        if (state.second != 1) {
            throw Error(state.second == 0 ? ErrorCode::roleMissing : ErrorCode::roleTooMany,
                        {{"role", state.first},
                         {"analysis", analysis.id},
                         {"count", static_cast<std::int64_t>(state.second)},
                         {"maximum", std::int64_t{1}}});
        }
    }
}

void checkColumn(const ParameterDeclaration& parameter, const std::string& name,
                 const std::vector<BoundInput>& inputs) {
    for (const BoundInput& input : inputs) {
        if (input.role != parameter.role || input.table == nullptr) {
            continue;
        }
        const auto& columns = input.table->info().columns;
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const ColumnInfo& one) { return one.name == name; });
        if (found == columns.end()) {
            throw Error(ErrorCode::columnMissing,
                        {{"layer", input.label}, {"column", name}, {"parameter", parameter.id}});
        }
        const auto& types = parameter.columnTypes;
        if (!types.empty() && std::find(types.begin(), types.end(), found->type) == types.end()) {
            throw Error(ErrorCode::columnNotNumeric, {{"layer", input.label},
                                                      {"column", name},
                                                      {"type", std::string(toText(found->type))}});
        }
    }
}

RunContext contextOf(const Analysis& analysis, const RunRequest& request,
                     const Parameters& parameters, const RunPorts& ports) {
    return {.analysis = analysis.declaration(),
            .parameters = parameters,
            .inputs = request.inputs,
            .region = request.region,
            .options = request.options,
            .progress = ports.progress,
            .remarks = ports.remarks,
            .memory = ports.memory,
            .scratch = ports.scratch,
            .locator = ports.locator,
            .outputs = ports.outputs};
}

template <class Work>
void withMemoryErrors(const RunPorts& ports, const Work& work) {
    try {
        work();
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::memoryTooSmall, {{"allowed", ports.memory.total()}});
    }
}

}  // namespace

Parameters checkRequest(const AnalysisDeclaration& analysis, const RunRequest& request) {
    for (const BoundInput& input : request.inputs) {
        const RoleDeclaration* role = analysis.findRole(input.role);
        if (role == nullptr) {
            throw Error(ErrorCode::roleUnknown, {{"role", input.role}, {"analysis", analysis.id}});
        }
        if (!fits(*role, input)) {
            throw Error(ErrorCode::roleNotFitting, {{"role", input.role}, {"layer", input.label}});
        }
    }
    for (const RoleDeclaration& role : analysis.roles) {
        checkRole(analysis, role, request.inputs);
    }
    checkAlternatives(analysis, request.inputs);
    Parameters parameters = checkParameters(analysis, request.given, request.definition);
    for (const ParameterDeclaration& parameter : analysis.parameters) {
        if (parameter.kind == ParameterKind::column && parameters.has(parameter.id)) {
            checkColumn(parameter, parameters.text(parameter.id), request.inputs);
        }
    }
    return parameters;
}

Parameters runAnalysis(const Analysis& analysis, const RunRequest& request, const RunPorts& ports) {
    Parameters parameters = checkRequest(analysis.declaration(), request);
    withMemoryErrors(ports, [&] { analysis.run(contextOf(analysis, request, parameters, ports)); });
    ports.progress.checkpoint();
    return parameters;
}

std::optional<PlaceExplanation> explainPlace(const Analysis& analysis, const RunRequest& request,
                                             const RunPorts& ports, Point place,
                                             std::unique_ptr<KeptSurroundings>& kept) {
    const Parameters parameters = checkRequest(analysis.declaration(), request);
    std::optional<PlaceExplanation> explanation;
    withMemoryErrors(ports, [&] {
        explanation =
            analysis.explain(contextOf(analysis, request, parameters, ports), place, kept);
    });
    ports.progress.checkpoint();
    return explanation;
}

}  // namespace lommer::core
