#include "app/composition/result_origin.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"

namespace lommer::app {

std::optional<RecordedOrigin> originOf(const std::filesystem::path& file) {
    const std::filesystem::path path = file.parent_path() / "run.json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return std::nullopt;
    }
    try {
        const std::string text = gis::readTextFile(path);
        const core::RunRecord record = core::recordFromText(text);
        for (const core::RecordedOutput& output : record.outputs) {
            if (gis::pathFromUtf8(output.file) == file.filename()) {
                gis::Sha256 hash;
                hash.add(text.data(), text.size());
                return RecordedOrigin{hash.finish(), output, record};
            }
        }
    } catch (const core::Error&) {
        // Another program's run.json says nothing about our results.
    }
    return std::nullopt;
}

std::shared_ptr<const core::InputOrigin> inputOriginOf(const RecordedOrigin& origin,
                                                       const core::Catalogue& catalogue) {
    core::InputOrigin input;
    input.analysis = origin.record.analysis;
    input.analysisVersion = origin.record.analysisVersion;
    input.definition = origin.record.definition;
    input.parameters = origin.record.parameters;
    input.output = origin.output.id;
    const core::Analysis* analysis = catalogue.find(origin.record.analysis);
    const core::OutputDeclaration* output =
        analysis == nullptr ? nullptr : analysis->declaration().findOutput(origin.output.id);
    if (output != nullptr) {
        input.unit = unitOf(*output, origin.record);
    }
    return std::make_shared<const core::InputOrigin>(std::move(input));
}

core::Unit unitOf(const core::OutputDeclaration& output, const core::RunRecord& record) {
    for (const core::RecordedInput& input : record.inputs) {
        if (input.role == output.unitOfRole) {
            return input.unit;
        }
    }
    return output.unit;
}

gis::RecordedTable recordedTable(const std::filesystem::path& file) {
    gis::RecordedTable recorded;
    if (const auto origin = originOf(file)) {
        recorded.isResult = true;
        for (const auto& [column, privacy] : origin->output.privacy) {
            recorded.columns.push_back({column, privacy});
        }
        recorded.units = origin->output.units;
        recorded.places = origin->output.placePrivacy;
    }
    return recorded;
}

core::PrivacyClass recordedPlaces(const std::filesystem::path& file) {
    const auto origin = originOf(file);
    return origin ? origin->output.placePrivacy : core::PrivacyClass::open;
}

}  // namespace lommer::app
