#include "gis/raster_io/mosaic_layout.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace lommer::gis {
namespace {

using core::Bounds;
using core::Grid;

CrsInfo crsOf(const RasterHeader& file) {
    if (file.crs.empty()) {
        throw core::Error(core::ErrorCode::crsMissing, {{"file", utf8(file.path.filename())}},
                          utf8(file.path));
    }
    OGRSpatialReference system;
    system.SetFromUserInput(file.crs.c_str());
    const char* code = system.GetAuthorityCode(nullptr);
    const std::string_view text = code == nullptr ? "" : code;
    if (text != "28992" && text != "7415") {
        throw core::Error(core::ErrorCode::crsUnknown, {{"file", utf8(file.path.filename())}},
                          utf8(file.path));
    }
    return {28992, "Amersfoort / RD New", file.crs, true};
}

Bounds boundsOf(const RasterHeader& file) {
    return {file.left, file.top - static_cast<double>(file.levels[0].rows) * file.cellHeight,
            file.left + static_cast<double>(file.levels[0].columns) * file.cellWidth, file.top};
}

// Whole cells of `size` from `from` on that cover `length`; a sliver of a cell does not count.
std::int64_t cellsIn(double length, double size) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(length / size - 1e-3)));
}

// The grid that a file has, or would have with square cells.
Grid ownGridOf(const RasterHeader& file) {
    if (file.isSquare()) {
        return {file.left, file.top, file.cellWidth, file.levels[0].columns, file.levels[0].rows};
    }
    const double cellSize = std::min(file.cellWidth, file.cellHeight);
    const Bounds bounds = boundsOf(file);
    return {file.left, file.top, cellSize, cellsIn(bounds.width(), cellSize),
            cellsIn(bounds.height(), cellSize)};
}

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

MosaicMember memberOf(std::size_t index, const RasterHeader& file, const Grid& grid) {
    MosaicMember member{index, grid.windowOf(boundsOf(file)), {}};
    if (file.isSquare() && ownGridOf(file).isAlignedWith(grid)) {
        member.window = {
            static_cast<std::int64_t>(std::llround((file.left - grid.left()) / grid.cellSize())),
            static_cast<std::int64_t>(std::llround((grid.top() - file.top) / grid.cellSize())),
            file.levels[0].columns, file.levels[0].rows};
        return member;
    }
    const auto first = grid.centreOf({0, 0});
    member.places = core::makeParallelPlaces(
        (first.x - file.left) / file.cellWidth, grid.cellSize() / file.cellWidth,
        (file.top - first.y) / file.cellHeight, grid.cellSize() / file.cellHeight);
    return member;
}

}  // namespace

MosaicLayout layOut(const std::vector<RasterHeader>& files) {
    MosaicLayout layout{ownGridOf(files.front()), {}, crsOf(files.front()), {}, {}};
    Bounds all;
    for (const auto& file : files) {
        crsOf(file);
        all.include(boundsOf(file));
    }
    layout.grid = extendedTo(layout.grid, all);
    for (std::size_t index = 0; index < files.size(); ++index) {
        layout.members.push_back(memberOf(index, files[index], layout.grid));
        if (layout.members.back().places) {
            layout.remarks.push_back({"raster-resampled",
                                      {{"file", utf8(files[index].path.filename())},
                                       {"cellWidth", files[index].cellWidth},
                                       {"cellHeight", files[index].cellHeight},
                                       {"cellSize", layout.grid.cellSize()}}});
        }
    }
    return layout;
}

}  // namespace lommer::gis
