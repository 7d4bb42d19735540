#include "app/map/map_layer.h"

namespace lommer::app {

LayerData LayerData::of(std::shared_ptr<const core::Table> table) {
    LayerData data;
    if (table->hasGeometry()) {
        data.index = std::make_shared<const FeatureIndex>(table->geometryPointer());
    }
    data.table = std::move(table);
    return data;
}

LayerData LayerData::of(std::shared_ptr<const core::RasterSource> raster) {
    LayerData data;
    data.raster = std::move(raster);
    return data;
}

core::Bounds LayerData::bounds() const {
    if (raster != nullptr) {
        return raster->grid().bounds();
    }
    return index != nullptr ? index->bounds() : core::Bounds{};
}

}  // namespace lommer::app
