#pragma once

#include "app/map/feature_index.h"
#include "app/style/layer_style.h"
#include "core/raster/raster_source.h"
#include "core/vector/table.h"

#include <memory>
#include <vector>

namespace lommer::app {

/// Never used twice in one project; stays when the project is saved and opened again.
using LayerId = QString;

/// What there is to draw: a table with its index, or a raster. One of the two is set.
struct LayerData {
    std::shared_ptr<const core::Table> table = {};
    /// Set where the table has geometries.
    std::shared_ptr<const FeatureIndex> index = {};
    std::shared_ptr<const core::RasterSource> raster = {};
    /// Of a raster: values of a coarse look (up to 512 x 512 cells, without holes), for the default
    /// colours and the histogram.
    std::shared_ptr<const std::vector<double>> sample = {};

    /// What its cells, or its places by themselves, tell whoever sees them.
    core::PrivacyClass places = core::PrivacyClass::open;

    /// Builds the index; takes a moment for a large table, so not on the thread of the window.
    static LayerData of(std::shared_ptr<const core::Table> table);
    /// Takes the sample; reads the file, so not on the thread of the window either. Throws Error.
    static LayerData of(std::shared_ptr<const core::RasterSource> raster);

    /// Empty for a table without places.
    core::Bounds bounds() const;
    bool canBeDrawn() const { return raster != nullptr || index != nullptr; }
    /// How much a layer hides of what lies below it: points 0, lines 1, areas 2, cells 3; 0 where
    /// there is nothing to draw.
    int coverRank() const;
    /// The mean area of the boxes around its features in m²; 0 without features.
    double meanFeatureArea() const;
};

/// One layer as the renderer sees it: an unchanging picture of data and style.
struct MapLayer {
    LayerId id;
    LayerData data;
    LayerStyle style;
    /// Rows drawn as selected, sorted; those that the table does not have are not drawn.
    std::vector<std::int64_t> selectedRows = {};
};

}  // namespace lommer::app
