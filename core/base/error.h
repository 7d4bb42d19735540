#pragma once

#include "core/base/argument.h"

#include <exception>
#include <span>
#include <string>
#include <string_view>

namespace lommer::core {

/// Why a run cannot go on. The texts (`toText`) are stable: scripts read them.
enum class ErrorCode {
    // usage: the request itself is wrong (exit code 2)
    analysisUnknown,
    roleUnknown,
    roleMissing,
    roleTooMany,
    roleNotFitting,
    parameterUnknown,
    parameterMissing,
    parametersExclusive,
    definitionUnknown,
    valueNotANumber,
    valueOutOfRange,
    valueUnknown,
    formulaInvalid,
    optionUnknown,
    // data and machine: the request is right, but it cannot be done (exit code 1)
    crsMissing,
    crsUnknown,
    transformationTooCoarse,
    noOverlap,
    rasterRotated,
    fileMissing,
    fileUnreadable,
    fileIncomplete,
    fileChanged,
    fileNotAsRecorded,
    layerUnknown,
    layerAmbiguous,
    layerEmpty,
    columnMissing,
    columnNotNumeric,
    geometryFailed,
    weatherMissing,
    scenarioInvalid,
    recordInvalid,
    outputExists,
    folderReadOnly,
    diskFull,
    memoryTooSmall,
    privacyLevel,
    privacyPlaces,
    programFault,
};

/// The stable kebab-case text of a code: `crs-missing`.
std::string_view toText(ErrorCode code) noexcept;

/// Every code, for the test that each has a sentence in every language.
std::span<const ErrorCode> allErrorCodes() noexcept;

/// True where the request was wrong, false where data or machine stand in the way.
bool isUsageError(ErrorCode code) noexcept;

/// A run that cannot go on. Carries a code and named arguments; `app` makes the sentence.
/// `what()` is an English line for logs: `crs-missing: file=dtm.tif`.
class Error : public std::exception {
public:
    explicit Error(ErrorCode code, Arguments arguments = {}, std::string details = {});

    ErrorCode code() const noexcept { return code_; }
    const Arguments& arguments() const noexcept { return arguments_; }
    /// Technical text for "Details": a library's own message, a full path. May be empty.
    const std::string& details() const noexcept { return details_; }
    const char* what() const noexcept override { return text_.c_str(); }

private:
    ErrorCode code_;
    Arguments arguments_;
    std::string details_;
    std::string text_;
};

/// Thrown by `Progress::checkpoint` when the user stopped the run. Not an Error: nothing is wrong.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace lommer::core
