#include "app/composition/sample_service.h"

#include "core/base/error.h"
#include "core/disclosure/released.h"
#include "core/engine/parallel.h"
#include "core/sample/sample_municipality.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/geotiff_sink.h"
#include "gis/registers/ahn_sheets.h"
#include "gis/registers/made_up.h"
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
/// What was in the partial folder, when it is whole and only has to be moved. Where it is found
/// after a kill, the move is finished.
constexpr const char* kWhole = ".whole-sample";

/// True where it was not there before.
bool createFolder(const fs::path& folder) {
    std::error_code error;
    const bool isMade = fs::create_directories(folder, error);
    if (error) {
        gis::throwFileError(error, folder);
    }
    return isMade;
}

void moveTo(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        gis::throwFileError(error, to);
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
            sink = gis::FileTableSink::create(folder / (name + ".gpkg"), name, stop_,
                                              std::string(gis::kMadeUpDescription));
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
        return gis::GeoTiffSink::create(folder / (name + ".tif"), grid,
                                        {.resolutionExponent = -10,
                                         .description = std::string(gis::kMadeUpDescription),
                                         .stop = progress.stopToken()});
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

void finishMove(const fs::path& folder) {
    const fs::path whole = folder / kWhole;
    for (const std::string& name : folderNames()) {
        if (fs::exists(whole / name)) {
            moveTo(whole / name, folder / name);
        }
    }
    std::error_code ignored;  // it is empty
    fs::remove(whole, ignored);
}

void requireRoom(const fs::path& folder) {
    for (const std::string& name : folderNames()) {
        if (fs::exists(folder / name)) {
            throw core::Error(core::ErrorCode::outputExists,
                              {{"folder", gis::utf8(folder.filename())}}, gis::utf8(folder / name));
        }
    }
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const std::string& name : folderNames()) {
        for (const auto& entry : fs::directory_iterator(folder / name)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Nothing of it remains, nor the folder where it was made for this.
void removeAll(const fs::path& folder, bool isMade) {
    std::error_code ignored;  // the next one tries again
    const fs::path whole = folder / kWhole;
    for (const std::string& name : folderNames()) {
        // Only what was moved out: a folder that someone else made meanwhile is not ours.
        if (fs::exists(whole, ignored) && !fs::exists(whole / name, ignored)) {
            fs::remove_all(folder / name, ignored);
        }
    }
    fs::remove_all(folder / kPartial, ignored);
    fs::remove_all(folder / kWhole, ignored);
    if (isMade) {
        fs::remove(folder, ignored);
    }
}

}  // namespace

std::vector<fs::path> writeSample(const SampleOrder& order, const core::Progress& progress) {
    const bool isMade = createFolder(order.folder);
    finishMove(order.folder);
    requireRoom(order.folder);
    // What a run that was killed has left behind goes first.
    const fs::path partial = order.folder / kPartial;
    std::error_code error;
    fs::remove_all(partial, error);
    try {
        createFolder(partial);
        writeAll(order, partial, progress);
        moveTo(partial, order.folder / kWhole);
        finishMove(order.folder);
        return filesIn(order.folder);
    } catch (...) {
        removeAll(order.folder, isMade);
        throw;
    }
}

}  // namespace lommer::app
