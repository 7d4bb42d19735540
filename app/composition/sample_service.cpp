#include "app/composition/sample_service.h"

#include "core/base/error.h"
#include "core/disclosure/released.h"
#include "core/engine/parallel.h"
#include "core/sample/sample_municipality.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/geotiff_sink.h"
#include "gis/registers/ahn_sheets.h"
#include "gis/vector_io/table_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kBlock = 512;
/// Share of the time that the tables take, for the bar.
constexpr double kTablesShare = 0.4;
constexpr const char* kPartial = ".partial-sample";

void createFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        gis::throwFileError(error, folder);
    }
}

/// One file per layer in the folder of its register: `bgt/bgt_wegdeel.gpkg`.
class TableFiles : public core::SampleTableSink {
public:
    TableFiles(fs::path folder, std::stop_token stop)
        : folder_(std::move(folder)), stop_(std::move(stop)) {}

    void append(core::SampleLayer layer, const core::Table& rows) override {
        const std::string name(core::nameOf(layer).layer);
        auto& sink = sinks_[static_cast<std::size_t>(layer)];
        if (sink == nullptr) {
            const fs::path folder = folder_ / core::nameOf(layer).source;
            createFolder(folder);
            sink = gis::FileTableSink::create(folder / (name + ".gpkg"), name, stop_);
        }
        sink->append(core::PrivacyCheck(core::ReleaseProfile::openbaar).release(rows, name));
    }

    void finish() {
        for (auto& sink : sinks_) {
            if (sink != nullptr) {
                sink->finish();
            }
        }
    }

private:
    fs::path folder_;
    std::stop_token stop_;
    std::array<std::unique_ptr<gis::FileTableSink>, core::kSampleLayerCount> sinks_;
};

/// The cells of one sheet; sheets share no cell and leave none out.
core::CellWindow cellsOf(const core::Grid& grid, const core::Bounds& sheet) {
    const auto cells = [&](double metres) { return std::llround(metres / grid.cellSize()); };
    const std::int64_t column = cells(sheet.xmin - grid.left());
    const std::int64_t row = cells(grid.top() - sheet.ymax);
    return core::intersection({column, row, cells(sheet.xmax - grid.left()) - column,
                               cells(grid.top() - sheet.ymin) - row},
                              grid.window());
}

void writeSheet(const core::SampleRelief& relief, const core::Grid& grid, const fs::path& folder,
                const std::string& sheet, const core::Progress& progress) {
    const auto create = [&](const std::string& name) {
        return gis::GeoTiffSink::create(
            folder / (name + ".tif"), grid,
            {.resolutionExponent = -10, .description = name, .stop = progress.stopToken()});
    };
    const auto terrain = create("M_" + sheet);
    const auto surface = create("R_" + sheet);
    const auto columns = (grid.columns() + kBlock - 1) / kBlock;
    const auto rows = (grid.rows() + kBlock - 1) / kBlock;
    core::parallelFor(columns * rows, progress.stopToken(), [&](std::int64_t block) {
        const core::CellWindow window = core::intersection(
            {block % columns * kBlock, block / columns * kBlock, kBlock, kBlock}, grid.window());
        core::RasterBuffer<float> ground(window.columns, window.rows);
        core::RasterBuffer<float> top(window.columns, window.rows);
        relief.fill(grid, window, ground.view(), top.view());
        terrain->write(window, ground.view());
        surface->write(window, top.view());
        progress.advance(columns * rows);
    });
    terrain->finish();
    surface->finish();
}

void writeHeights(const core::SampleRelief& relief, const core::Grid& grid, const fs::path& folder,
                  const core::Progress& progress) {
    createFolder(folder);
    double done = 0.0;
    for (const gis::AhnSheet& sheet : gis::ahnSheets(grid.bounds())) {
        const core::CellWindow cells = cellsOf(grid, sheet.bounds);
        if (cells.isEmpty()) {
            continue;
        }
        const double share =
            static_cast<double>(cells.cellCount()) / static_cast<double>(grid.cellCount());
        writeSheet(relief, grid.subgrid(cells), folder, sheet.name,
                   progress.part(done, done + share, "write"));
        done += share;
    }
}

void writeAll(const SampleOrder& order, const fs::path& folder, const core::Progress& progress) {
    const core::SampleMunicipality place(order.areaSquareKilometres, order.seed);
    TableFiles tables(folder, progress.stopToken());
    const core::SampleRelief relief = place.layOut(tables, progress.stopToken());
    tables.finish();
    progress.part(0.0, kTablesShare, "write").report(1.0);
    writeHeights(relief, place.grid(order.cellMetres), folder / "ahn",
                 progress.part(kTablesShare, 1.0, "write"));
}

/// The folders that a sample has, each named by its register.
std::vector<std::string> folderNames() {
    std::vector<std::string> names{"ahn"};
    for (std::size_t layer = 0; layer < core::kSampleLayerCount; ++layer) {
        std::string name(core::nameOf(static_cast<core::SampleLayer>(layer)).source);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<fs::path> moved(const fs::path& partial, const fs::path& folder) {
    std::vector<fs::path> files;
    for (const std::string& name : folderNames()) {
        fs::rename(partial / name, folder / name);
        for (const auto& entry : fs::directory_iterator(folder / name)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::vector<fs::path> writeSample(const SampleOrder& order, const core::Progress& progress) {
    createFolder(order.folder);
    for (const std::string& name : folderNames()) {
        if (fs::exists(order.folder / name)) {
            throw core::Error(core::ErrorCode::outputExists,
                              {{"folder", gis::utf8(order.folder.filename())}},
                              gis::utf8(order.folder / name));
        }
    }
    // What a run that was killed has left behind goes first.
    const fs::path partial = order.folder / kPartial;
    std::error_code error;
    fs::remove_all(partial, error);
    try {
        createFolder(partial);
        writeAll(order, partial, progress);
        std::vector<fs::path> files = moved(partial, order.folder);
        fs::remove_all(partial, error);
        return files;
    } catch (...) {
        fs::remove_all(partial, error);
        throw;
    }
}

}  // namespace lommer::app
