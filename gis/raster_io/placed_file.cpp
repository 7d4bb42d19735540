#include "gis/raster_io/placed_file.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace lommer::gis {
namespace {

using core::Bounds;
using core::Grid;
using core::Point;

CrsInfo crsOf(const RasterHeader& file) {
    if (file.crs.empty()) {
        throw core::Error(core::ErrorCode::crsMissing, {{"file", utf8(file.path.filename())}},
                          utf8(file.path));
    }
    return parseCrs(file.crs);
}

// Whole cells of `size` that cover `length`; a sliver of a cell does not count.
std::int64_t cellsIn(double length, double size) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(length / size - 1e-3)));
}

double withTwoDigits(double value) {
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return std::round(value / step) * step;
}

/// Cells of a grid in RD among those of a file in another system, each by its own centre.
class TransformedPlaces : public core::CellPlaces {
public:
    TransformedPlaces(const Grid& grid, const RasterHeader& file,
                      std::shared_ptr<const Transformer> fromRd)
        : grid_(grid),
          left_(file.left),
          top_(file.top),
          cellWidth_(file.cellWidth),
          cellHeight_(file.cellHeight),
          fromRd_(std::move(fromRd)) {}

    void find(const core::CellWindow& window, core::RasterView<double> x,
              core::RasterView<double> y) const override {
        std::vector<Point> line(static_cast<std::size_t>(window.columns));
        for (std::int64_t row = 0; row < window.rows; ++row) {
            for (std::int64_t column = 0; column < window.columns; ++column) {
                line[static_cast<std::size_t>(column)] =
                    grid_.centreOf({window.row + row, window.column + column});
            }
            transform(line);
            for (std::int64_t column = 0; column < window.columns; ++column) {
                const Point place = line[static_cast<std::size_t>(column)];
                x(row, column) = (place.x - left_) / cellWidth_;
                y(row, column) = (top_ - place.y) / cellHeight_;
            }
        }
    }

private:
    /// Places outside the area of the operation become NaN: they hold no cell.
    void transform(std::vector<Point>& line) const {
        const std::vector<Point> inRd = line;
        try {
            fromRd_->transform(line);
            return;
        } catch (const core::Error&) {
            line = inRd;
        }
        constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
        for (Point& point : line) {
            try {
                fromRd_->transform({&point, 1});
            } catch (const core::Error&) {
                point = {kNowhere, kNowhere};
            }
        }
    }

    Grid grid_;
    double left_;
    double top_;
    double cellWidth_;
    double cellHeight_;
    std::shared_ptr<const Transformer> fromRd_;
};

}  // namespace

PlacedFile::PlacedFile(const RasterHeader& header) : header_(header), crs_(crsOf(header)) {
    bounds_ = header_.bounds();
    if (!crs_.isRdNew) {
        toRd_ = std::make_shared<const Transformer>(crs_, rdNew(), bounds_);
        fromRd_ = std::make_shared<const Transformer>(rdNew(), crs_, Bounds{});
        bounds_ = outlineInRd();
    }
}

CoordinateOperation PlacedFile::operation() const {
    return toRd_ == nullptr ? CoordinateOperation{} : toRd_->operation();
}

Bounds PlacedFile::outlineInRd() const {
    constexpr int kSteps = 64;
    const Bounds own = header_.bounds();
    std::vector<Point> outline;
    for (int step = 0; step <= kSteps; ++step) {
        const double x = own.xmin + own.width() * step / kSteps;
        const double y = own.ymin + own.height() * step / kSteps;
        outline.insert(outline.end(), {{x, own.ymin}, {x, own.ymax}, {own.xmin, y}, {own.xmax, y}});
    }
    toRd_->transform(outline);
    Bounds result;
    for (const Point& point : outline) {
        result.include(point);
    }
    return result;
}

/// The side of a square with the surface that a cell in the middle of the file has in RD.
double PlacedFile::cellSizeInRd() const {
    const Bounds own = header_.bounds();
    const Point middle = own.centre();
    std::array<Point, 3> corners{middle, Point{middle.x + header_.cellWidth, middle.y},
                                 Point{middle.x, middle.y + header_.cellHeight}};
    toRd_->transform(corners);
    const Point east{corners[1].x - corners[0].x, corners[1].y - corners[0].y};
    const Point north{corners[2].x - corners[0].x, corners[2].y - corners[0].y};
    return withTwoDigits(std::sqrt(std::abs(east.x * north.y - east.y * north.x)));
}

Grid PlacedFile::ownGrid() const {
    if (isTransformed()) {
        const double size = cellSizeInRd();
        const double left = std::floor(bounds_.xmin / size) * size;
        const double top = std::ceil(bounds_.ymax / size) * size;
        return {left, top, size, cellsIn(bounds_.xmax - left, size),
                cellsIn(top - bounds_.ymin, size)};
    }
    if (header_.isSquare()) {
        return {header_.left, header_.top, header_.cellWidth, header_.levels[0].columns,
                header_.levels[0].rows};
    }
    const double cellSize = std::min(header_.cellWidth, header_.cellHeight);
    return {header_.left, header_.top, cellSize, cellsIn(bounds_.width(), cellSize),
            cellsIn(bounds_.height(), cellSize)};
}

std::unique_ptr<core::CellPlaces> PlacedFile::placesOn(const Grid& grid) const {
    if (isTransformed()) {
        return std::make_unique<TransformedPlaces>(grid, header_, fromRd_);
    }
    if (header_.isSquare() && ownGrid().isAlignedWith(grid)) {
        return nullptr;
    }
    const Point first = grid.centreOf({0, 0});
    return core::makeParallelPlaces(
        (first.x - header_.left) / header_.cellWidth, grid.cellSize() / header_.cellWidth,
        (header_.top - first.y) / header_.cellHeight, grid.cellSize() / header_.cellHeight);
}

}  // namespace lommer::gis
