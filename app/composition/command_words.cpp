#include "app/composition/command_words.h"

#include "core/engine/parameter_check.h"
#include "gis/platform/file_error.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lommer::app {
namespace {

/// `dsm=/maps/ahn.gpkg|heights`. Of a recipe, which names no files, the role only.
std::string inputWord(const core::AnalysisDeclaration& analysis, const InputOrder& input) {
    const gis::LayerLocation& location = input.location;
    if (location.files.empty()) {
        return input.role + "=";
    }
    // A table in several files is named by the first of them.
    const core::RoleDeclaration* role = analysis.findRole(input.role);
    const bool isRaster = role == nullptr || role->kind == core::DataKind::raster;
    const bool isSet = isRaster && location.files.size() > 1;
    const std::filesystem::path& first = location.files.front();
    std::string word = input.role + "=" + gis::utf8(isSet ? first.parent_path() : first);
    if (!location.layer.empty()) {
        word += "|" + location.layer;
    }
    return word;
}

/// As people write coordinates: 200000, not 2e+05.
std::string regionText(const core::Bounds& region) {
    std::string text;
    for (const double value : {region.xmin, region.ymin, region.xmax, region.ymax}) {
        std::array<char, 400> digits;  // the largest double has 309
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::fixed);
        text += (text.empty() ? "" : ",") + std::string(digits.data(), end.ptr);
    }
    return text;
}

bool isRepaired(const RunOrder& order) {
    return std::any_of(order.inputs.begin(), order.inputs.end(),
                       [](const InputOrder& input) { return !input.location.repairs.empty(); });
}

}  // namespace

std::vector<std::string> commandWords(const core::AnalysisDeclaration& analysis,
                                      const RunOrder& order) {
    std::vector<std::string> words{"lommer-cli", "run", order.analysis};
    const auto add = [&words](const char* option, std::string value) {
        words.emplace_back(option);
        words.push_back(std::move(value));
    };
    for (const InputOrder& input : order.inputs) {
        add("--input", inputWord(analysis, input));
    }
    if (!order.definition.empty()) {
        add("--definition", order.definition);
    }
    for (const auto& [id, usual] :
         core::usualValues(analysis, analysis.findDefinition(order.definition))) {
        const auto given = order.parameters.find(id);
        const std::string text =
            given == order.parameters.end() ? std::string() : core::toText(given->second);
        if (!text.empty() && text != core::toText(usual)) {
            add("--set", std::string(id).append("=").append(text));
        }
    }
    if (!order.scenario.empty()) {
        add("--scenario", gis::utf8(order.scenario));
    }
    if (order.region) {
        add("--region", regionText(*order.region));
    }
    if (order.profile != core::ReleaseProfile::intern) {
        add("--profile", std::string(core::toText(order.profile)));
    }
    if (isRepaired(order)) {
        words.emplace_back("--repair");
    }
    add("--output", gis::utf8(order.output));
    return words;
}

std::vector<std::string> rolesReadOtherwise(const core::AnalysisDeclaration& analysis,
                                            const RunOrder& order) {
    std::vector<std::string> roles;
    for (const InputOrder& input : order.inputs) {
        const core::RoleDeclaration* role = analysis.findRole(input.role);
        if (role == nullptr || role->kind == core::DataKind::raster) {
            continue;
        }
        const bool losesSubject = !input.location.subject.empty() && role->subjects.empty();
        const bool getsRepairs = isRepaired(order) && input.location.repairs.empty();
        if (losesSubject || getsRepairs) {
            roles.push_back(input.role);
        }
    }
    return roles;
}

}  // namespace lommer::app
