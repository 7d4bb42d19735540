#include "gis/raster_io/raster_files.h"

#include "core/base/assert.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/mosaic_layout.h"
#include "gis/raster_io/mosaic_source.h"
#include "gis/raster_io/raster_header.h"
#include "gis/registers/made_up.h"

#include <gdal.h>

namespace lommer::gis {
namespace {

std::vector<RasterHeader> readHeaders(const LayerLocation& location) {
    LOMMER_ASSERT(!location.files.empty());
    std::vector<RasterHeader> headers;
    for (const auto& file : location.files) {
        headers.push_back(readHeader(file));
    }
    return headers;
}

LayerDescription describe(const LayerLocation& location, const std::vector<RasterHeader>& headers,
                          const MosaicLayout& layout) {
    LayerDescription description;
    description.location = location;
    description.kind = core::DataKind::raster;
    description.name = utf8(location.files.front().stem());
    description.crs = layout.crs;
    description.format = headers.front().driver;
    description.grid = layout.grid;
    for (const RasterHeader& header : headers) {  // one tile of it that is made up is enough
        if (description.registerId.empty()) {
            description.registerId = registerOfDescription(header.description);
        }
    }
    description.remarks = layout.remarks;
    return description;
}

}  // namespace

LayerDescription describeRaster(const LayerLocation& location) {
    const auto headers = readHeaders(location);
    return describe(location, headers, layOut(headers));
}

OpenedLayer<core::RasterSource> openRaster(const LayerLocation& location,
                                           core::RemarkList& remarks) {
    auto headers = readHeaders(location);
    auto layout = layOut(headers);
    OpenedLayer<core::RasterSource> opened;
    opened.description = describe(location, headers, layout);
    opened.operation = layout.operation;
    for (const auto& remark : layout.remarks) {
        remarks.add(remark);
    }
    // Decoded blocks take the place of GDAL's own cache, which they go past.
    auto reader = std::make_unique<CellReader>(std::move(headers), remarks, GDALGetCacheMax64());
    opened.source =
        std::make_shared<MosaicSource>(layout.grid, std::move(reader), std::move(layout.members));
    return opened;
}

}  // namespace lommer::gis
