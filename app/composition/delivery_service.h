#pragma once

#include "core/base/error.h"
#include "core/base/remark.h"
#include "core/engine/progress.h"
#include "core/subjects/data_check.h"
#include "core/vector/table.h"
#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"
#include "gis/registers/mapping_proposal.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// What a check has to know of the world.
struct CheckSettings {
    /// ISO day.
    std::string today = {};
    /// After how many years data of a subject are old; a subject that is not there does not age.
    std::map<std::string, int> yearsUntilOld = {};
    /// What people said of the columns of earlier deliveries.
    gis::Mappings mappings = {};
};

/// A layer with what is known after reading it once.
struct RecognisedLayer {
    /// With the rows of its subject counted, its reference date, and remarks on what does not
    /// count. Of a layer that cannot be opened: what its header says.
    gis::LayerDescription description;
    /// Of tables, and of what cannot be opened.
    std::optional<core::DataCheck> check = {};
    /// Of tables that no register knows, or only in part: what their columns may be.
    std::optional<gis::MappingProposal> proposal = {};
};

/// What lies under one path.
struct Delivery {
    std::vector<RecognisedLayer> layers = {};
    /// On files that are not data or cannot be used.
    std::vector<core::Remark> remarks = {};
};

/// Reads and checks all that lies under `path`, as gis::inspect finds it; codes against the areas
/// of the same delivery. A file that cannot be read, is not complete or states no coordinate system
/// comes back as a layer that failed its check, not as an Error. Blocks. Throws Error file-missing,
/// memory-too-small, and Cancelled.
Delivery recognised(const std::filesystem::path& path, const CheckSettings& settings,
                    const core::Progress& progress);

/// Checks the rows of an opened layer: `description` as opening left it, with its remarks. Throws
/// Cancelled.
core::DataCheck checkLayer(const gis::LayerDescription& description, const core::Table& table,
                           const CheckSettings& settings, const core::AreaCodes& areas,
                           const std::stop_token& stop);

/// The repairs that a check of this layer asks for; none for a raster. Reads the layer as a whole.
/// Throws what gis::openRegisterTable throws, and Cancelled.
std::vector<core::DataRepair> proposedRepairs(const gis::LayerLocation& location,
                                              const std::stop_token& stop);

/// Adds the codes of a layer of areas; does nothing for other layers.
void addCodes(const gis::LayerDescription& description, const core::Table& table,
              core::AreaCodes& areas);

}  // namespace lommer::app
