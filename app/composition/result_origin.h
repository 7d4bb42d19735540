#pragma once

#include "core/engine/run_record.h"
#include "gis/registers/classified_table.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lommer::app {

/// The run that made a file.
struct ResultOrigin {
    /// SHA-256 of its run.json.
    std::string run;
    core::RecordedOutput output;
};

/// By the run.json beside `file`; nothing where there is none that names the file.
std::optional<ResultOrigin> originOf(const std::filesystem::path& file);

/// What the run recorded of the table that it wrote; nothing for a file that is no result.
gis::RecordedTable recordedTable(const std::filesystem::path& file);

/// What the places or cells of a result tell, as its run recorded; open for a file that is none.
core::PrivacyClass recordedPlaces(const std::filesystem::path& file);

}  // namespace lommer::app
