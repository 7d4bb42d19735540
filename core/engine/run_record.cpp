#include "core/engine/run_record.h"

#include "core/base/error.h"
#include "core/disclosure/profile.h"
#include "core/engine/input_json.h"
#include "core/engine/parameter_json.h"
#include "core/engine/remark_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr const char* kFormat = "lommer-run";
constexpr const char* kRecipeFormat = "lommer-recipe";

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
    record.parameters = parametersFromJson(json.at("parameters"));
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
                     {"parameters", toJson(record.parameters)},
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

std::vector<RecordedSource> sourcesOf(const RecordedInput& input) {
    if (!input.runSources.empty()) {
        return input.runSources;
    }
    // A result of ours keeps columns of the register that it was made of, and is none.
    const bool isResult = !input.run.empty();
    return {{input.label, isResult ? std::string() : input.registerId, input.referenceDate,
             isResult ? std::string() : input.licence, input.runOutput}};
}

std::vector<RecordedSource> sourcesOf(const RunRecord& record) {
    std::vector<RecordedSource> sources;
    for (const RecordedInput& input : record.inputs) {
        for (const RecordedSource& source : sourcesOf(input)) {
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
                sources.push_back(source);
            }
        }
    }
    return sources;
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
            {"parameters", toJson(record.parameters)},
            {"inputs", roles}};
}

}  // namespace lommer::core
