#include "core/engine/input_json.h"

#include "core/base/error.h"
#include "core/engine/parameter_json.h"

#include <utility>

namespace lommer::core {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson toJson(const RecordedSource& source) {
    OrderedJson json{{"label", source.label}};
    for (const auto& [key, value] :
         {std::pair{"register", &source.registerId},
          std::pair{"referenceDate", &source.referenceDate}, std::pair{"licence", &source.licence},
          std::pair{"output", &source.output}}) {
        if (!value->empty()) {
            json[key] = *value;
        }
    }
    return json;
}

RecordedSource sourceFromJson(const OrderedJson& json) {
    return {json.value("label", ""), json.value("register", ""), json.value("referenceDate", ""),
            json.value("licence", ""), json.value("output", "")};
}

/// Of an input that is itself a result: what is known of that run.
OrderedJson resultToJson(const RecordedInput& input) {
    OrderedJson json{{"run", input.run}, {"output", input.runOutput}};
    if (!input.runAnalysis.empty()) {
        json["analysis"] = input.runAnalysis;
        json["parameters"] = toJson(input.runParameters);
    }
    if (input.unit != Unit::none) {
        json["unit"] = toText(input.unit);
    }
    if (!input.runScenario.empty()) {
        json["scenario"] = input.runScenario;
    }
    for (const RecordedSource& source : input.runSources) {
        json["sources"].push_back(toJson(source));
    }
    return json;
}

void readResult(const OrderedJson& json, RecordedInput& input) {
    input.run = json.value("run", "");
    input.runOutput = json.value("output", "");
    input.runAnalysis = json.value("analysis", "");
    input.runParameters = parametersFromJson(json.value("parameters", OrderedJson::object()));
    input.runScenario = json.value("scenario", "");
    input.unit = unitFromText(json.value("unit", "")).value_or(Unit::none);
    for (const OrderedJson& source : json.value("sources", OrderedJson::array())) {
        input.runSources.push_back(sourceFromJson(source));
    }
}

/// One that this version does not know changed the data: without it they are others.
std::vector<DataRepair> repairsFromJson(const OrderedJson& json) {
    std::vector<DataRepair> repairs;
    for (const OrderedJson& one : json) {
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

}  // namespace

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
        json["result"] = resultToJson(input);
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

RecordedInput inputFromJson(const OrderedJson& json) {
    RecordedInput input;
    input.role = json.at("role").get<std::string>();
    input.label = json.value("label", "");
    input.subject = json.value("subject", "");
    input.registerId = json.value("register", "");
    input.identity = json.value("identity", "");
    for (const OrderedJson& file : json.value("members", OrderedJson::array())) {
        input.members.push_back({file.at("name").get<std::string>(),
                                 file.at("bytes").get<std::int64_t>(),
                                 file.value("modifiedNanoseconds", std::int64_t{0})});
    }
    input.paths = json.value("paths", std::vector<std::string>{});
    input.layer = json.value("layer", "");
    input.referenceDate = json.value("referenceDate", "");
    input.licence = json.value("licence", "");
    input.crs = json.value("crs", "");
    const OrderedJson operation = json.value("operation", OrderedJson::object());
    input.operation = operation.value("name", "");
    input.accuracyMetres = operation.value("accuracyMetres", 0.0);
    input.grid = operation.value("grid", "");
    readResult(json.value("result", OrderedJson::object()), input);
    input.repairs = repairsFromJson(json.value("repairs", OrderedJson::array()));
    if (json.contains("assigned")) {
        input.assigned = json.at("assigned").get<std::map<std::string, std::string>>();
    }
    return input;
}

}  // namespace lommer::core
