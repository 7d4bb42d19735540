#include "app/composition/result_origin.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"

namespace lommer::app {

std::optional<ResultOrigin> originOf(const std::filesystem::path& file) {
    const std::filesystem::path path = file.parent_path() / "run.json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return std::nullopt;
    }
    try {
        const std::string text = gis::readTextFile(path);
        for (const core::RecordedOutput& output : core::recordFromText(text).outputs) {
            if (gis::pathFromUtf8(output.file) == file.filename()) {
                gis::Sha256 hash;
                hash.add(text.data(), text.size());
                return ResultOrigin{hash.finish(), output};
            }
        }
    } catch (const core::Error&) {
        // Another program's run.json says nothing about our results.
    }
    return std::nullopt;
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
