#include "app/composition/layer_service.h"

#include "app/composition/result_origin.h"
#include "core/base/error.h"
#include "gis/raster_io/raster_files.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"

namespace lommer::app {
namespace {

/// A source may add remarks as long as it lives: it keeps the list that it adds to.
struct SourceWithRemarks {
    core::RemarkList remarks;
    std::shared_ptr<const core::RasterSource> source;
};

/// What opening found out, with what only looking around and reading can tell.
std::shared_ptr<const gis::LayerDescription> completed(gis::LayerDescription opened,
                                                       const gis::LayerDescription& found,
                                                       const std::vector<core::Remark>& remarks) {
    opened.remarks.insert(opened.remarks.end(), remarks.begin(), remarks.end());
    if (opened.subject.empty()) {
        opened.subject = found.subject;
    }
    if (opened.registerId.empty()) {
        opened.registerId = found.registerId;
    }
    if (opened.referenceDate.empty()) {
        opened.referenceDate = found.referenceDate;
    }
    return std::make_shared<const gis::LayerDescription>(std::move(opened));
}

LoadedLayer loadRaster(const gis::LayerDescription& description) {
    auto kept = std::make_shared<SourceWithRemarks>();
    auto opened = gis::openRaster(description.location, kept->remarks);
    kept->source = opened.source;
    LoadedLayer layer;
    layer.places = recordedPlaces(description.location.files.front());
    layer.remarks = kept->remarks.take();
    layer.description = completed(std::move(opened.description), description, layer.remarks);
    layer.raster = std::shared_ptr<const core::RasterSource>(kept, kept->source.get());
    return layer;
}

LoadedLayer loadTable(const gis::LayerDescription& description, const std::stop_token& stop) {
    core::RemarkList remarks;
    auto opened = gis::openRegisterTable(description.location, remarks, stop,
                                         recordedTable(description.location.files.front()));
    LoadedLayer layer;
    layer.table = std::make_shared<const core::Table>(opened.source->read({}, stop));
    opened.description.referenceDate = opened.referenceDate(stop);
    layer.places = opened.privacy(stop).places;
    layer.remarks = remarks.take();
    layer.description = completed(std::move(opened.description), description, layer.remarks);
    return layer;
}

}  // namespace

LoadedLayer loadLayer(const gis::LayerDescription& description, const std::stop_token& stop) {
    return description.kind == core::DataKind::raster ? loadRaster(description)
                                                      : loadTable(description, stop);
}

std::vector<LoadedLayer> loadLayers(const std::filesystem::path& path, core::RemarkList& remarks,
                                    const std::stop_token& stop, const gis::Mappings& mappings) {
    std::vector<LoadedLayer> layers;
    for (const gis::LayerDescription& description : gis::inspect(path, remarks, mappings, stop)) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        layers.push_back(loadLayer(description, stop));
    }
    return layers;
}

}  // namespace lommer::app
