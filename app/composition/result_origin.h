#pragma once

#include "core/engine/catalogue.h"
#include "core/engine/run_record.h"
#include "gis/registers/classified_table.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lommer::app {

/// The run that made a file.
struct RecordedOrigin {
    /// SHA-256 of its run.json.
    std::string run;
    core::RecordedOutput output;
    core::RunRecord record;
};

/// By the run.json beside `file`; nothing where there is none that names the file.
std::optional<RecordedOrigin> originOf(const std::filesystem::path& file);

/// What an analysis may know of it.
std::shared_ptr<const core::InputOrigin> inputOriginOf(const RecordedOrigin& origin,
                                                       const core::Catalogue& catalogue);

/// The unit of an output of a run: its own, or that of the data it was made of.
core::Unit unitOf(const core::OutputDeclaration& output, const core::RunRecord& record);

/// What the run recorded of the table that it wrote; nothing for a file that is no result.
gis::RecordedTable recordedTable(const std::filesystem::path& file);

/// What the places or cells of a result tell, as its run recorded; open for a file that is none.
core::PrivacyClass recordedPlaces(const std::filesystem::path& file);

}  // namespace lommer::app
