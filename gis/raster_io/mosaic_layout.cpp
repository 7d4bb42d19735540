#include "gis/raster_io/mosaic_layout.h"

#include "gis/platform/file_error.h"
#include "gis/raster_io/placed_file.h"

#include <algorithm>
#include <cmath>

namespace lommer::gis {
namespace {

using core::Bounds;
using core::Grid;

// `grid` with more cells on all sides, so that it covers `bounds`.
Grid extendedTo(const Grid& grid, const Bounds& bounds) {
    constexpr double kSliver = 1e-3;  // of a cell
    const double size = grid.cellSize();
    const Bounds own = grid.bounds();
    const auto more = [&](double metres) {
        return std::max<std::int64_t>(
            0, static_cast<std::int64_t>(std::ceil(metres / size - kSliver)));
    };
    const auto west = more(own.xmin - bounds.xmin);
    const auto north = more(bounds.ymax - own.ymax);
    return grid.subgrid({-west, -north, west + grid.columns() + more(bounds.xmax - own.xmax),
                         north + grid.rows() + more(own.ymin - bounds.ymin)});
}

MosaicMember memberOf(std::size_t index, const RasterHeader& file, const PlacedFile& placed,
                      const Grid& grid) {
    MosaicMember member{index, grid.windowOf(placed.bounds()), placed.placesOn(grid)};
    if (!member.places) {
        member.window = {
            static_cast<std::int64_t>(std::llround((file.left - grid.left()) / grid.cellSize())),
            static_cast<std::int64_t>(std::llround((grid.top() - file.top) / grid.cellSize())),
            file.levels[0].columns, file.levels[0].rows};
    }
    return member;
}

/// What was done to the cells of a file on the way in.
void addRemarks(MosaicLayout& layout, const RasterHeader& file, const PlacedFile& placed) {
    const std::string name = utf8(file.path.filename());
    if (file.isSouthUp) {
        layout.remarks.push_back({"raster-flipped", {{"file", name}}});
    }
    if (placed.isTransformed()) {
        const CoordinateOperation operation = placed.operation();
        layout.remarks.push_back({"raster-transformed",
                                  {{"file", name},
                                   {"operation", operation.name},
                                   {"accuracy", operation.accuracyMetres},
                                   {"cellSize", layout.grid.cellSize()}}});
    } else if (layout.members.back().places) {
        layout.remarks.push_back({"raster-resampled",
                                  {{"file", name},
                                   {"cellWidth", file.cellWidth},
                                   {"cellHeight", file.cellHeight},
                                   {"cellSize", layout.grid.cellSize()}}});
    }
}

}  // namespace

MosaicLayout layOut(const std::vector<RasterHeader>& files) {
    std::vector<PlacedFile> placed;
    Bounds all;
    for (const RasterHeader& file : files) {
        placed.emplace_back(file);
        all.include(placed.back().bounds());
    }
    MosaicLayout layout{
        placed.front().ownGrid(), {}, placed.front().crs(), placed.front().operation(), {}};
    layout.grid = extendedTo(layout.grid, all);
    for (std::size_t index = 0; index < files.size(); ++index) {
        layout.members.push_back(memberOf(index, files[index], placed[index], layout.grid));
        addRemarks(layout, files[index], placed[index]);
    }
    return layout;
}

}  // namespace lommer::gis
