#pragma once

#include "core/base/remark.h"
#include "core/raster/raster_source.h"
#include "core/subjects/data_check.h"
#include "core/vector/table.h"
#include "gis/registers/layer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace lommer::app {

/// A layer that is open: a raster to read from, or all rows of a table. One of the two is set.
struct LoadedLayer {
    /// As it was after opening; never null.
    std::shared_ptr<const gis::LayerDescription> description = {};
    std::shared_ptr<const core::RasterSource> raster = {};
    std::shared_ptr<const core::Table> table = {};
    /// What was noticed or repaired on the way in.
    std::vector<core::Remark> remarks = {};
};

/// Opens one layer; reads a table whole. Blocks: not for the thread of a window. Throws what
/// gis::openRaster and gis::openTable throw, and Cancelled.
LoadedLayer loadLayer(const gis::LayerDescription& description, const std::stop_token& stop);

/// A layer with what is known after reading it once.
struct RecognisedLayer {
    /// With the rows of its subject counted, its reference date, and remarks on what does not
    /// count. Of a layer that cannot be opened: what its header says, with a remark.
    gis::LayerDescription description;
    /// Of tables with a subject.
    std::optional<core::DataCheck> check = {};
};

/// What lies under `path`, as gis::inspect finds it. Throws what gis::inspect throws.
std::vector<RecognisedLayer> recognised(const std::filesystem::path& path,
                                        core::RemarkList& remarks);

/// All layers under `path`, as gis::inspect finds them, each opened. What a folder holds that
/// cannot be used goes to `remarks`. Throws what gis::inspect and `loadLayer` throw.
std::vector<LoadedLayer> loadLayers(const std::filesystem::path& path, core::RemarkList& remarks,
                                    const std::stop_token& stop);

}  // namespace lommer::app
