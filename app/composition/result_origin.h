#pragma once

#include "core/disclosure/personal_data.h"
#include "core/engine/run_record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// The run that made a file.
struct ResultOrigin {
    /// SHA-256 of its run.json.
    std::string run;
    core::RecordedOutput output;
};

/// By the run.json beside `file`; nothing where there is none that names the file.
std::optional<ResultOrigin> originOf(const std::filesystem::path& file);

/// The privacy classes of columns that the run recorded; empty for a file that is no result.
std::vector<core::PrivacyFinding> recordedPrivacy(const std::filesystem::path& file);

}  // namespace lommer::app
