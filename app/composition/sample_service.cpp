#include "app/composition/sample_service.h"

#include "core/base/error.h"
#include "core/disclosure/released.h"
#include "core/engine/parallel.h"
#include "core/sample/sample_place.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/geotiff_sink.h"
#include "gis/vector_io/table_files.h"

#include <algorithm>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kBlock = 512;

enum class Height { terrain, surface };

void writeRaster(const core::SamplePlace& place, const fs::path& path, double cellMetres,
                 Height height, const core::Progress& progress) {
    const core::Grid grid = place.grid(cellMetres);
    const auto sink = gis::GeoTiffSink::create(
        path, grid, {.resolutionExponent = -10, .description = gis::utf8(path.stem())});
    const auto columns = (grid.columns() + kBlock - 1) / kBlock;
    const auto rows = (grid.rows() + kBlock - 1) / kBlock;
    core::parallelFor(columns * rows, progress.stopToken(), [&](std::int64_t block) {
        const core::CellWindow window = core::intersection(
            {block % columns * kBlock, block / columns * kBlock, kBlock, kBlock}, grid.window());
        core::RasterBuffer<float> values(window.columns, window.rows);
        if (height == Height::terrain) {
            place.fillTerrain(grid, window, values.view());
        } else {
            place.fillSurface(grid, window, values.view());
        }
        sink->write(window, values.view());
        progress.advance(columns * rows);
    });
    sink->finish();
}

void writeTable(const core::Table& table, const fs::path& path) {
    const auto sink = gis::FileTableSink::create(path, gis::utf8(path.stem()));
    sink->append(
        core::PrivacyCheck(core::ReleaseProfile::openbaar).release(table, gis::utf8(path.stem())));
    sink->finish();
}

}  // namespace

std::vector<fs::path> writeSample(const SampleOrder& order, const core::Progress& progress) {
    std::error_code error;
    fs::create_directories(order.folder, error);
    if (error) {
        gis::throwFileError(error, order.folder);
    }
    std::vector<fs::path> files{order.folder / "dtm.tif", order.folder / "dsm.tif",
                                order.folder / "gebouwen.gpkg", order.folder / "gebieden.gpkg"};
    for (const fs::path& file : files) {
        if (fs::exists(file)) {
            throw core::Error(core::ErrorCode::outputExists,
                              {{"folder", gis::utf8(order.folder.filename())}}, gis::utf8(file));
        }
    }
    const core::SamplePlace place(order.areaSquareKilometres, order.seed);
    try {
        writeRaster(place, files[0], order.cellMetres, Height::terrain,
                    progress.part(0.0, 0.45, "write"));
        writeRaster(place, files[1], order.cellMetres, Height::surface,
                    progress.part(0.45, 0.9, "write"));
        writeTable(place.buildingTable(), files[2]);
        writeTable(place.areaTable(), files[3]);
        progress.part(0.9, 1.0, "write").report(1.0);
    } catch (...) {
        std::for_each(files.begin(), files.end(),
                      [&](const fs::path& file) { fs::remove(file, error); });
        throw;
    }
    return files;
}

}  // namespace lommer::app
