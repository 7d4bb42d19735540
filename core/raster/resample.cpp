#include "core/raster/resample.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
constexpr std::int64_t kPieceSide = 256;
// Source cells in memory at once.
constexpr std::int64_t kLargestNeed = 4'000'000;
// Nearer to a cell centre than this, a place is the centre: coordinates are not exact.
constexpr double kPlaceTolerance = 1e-6;

// The two cells on either side of a place, and the weight of the second.
struct Neighbours {
    std::int64_t first;
    std::int64_t second;
    double secondWeight;
};

Neighbours neighboursOf(double place, std::int64_t count) noexcept {
    const double fromFirst = place - 0.5;
    double whole = std::floor(fromFirst);
    double fraction = fromFirst - whole;
    if (fraction < kPlaceTolerance || fraction > 1.0 - kPlaceTolerance) {
        whole = std::round(fromFirst);
        fraction = 0.0;
    }
    const auto first = static_cast<std::int64_t>(whole);
    const auto last = count - 1;
    return {std::clamp<std::int64_t>(first, 0, last), std::clamp<std::int64_t>(first + 1, 0, last),
            fraction};
}

float bilinear(RasterView<const float> cells, double x, double y) noexcept {
    const auto across = neighboursOf(x, cells.columns());
    const auto down = neighboursOf(y, cells.rows());
    const std::array<float, 4> values{
        cells(down.first, across.first), cells(down.first, across.second),
        cells(down.second, across.first), cells(down.second, across.second)};
    const double east = across.secondWeight;
    const double south = down.secondWeight;
    const std::array<double, 4> weights{(1.0 - east) * (1.0 - south), east * (1.0 - south),
                                        (1.0 - east) * south, east * south};
    double sum = 0.0;
    double known = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (weights[i] > 0.0 && !std::isnan(values[i])) {
            sum += weights[i] * static_cast<double>(values[i]);
            known += weights[i];
        }
    }
    return known < 0.5 ? kHole : static_cast<float>(sum / known);
}

class ParallelPlaces : public CellPlaces {
public:
    ParallelPlaces(double firstX, double stepX, double firstY, double stepY)
        : firstX_(firstX), stepX_(stepX), firstY_(firstY), stepY_(stepY) {}

    void find(const CellWindow& window, RasterView<double> x, RasterView<double> y) const override {
        for (std::int64_t row = 0; row < window.rows; ++row) {
            const double placeY = firstY_ + static_cast<double>(window.row + row) * stepY_;
            for (std::int64_t column = 0; column < window.columns; ++column) {
                x(row, column) = firstX_ + static_cast<double>(window.column + column) * stepX_;
                y(row, column) = placeY;
            }
        }
    }

private:
    double firstX_;
    double stepX_;
    double firstY_;
    double stepY_;
};

// The cells from the one before the lowest place to the one behind the highest.
void include(double place, std::int64_t count, std::int64_t& first, std::int64_t& end) {
    if (place >= 0.0 && place <= static_cast<double>(count)) {
        const auto cell = static_cast<std::int64_t>(std::floor(place));
        first = std::min(first, std::max<std::int64_t>(0, cell - 1));
        end = std::max(end, std::min(count, cell + 2));
    }
}

CellWindow neededOf(const SourceCells& source, RasterView<const double> x,
                    RasterView<const double> y) {
    std::int64_t left = source.columns;
    std::int64_t right = 0;
    std::int64_t top = source.rows;
    std::int64_t bottom = 0;
    for (std::int64_t row = 0; row < x.rows(); ++row) {
        for (std::int64_t column = 0; column < x.columns(); ++column) {
            include(x(row, column), source.columns, left, right);
            include(y(row, column), source.rows, top, bottom);
        }
    }
    return {left, top, std::max<std::int64_t>(0, right - left),
            std::max<std::int64_t>(0, bottom - top)};
}

// The places of one piece, in buffers that are used again for the next.
struct Piece {
    RasterBuffer<double> x{kPieceSide, kPieceSide};
    RasterBuffer<double> y{kPieceSide, kPieceSide};
};

void fillPiece(const SourceCells& source, const CellWindow& needed, Interpolation interpolation,
               RasterView<const double> x, RasterView<const double> y, RasterView<float> values) {
    RasterBuffer<float> cells(needed.columns, needed.rows);
    if (!needed.isEmpty()) {
        source.read(needed, cells.view());
    }
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        for (std::int64_t column = 0; column < values.columns(); ++column) {
            const double placeX = x(row, column);
            const double placeY = y(row, column);
            const bool isInside = placeX >= 0.0 && placeY >= 0.0 &&
                                  placeX <= static_cast<double>(source.columns) &&
                                  placeY <= static_cast<double>(source.rows);
            values(row, column) =
                isInside ? valueAt(cells.view(), placeX - static_cast<double>(needed.column),
                                   placeY - static_cast<double>(needed.row), interpolation)
                         : kHole;
        }
    }
}

void resamplePiece(const SourceCells& source, const CellPlaces& places, Interpolation interpolation,
                   const CellWindow& window, Piece& piece, RasterView<float> values) {
    const CellWindow size{0, 0, window.columns, window.rows};
    const auto x = piece.x.view().part(size);
    const auto y = piece.y.view().part(size);
    places.find(window, x, y);
    const auto needed = neededOf(source, x, y);
    if (needed.cellCount() <= kLargestNeed || window.cellCount() == 1) {
        fillPiece(source, needed, interpolation, x, y, values);
        return;
    }
    // Source cells much smaller than ours: take less at a time.
    const bool isWide = window.columns >= window.rows;
    CellWindow first = size;
    (isWide ? first.columns : first.rows) /= 2;
    CellWindow second = size;
    (isWide ? second.column : second.row) = isWide ? first.columns : first.rows;
    (isWide ? second.columns : second.rows) -= isWide ? first.columns : first.rows;
    for (const auto& half : {first, second}) {
        resamplePiece(source, places, interpolation,
                      {window.column + half.column, window.row + half.row, half.columns, half.rows},
                      piece, values.part(half));
    }
}

}  // namespace

float valueAt(RasterView<const float> cells, double x, double y, Interpolation interpolation) {
    const auto columns = static_cast<double>(cells.columns());
    const auto rows = static_cast<double>(cells.rows());
    if (!(x >= 0.0 && x <= columns && y >= 0.0 && y <= rows)) {
        return kHole;
    }
    if (interpolation == Interpolation::bilinear) {
        return bilinear(cells, x, y);
    }
    return cells(std::min(static_cast<std::int64_t>(y), cells.rows() - 1),
                 std::min(static_cast<std::int64_t>(x), cells.columns() - 1));
}

void resample(const SourceCells& source, const CellPlaces& places, Interpolation interpolation,
              const CellWindow& window, RasterView<float> values) {
    Piece piece;
    for (std::int64_t row = 0; row < window.rows; row += kPieceSide) {
        for (std::int64_t column = 0; column < window.columns; column += kPieceSide) {
            const CellWindow part{column, row, std::min(kPieceSide, window.columns - column),
                                  std::min(kPieceSide, window.rows - row)};
            resamplePiece(source, places, interpolation,
                          {window.column + column, window.row + row, part.columns, part.rows},
                          piece, values.part(part));
        }
    }
}

std::unique_ptr<CellPlaces> makeParallelPlaces(double firstX, double stepX, double firstY,
                                               double stepY) {
    return std::make_unique<ParallelPlaces>(firstX, stepX, firstY, stepY);
}

ResampledSource::ResampledSource(const RasterSource& source, const Grid& grid,
                                 Interpolation interpolation)
    : source_(source), grid_(grid), interpolation_(interpolation) {
    const Grid& from = source.grid();
    if (from.isAlignedWith(grid)) {
        columnOffset_ = std::llround((from.left() - grid.left()) / grid.cellSize());
        rowOffset_ = std::llround((grid.top() - from.top()) / grid.cellSize());
        return;
    }
    const Point first = grid.centreOf({0, 0});
    const double step = grid.cellSize() / from.cellSize();
    places_ = makeParallelPlaces((first.x - from.left()) / from.cellSize(), step,
                                 (from.top() - first.y) / from.cellSize(), step);
}

ResampledSource::~ResampledSource() = default;

void ResampledSource::read(const CellWindow& window, RasterView<float> values) const {
    if (!places_) {
        const auto inGrid = core::intersection(window, grid_.window());
        for (std::int64_t row = 0; row < window.rows; ++row) {
            std::fill_n(values.row(row), window.columns, kHole);
        }
        if (!inGrid.isEmpty()) {
            source_.read({inGrid.column - columnOffset_, inGrid.row - rowOffset_, inGrid.columns,
                          inGrid.rows},
                         values.part(inGrid.countedFrom(window)));
        }
        return;
    }
    const SourceCells cells{
        source_.grid().columns(), source_.grid().rows(),
        [this](const CellWindow& part, RasterView<float> target) { source_.read(part, target); }};
    resample(cells, *places_, interpolation_, window, values);
    // Cells outside the grid are holes, also where the source goes on.
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const auto gridRow = window.row + row;
            const auto gridColumn = window.column + column;
            if (gridRow < 0 || gridColumn < 0 || gridRow >= grid_.rows() ||
                gridColumn >= grid_.columns()) {
                values(row, column) = kHole;
            }
        }
    }
}

}  // namespace lommer::core
