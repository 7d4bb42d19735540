#include "core/engine/parameter_json.h"

namespace lommer::core {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct ValueToJson {
    OrderedJson operator()(std::monostate) const { return nullptr; }
    OrderedJson operator()(const WeightsTable& table) const {
        OrderedJson json = OrderedJson::object();
        for (const auto& [key, weight] : table.weights) {
            json[key] = weight;
        }
        return OrderedJson{{"weights", json}};
    }
    OrderedJson operator()(const RuleTable& table) const {
        OrderedJson rows = OrderedJson::array();
        for (const auto& row : table.rows) {
            OrderedJson cells = OrderedJson::array();
            for (const RuleCell& cell : row) {
                cells.push_back(cellToJson(cell));
            }
            rows.push_back(cells);
        }
        return OrderedJson{{"rules", rows}};
    }
    template <class Value>
    OrderedJson operator()(const Value& value) const {
        return value;
    }
    static OrderedJson cellToJson(const RuleCell& cell) {
        if (const auto* number = std::get_if<double>(&cell)) {
            return *number;
        }
        if (const auto* text = std::get_if<std::string>(&cell)) {
            return *text;
        }
        return nullptr;
    }
};

RuleTable rulesFromJson(const OrderedJson& json) {
    RuleTable table;
    for (const OrderedJson& row : json) {
        std::vector<RuleCell> cells;
        for (const OrderedJson& cell : row) {
            if (cell.is_null()) {
                cells.emplace_back();
            } else if (cell.is_number()) {
                cells.emplace_back(cell.get<double>());
            } else {
                cells.emplace_back(cell.get<std::string>());
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ParameterValue valueFromJson(const OrderedJson& json) {
    if (json.is_null()) {
        return std::monostate{};
    }
    if (json.is_boolean()) {
        return json.get<bool>();
    }
    if (json.is_number_integer()) {
        return json.get<std::int64_t>();
    }
    if (json.is_number()) {
        return json.get<double>();
    }
    if (json.is_array()) {
        return json.get<std::vector<double>>();
    }
    if (json.is_object() && json.contains("weights")) {
        WeightsTable table;
        for (const auto& [key, weight] : json.at("weights").items()) {
            table.weights.emplace_back(key, weight.get<double>());
        }
        return table;
    }
    if (json.is_object()) {
        return rulesFromJson(json.at("rules"));
    }
    return json.get<std::string>();
}

}  // namespace

nlohmann::ordered_json toJson(const ParameterValues& values) {
    OrderedJson json = OrderedJson::object();
    for (const auto& [id, value] : values) {
        json[id] = std::visit(ValueToJson{}, value);
    }
    return json;
}

ParameterValues parametersFromJson(const nlohmann::ordered_json& json) {
    ParameterValues values;
    for (const auto& [id, value] : json.items()) {
        values[id] = valueFromJson(value);
    }
    return values;
}

}  // namespace lommer::core
