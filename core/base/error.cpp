#include "core/base/error.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

struct CodeText {
    ErrorCode code;
    std::string_view text;
};

constexpr std::array kCodes{
    CodeText{ErrorCode::analysisUnknown, "analysis-unknown"},
    CodeText{ErrorCode::roleUnknown, "role-unknown"},
    CodeText{ErrorCode::roleMissing, "role-missing"},
    CodeText{ErrorCode::roleTooMany, "role-too-many"},
    CodeText{ErrorCode::roleNotFitting, "role-not-fitting"},
    CodeText{ErrorCode::parameterUnknown, "parameter-unknown"},
    CodeText{ErrorCode::parameterMissing, "parameter-missing"},
    CodeText{ErrorCode::parametersExclusive, "parameters-exclusive"},
    CodeText{ErrorCode::definitionUnknown, "definition-unknown"},
    CodeText{ErrorCode::valueNotANumber, "value-not-a-number"},
    CodeText{ErrorCode::valueOutOfRange, "value-out-of-range"},
    CodeText{ErrorCode::valueUnknown, "value-unknown"},
    CodeText{ErrorCode::formulaInvalid, "formula-invalid"},
    CodeText{ErrorCode::optionUnknown, "option-unknown"},
    CodeText{ErrorCode::crsMissing, "crs-missing"},
    CodeText{ErrorCode::crsUnknown, "crs-unknown"},
    CodeText{ErrorCode::transformationTooCoarse, "transformation-too-coarse"},
    CodeText{ErrorCode::noOverlap, "no-overlap"},
    CodeText{ErrorCode::rasterRotated, "raster-rotated"},
    CodeText{ErrorCode::fileMissing, "file-missing"},
    CodeText{ErrorCode::fileUnreadable, "file-unreadable"},
    CodeText{ErrorCode::fileIncomplete, "file-incomplete"},
    CodeText{ErrorCode::fileChanged, "file-changed"},
    CodeText{ErrorCode::fileNotAsRecorded, "file-not-as-recorded"},
    CodeText{ErrorCode::layerUnknown, "layer-unknown"},
    CodeText{ErrorCode::layerAmbiguous, "layer-ambiguous"},
    CodeText{ErrorCode::layerEmpty, "layer-empty"},
    CodeText{ErrorCode::columnMissing, "column-missing"},
    CodeText{ErrorCode::columnNotNumeric, "column-not-numeric"},
    CodeText{ErrorCode::geometryFailed, "geometry-failed"},
    CodeText{ErrorCode::weatherMissing, "weather-missing"},
    CodeText{ErrorCode::scenarioInvalid, "scenario-invalid"},
    CodeText{ErrorCode::recordInvalid, "record-invalid"},
    CodeText{ErrorCode::outputExists, "output-exists"},
    CodeText{ErrorCode::folderReadOnly, "folder-read-only"},
    CodeText{ErrorCode::diskFull, "disk-full"},
    CodeText{ErrorCode::memoryTooSmall, "memory-too-small"},
    CodeText{ErrorCode::privacyLevel, "privacy-level"},
    CodeText{ErrorCode::privacyPlaces, "privacy-places"},
    CodeText{ErrorCode::programFault, "program-fault"},
};

constexpr auto kCodeList = [] {
    std::array<ErrorCode, kCodes.size()> list{};
    std::transform(kCodes.begin(), kCodes.end(), list.begin(),
                   [](const CodeText& entry) { return entry.code; });
    return list;
}();

std::string logLine(ErrorCode code, const Arguments& arguments) {
    std::string line{toText(code)};
    const char* separator = ": ";
    for (const auto& [name, value] : arguments) {
        line += separator;
        line += name;
        line += '=';
        line += toText(value);
        separator = ", ";
    }
    return line;
}

}  // namespace

std::string_view toText(ErrorCode code) noexcept {
    const auto* found = std::find_if(kCodes.begin(), kCodes.end(),
                                     [code](const CodeText& entry) { return entry.code == code; });
    LOMMER_ASSERT(found != kCodes.end());
    return found->text;
}

std::span<const ErrorCode> allErrorCodes() noexcept {
    return kCodeList;
}

bool isUsageError(ErrorCode code) noexcept {
    return code < ErrorCode::crsMissing;
}

Error::Error(ErrorCode code, Arguments arguments, std::string details)
    : code_(code),
      arguments_(std::move(arguments)),
      details_(std::move(details)),
      text_(logLine(code_, arguments_)) {}

}  // namespace lommer::core
