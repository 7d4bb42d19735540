#pragma once

#include "core/base/remark.h"
#include "core/raster/raster_source.h"
#include "core/vector/table.h"
#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lommer::app {

/// A layer that is open: a raster to read from, or all rows of a table. One of the two is set.
struct LoadedLayer {
    /// As it was after opening, with the remarks; never null.
    std::shared_ptr<const gis::LayerDescription> description = {};
    std::shared_ptr<const core::RasterSource> raster = {};
    std::shared_ptr<const core::Table> table = {};
    /// What its cells, or its places by themselves, tell.
    core::PrivacyClass places = core::PrivacyClass::open;
    /// What was noticed or repaired on the way in.
    std::vector<core::Remark> remarks = {};
};

/// Opens one layer; reads a table whole. Blocks: not for the thread of a window. Throws what
/// gis::openRaster and gis::openTable throw, and Cancelled.
LoadedLayer loadLayer(const gis::LayerDescription& description, const std::stop_token& stop);

/// All layers under `path`, as gis::inspect finds them, each opened. `mappings`: what people
/// assigned before. What a folder holds that cannot be used goes to `remarks`. Throws what
/// gis::inspect and `loadLayer` throw.
std::vector<LoadedLayer> loadLayers(const std::filesystem::path& path, core::RemarkList& remarks,
                                    const std::stop_token& stop,
                                    const gis::Mappings& mappings = {});

}  // namespace lommer::app
