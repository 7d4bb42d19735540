#include "app/composition/layer_service.h"

#include "app/composition/result_origin.h"
#include "core/base/error.h"
#include "gis/raster_io/raster_files.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"

#include <algorithm>

namespace lommer::app {
namespace {

/// A source may add remarks as long as it lives: it keeps the list that it adds to.
struct SourceWithRemarks {
    core::RemarkList remarks;
    std::shared_ptr<const core::RasterSource> source;
};

/// What opening found out, with what only looking around can tell.
std::shared_ptr<const gis::LayerDescription> completed(gis::LayerDescription opened,
                                                       const gis::LayerDescription& found) {
    if (opened.subject.empty()) {
        opened.subject = found.subject;
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
    layer.description = completed(std::move(opened.description), description);
    layer.raster = std::shared_ptr<const core::RasterSource>(kept, kept->source.get());
    layer.remarks = kept->remarks.take();
    return layer;
}

LoadedLayer loadTable(const gis::LayerDescription& description, const std::stop_token& stop) {
    core::RemarkList remarks;
    auto opened = gis::openRegisterTable(description.location, remarks, stop,
                                         recordedPrivacy(description.location.files.front()));
    LoadedLayer layer;
    layer.table = std::make_shared<const core::Table>(opened.source->read({}, stop));
    opened.description.referenceDate = opened.referenceDate(stop);
    layer.description = completed(std::move(opened.description), description);
    layer.remarks = remarks.take();
    return layer;
}

/// Reads a layer of a subject and checks its data; of another layer only counts what is current.
void checkTable(RecognisedLayer& layer, core::RemarkList& remarks) {
    const core::Subject* subject = core::findSubject(layer.description.subject);
    if (subject == nullptr) {
        gis::countRows(layer.description, remarks);
        return;
    }
    const auto opened = gis::openRegisterTable(layer.description.location, remarks);
    const core::Table table = opened.source->read({}, {});
    layer.description.referenceDate = opened.referenceDate({});
    layer.description.table.rowCount = table.rowCount();
    layer.check = core::checkData(*subject, table);
}

void addNew(std::vector<core::Remark> found, std::vector<core::Remark>& remarks) {
    for (core::Remark& remark : found) {
        if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end()) {
            remarks.push_back(std::move(remark));
        }
    }
}

}  // namespace

LoadedLayer loadLayer(const gis::LayerDescription& description, const std::stop_token& stop) {
    return description.kind == core::DataKind::raster ? loadRaster(description)
                                                      : loadTable(description, stop);
}

std::vector<RecognisedLayer> recognised(const std::filesystem::path& path,
                                        core::RemarkList& remarks) {
    std::vector<RecognisedLayer> layers;
    for (gis::LayerDescription& description : gis::inspect(path, remarks)) {
        layers.push_back({std::move(description)});
        RecognisedLayer& layer = layers.back();
        if (layer.description.kind != core::DataKind::table) {
            continue;
        }
        core::RemarkList noticed;
        try {
            checkTable(layer, noticed);
        } catch (const core::Error& error) {
            const bool isWithoutCrs = error.code() == core::ErrorCode::crsMissing;
            noticed.add({isWithoutCrs ? "left-out-without-crs" : "left-out-unreadable",
                         {{"file", layer.description.name}}});
        }
        addNew(noticed.take(), layer.description.remarks);
    }
    return layers;
}

std::vector<LoadedLayer> loadLayers(const std::filesystem::path& path, core::RemarkList& remarks,
                                    const std::stop_token& stop) {
    std::vector<LoadedLayer> layers;
    for (const gis::LayerDescription& description : gis::inspect(path, remarks)) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        layers.push_back(loadLayer(description, stop));
    }
    return layers;
}

}  // namespace lommer::app
