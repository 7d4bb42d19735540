#include "core/engine/run_record.h"

#include "core/base/error.h"
#include "core/disclosure/profile.h"
#include "core/engine/remark_json.h"

#include <nlohmann/json.hpp>

#include <array>

namespace lommer::core {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr const char* kFormat = "lommer-run";
constexpr const char* kRecipeFormat = "lommer-recipe";

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

RuleTable rulesFromJson(const Json& json) {
    RuleTable table;
    for (const Json& row : json) {
        std::vector<RuleCell> cells;
        for (const Json& cell : row) {
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

ParameterValue valueFromJson(const Json& json) {
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

OrderedJson toJson(const RecordedInput& input, RecordDetail detail) {
    OrderedJson members = OrderedJson::array();
    for (const RecordedFile& file : input.members) {
        members.push_back({{"name", file.name},
                           {"bytes", file.bytes},
                           {"modifiedNanoseconds", file.modifiedNanoseconds}});
    }
    OrderedJson json{{"role", input.role},
                     {"label", input.label},
                     {"subject", input.subject},
                     {"register", input.registerId},
                     {"identity", input.identity},
                     {"members", members},
                     {"layer", input.layer},
                     {"referenceDate", input.referenceDate},
                     {"licence", input.licence},
                     {"crs", input.crs},
                     {"operation",
                      {{"name", input.operation},
                       {"accuracyMetres", input.accuracyMetres},
                       {"grid", input.grid}}}};
    if (!input.run.empty()) {
        json["result"] = {{"run", input.run}, {"output", input.runOutput}};
        if (!input.runAnalysis.empty()) {
            json["result"]["analysis"] = input.runAnalysis;
        }
        if (input.unit != Unit::none) {
            json["result"]["unit"] = toText(input.unit);
        }
    }
    for (const DataRepair& repair : input.repairs) {
        json["repairs"].push_back({{"repair", toText(repair.kind)}, {"column", repair.column}});
    }
    if (input.assigned) {
        json["assigned"] = *input.assigned;
    }
    if (detail == RecordDetail::internal) {
        json["paths"] = input.paths;
    }
    return json;
}

/// One that this version does not know changed the data: without it they are others.
std::vector<DataRepair> repairsFromJson(const Json& json) {
    std::vector<DataRepair> repairs;
    for (const Json& one : json) {
        const std::string id = one.at("repair").get<std::string>();
        const auto kind = repairKindFromText(id);
        if (!kind) {
            throw Error(ErrorCode::recordInvalid,
                        {{"reason", std::string("repair")}, {"value", id}});
        }
        repairs.push_back({*kind, one.value("column", "")});
    }
    return repairs;
}

RecordedInput inputFromJson(const Json& json) {
    RecordedInput input;
    input.role = json.at("role").get<std::string>();
    input.label = json.value("label", "");
    input.subject = json.value("subject", "");
    input.registerId = json.value("register", "");
    input.identity = json.value("identity", "");
    for (const Json& file : json.value("members", Json::array())) {
        input.members.push_back({file.at("name").get<std::string>(),
                                 file.at("bytes").get<std::int64_t>(),
                                 file.value("modifiedNanoseconds", std::int64_t{0})});
    }
    input.paths = json.value("paths", std::vector<std::string>{});
    input.layer = json.value("layer", "");
    input.referenceDate = json.value("referenceDate", "");
    input.licence = json.value("licence", "");
    input.crs = json.value("crs", "");
    const Json operation = json.value("operation", Json::object());
    input.operation = operation.value("name", "");
    input.accuracyMetres = operation.value("accuracyMetres", 0.0);
    input.grid = operation.value("grid", "");
    const Json result = json.value("result", Json::object());
    input.run = result.value("run", "");
    input.runOutput = result.value("output", "");
    input.runAnalysis = result.value("analysis", "");
    input.unit = unitFromText(result.value("unit", "")).value_or(Unit::none);
    input.repairs = repairsFromJson(json.value("repairs", Json::array()));
    if (json.contains("assigned")) {
        input.assigned = json.at("assigned").get<std::map<std::string, std::string>>();
    }
    return input;
}

OrderedJson parametersToJson(const ParameterValues& values) {
    OrderedJson json = OrderedJson::object();
    for (const auto& [id, value] : values) {
        json[id] = std::visit(ValueToJson{}, value);
    }
    return json;
}

OrderedJson outputsToJson(const std::vector<RecordedOutput>& outputs) {
    OrderedJson json = OrderedJson::array();
    for (const RecordedOutput& output : outputs) {
        json.push_back({{"id", output.id},
                        {"file", output.file},
                        {"contentHash", output.contentHash},
                        {"fileHash", output.fileHash},
                        {"bytes", output.bytes}});
        for (const auto& [column, privacy] : output.privacy) {
            json.back()["privacy"][column] = toText(privacy);
        }
        for (const auto& [column, unit] : output.units) {
            json.back()["units"][column] = toText(unit);
        }
        if (output.placePrivacy > PrivacyClass::open) {
            json.back()["placePrivacy"] = toText(output.placePrivacy);
        }
    }
    return json;
}

/// A file name from a record must stay inside its folder: records come from elsewhere too.
std::string plainFileName(const std::string& name) {
    const bool isPlain = !name.empty() && name != "." && name != ".." &&
                         name.find_first_of("/\\:") == std::string::npos &&
                         name.find('\0') == std::string::npos;
    if (!isPlain) {
        throw Error(ErrorCode::recordInvalid,
                    {{"reason", std::string("file-name")}, {"value", name}});
    }
    return name;
}

void requireKnownFormat(const OrderedJson& json) {
    const std::string format = json.at("format").get<std::string>();
    if (format != kFormat && format != kRecipeFormat) {
        throw Error(ErrorCode::recordInvalid,
                    {{"reason", std::string("format")}, {"value", format}});
    }
    const int version = json.at("formatVersion").get<int>();
    if (version > RunRecord::kFormatVersion) {
        throw Error(ErrorCode::recordInvalid, {{"reason", std::string("newer-format")},
                                               {"value", static_cast<std::int64_t>(version)}});
    }
}

void readOrder(const OrderedJson& json, RunRecord& record) {
    record.analysis = json.at("analysis").at("id").get<std::string>();
    record.analysisVersion = json.at("analysis").at("version").get<int>();
    record.definition = json.value("definition", "");
    for (const auto& [id, value] : json.at("parameters").items()) {
        record.parameters[id] = valueFromJson(value);
    }
    for (const OrderedJson& input : json.value("inputs", OrderedJson::array())) {
        record.inputs.push_back(inputFromJson(input));
    }
    if (json.contains("region") && !json.at("region").is_null()) {
        const auto corners = json.at("region").get<std::array<double, 4>>();
        record.region = Bounds{corners[0], corners[1], corners[2], corners[3]};
    }
    const OrderedJson scenario = json.value("scenario", OrderedJson::object());
    record.scenarioFile = scenario.value("file", "");
    record.scenarioHash = scenario.value("identity", "");
    record.scenarioPath = scenario.value("path", "");
}

/// A class that is not known counts as the highest: a record of a later version is not weaker.
PrivacyClass privacyFromText(const std::string& text) {
    return privacyClassFromText(text).value_or(PrivacyClass::personal);
}

std::map<std::string, PrivacyClass> privacyFromJson(const OrderedJson& json) {
    std::map<std::string, PrivacyClass> classes;
    for (const auto& [column, privacy] : json.items()) {
        classes[column] = privacyFromText(privacy.get<std::string>());
    }
    return classes;
}

/// A unit that is not known is none: its figures are then not taken for counts.
std::map<std::string, Unit> unitsFromJson(const OrderedJson& json) {
    std::map<std::string, Unit> units;
    for (const auto& [column, text] : json.items()) {
        if (const auto unit = unitFromText(text.get<std::string>())) {
            units[column] = *unit;
        }
    }
    return units;
}

RecordedOutput outputFromJson(const OrderedJson& json) {
    RecordedOutput output;
    output.id = json.at("id").get<std::string>();
    output.file = plainFileName(json.at("file").get<std::string>());
    output.contentHash = json.at("contentHash").get<std::string>();
    output.fileHash = json.at("fileHash").get<std::string>();
    output.bytes = json.at("bytes").get<std::int64_t>();
    output.privacy = privacyFromJson(json.value("privacy", OrderedJson::object()));
    output.units = unitsFromJson(json.value("units", OrderedJson::object()));
    output.placePrivacy =
        privacyFromText(json.value("placePrivacy", std::string(toText(PrivacyClass::open))));
    return output;
}

RunRecord readRecord(const OrderedJson& json) {
    requireKnownFormat(json);
    RunRecord record;
    readOrder(json, record);
    for (const OrderedJson& output : json.value("outputs", OrderedJson::array())) {
        record.outputs.push_back(outputFromJson(output));
    }
    record.remarks = remarksFromJson(json.value("remarks", OrderedJson::array()));
    record.profile = json.value("profile", "intern");
    record.program = json.value("program", "");
    record.libraries = json.value("libraries", std::vector<std::string>{});
    record.startedAt = json.value("startedAt", "");
    record.seconds = json.value("seconds", 0.0);
    return record;
}

}  // namespace

OrderedJson toJson(const RunRecord& record, RecordDetail detail) {
    OrderedJson inputs = OrderedJson::array();
    for (const RecordedInput& input : record.inputs) {
        inputs.push_back(toJson(input, detail));
    }
    OrderedJson json{{"format", kFormat},
                     {"formatVersion", RunRecord::kFormatVersion},
                     {"analysis", {{"id", record.analysis}, {"version", record.analysisVersion}}},
                     {"definition", record.definition},
                     {"parameters", parametersToJson(record.parameters)},
                     {"inputs", inputs},
                     {"outputs", outputsToJson(record.outputs)},
                     {"remarks", remarksToJson(record.remarks, detail == RecordDetail::internal)},
                     {"profile", record.profile},
                     {"program", record.program},
                     {"libraries", record.libraries},
                     {"startedAt", record.startedAt},
                     {"seconds", record.seconds}};
    if (record.region) {
        json["region"] = {record.region->xmin, record.region->ymin, record.region->xmax,
                          record.region->ymax};
    }
    if (!record.scenarioFile.empty()) {
        json["scenario"] = {{"file", record.scenarioFile}, {"identity", record.scenarioHash}};
        if (detail == RecordDetail::internal) {
            json["scenario"]["path"] = record.scenarioPath;
        }
    }
    return json;
}

std::string toText(const RunRecord& record, RecordDetail detail) {
    return toJson(record, detail).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

RunRecord recordFromText(const std::string& text) {
    try {
        return readRecord(OrderedJson::parse(text));
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::recordInvalid, {{"reason", std::string("json")}}, error.what());
    }
}

OrderedJson recipeOf(const RunRecord& record) {
    OrderedJson roles = OrderedJson::array();
    for (const RecordedInput& input : record.inputs) {
        roles.push_back({{"role", input.role}, {"subject", input.subject}});
    }
    return {{"format", kRecipeFormat},
            {"formatVersion", RunRecord::kFormatVersion},
            {"analysis", {{"id", record.analysis}, {"version", record.analysisVersion}}},
            {"definition", record.definition},
            {"parameters", parametersToJson(record.parameters)},
            {"inputs", roles}};
}

}  // namespace lommer::core
