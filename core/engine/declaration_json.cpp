#include "core/engine/declaration_json.h"

#include "core/engine/parameter_check.h"

#include <nlohmann/json.hpp>

#include <array>

namespace lommer::core {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const std::optional<ParameterCondition>& condition) {
    return condition ? Json{{"parameter", condition->parameter}, {"value", condition->value}}
                     : Json(nullptr);
}

Json toJson(const std::vector<GeometryKind>& kinds) {
    Json json = Json::array();
    for (const GeometryKind kind : kinds) {
        json.push_back(toText(kind));
    }
    return json;
}

Json toJson(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json toJson(const RoleDeclaration& role) {
    return {{"id", role.id},
            {"kind", toText(role.kind)},
            {"geometryKinds", toJson(role.geometryKinds)},
            {"subjects", role.subjects},
            {"minimumCount", role.minimumCount},
            {"maximumCount", role.maximumCount},
            {"alternativeGroup", role.alternativeGroup}};
}

Json toJson(const ParameterDeclaration& parameter) {
    Json columnTypes = Json::array();
    for (const ColumnType type : parameter.columnTypes) {
        columnTypes.push_back(toText(type));
    }
    Json ruleColumns = Json::array();
    for (const RuleColumn& column : parameter.ruleColumns) {
        ruleColumns.push_back({{"id", column.id},
                               {"kind", column.isNumber ? "number" : "text"},
                               {"optional", column.isOptional},
                               {"unit", toText(column.unit)}});
    }
    const bool hasDefault = !std::holds_alternative<std::monostate>(parameter.defaultValue);
    return {{"id", parameter.id},
            {"kind", toText(parameter.kind)},
            {"unit", toText(parameter.unit)},
            {"minimum", toJson(parameter.minimum)},
            {"maximum", toJson(parameter.maximum)},
            {"default", hasDefault ? Json(toText(parameter.defaultValue)) : Json(nullptr)},
            {"required", parameter.isRequired},
            {"requiredIf", toJson(parameter.requiredIf)},
            {"exclusiveGroup", parameter.exclusiveGroup},
            {"choices", parameter.choices},
            {"role", parameter.role},
            {"columnTypes", columnTypes},
            {"ruleColumns", ruleColumns},
            {"advanced", parameter.isAdvanced}};
}

Json toJson(const OutputDeclaration& output) {
    Json columns = Json::array();
    for (const OutputColumn& column : output.columns) {
        columns.push_back({{"name", column.name},
                           {"type", toText(column.type)},
                           {"unit", toText(column.unit)},
                           {"privacy", toText(column.privacy)},
                           {"condition", toJson(column.condition)},
                           {"needsRole", column.needsRole},
                           {"perValueOf", column.perValueOf},
                           {"namedAfter", column.namedAfter}});
    }
    return {{"id", output.id},
            {"kind", toText(output.kind)},
            {"condition", toJson(output.condition)},
            {"needsRole", output.needsRole},
            {"withoutRole", output.withoutRole},
            {"unit", toText(output.unit)},
            {"unitOfRole", output.unitOfRole},
            {"resolutionExponent",
             output.resolutionExponent ? Json(*output.resolutionExponent) : Json(nullptr)},
            {"columnsOfRoles", output.columnsOfRoles},
            {"columns", columns},
            {"geometryKinds", toJson(output.geometryKinds)},
            {"tolerance", output.tolerance}};
}

template <class Items>
Json listOf(const Items& items) {
    Json json = Json::array();
    for (const auto& item : items) {
        json.push_back(toJson(item));
    }
    return json;
}

}  // namespace

std::string_view toText(DataKind kind) noexcept {
    return kind == DataKind::raster ? "raster" : "table";
}

std::string_view toText(GeometryKind kind) noexcept {
    constexpr std::array<std::string_view, 4> texts{"none", "point", "line", "polygon"};
    return texts[static_cast<std::size_t>(kind)];
}

Json toJson(const AnalysisDeclaration& declaration) {
    Json definitions = Json::array();
    for (const Definition& definition : declaration.definitions) {
        Json values = Json::object();
        for (const auto& [id, value] : definition.values) {
            values[id] = toText(value);
        }
        definitions.push_back({{"id", definition.id}, {"values", values}});
    }
    return {{"id", declaration.id},
            {"version", declaration.version},
            {"family", declaration.family},
            {"roles", listOf(declaration.roles)},
            {"parameters", listOf(declaration.parameters)},
            {"definitions", definitions},
            {"outputs", listOf(declaration.outputs)},
            {"references", declaration.references}};
}

}  // namespace lommer::core
