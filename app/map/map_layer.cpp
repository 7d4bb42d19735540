#include "app/map/map_layer.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr std::int64_t kSampleSide = 512;

std::vector<double> sampleOf(const core::RasterSource& raster) {
    const core::CellWindow window = raster.grid().window();
    const std::int64_t factor =
        core::reducedCount(std::max(window.columns, window.rows), kSampleSide);
    core::RasterBuffer<float> values(core::reducedCount(window.columns, factor),
                                     core::reducedCount(window.rows, factor));
    raster.readReduced(window, factor, values.view());
    std::vector<double> sample;
    for (const float value : values.values()) {
        if (!std::isnan(value)) {
            sample.push_back(static_cast<double>(value));
        }
    }
    return sample;
}

}  // namespace

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
    data.sample = std::make_shared<const std::vector<double>>(sampleOf(*raster));
    data.raster = std::move(raster);
    return data;
}

core::Bounds LayerData::bounds() const {
    if (raster != nullptr) {
        return raster->grid().bounds();
    }
    return index != nullptr ? index->bounds() : core::Bounds{};
}

int LayerData::coverRank() const {
    if (raster != nullptr) {
        return 3;
    }
    if (index == nullptr) {
        return 0;
    }
    const auto& kinds = index->geometries().kinds;
    const auto has = [&kinds](core::GeometryKind kind) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    return has(core::GeometryKind::polygon) ? 2 : has(core::GeometryKind::line) ? 1 : 0;
}

double LayerData::meanFeatureArea() const {
    double sum = 0.0;
    std::int64_t count = 0;
    for (std::int64_t row = 0; index != nullptr && row < table->rowCount(); ++row) {
        const core::Bounds& bounds = index->boundsOf(row);
        if (!bounds.isEmpty()) {
            sum += bounds.width() * bounds.height();
            ++count;
        }
    }
    return count == 0 ? 0.0 : sum / static_cast<double>(count);
}

}  // namespace lommer::app
