#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_source.h"
#include "core/raster/raster_view.h"

#include <functional>
#include <memory>

namespace lommer::core {

/// How a value between cell centres comes about.
enum class Interpolation {
    nearest,   // the cell that holds the place: for classes
    bilinear,  // the four cells around it by their nearness: for heights and other quantities
};

/// The value at a place in `cells`, in cells from their north-west corner: (0.5, 0.5) is the centre
/// of the first. NaN outside. Bilinear: holes do not count, and the outcome is a hole where they
/// have more than half of the weight, so that holes neither shrink nor grow; between the outermost
/// centres and the edge the outermost cells go on.
float valueAt(RasterView<const float> cells, double x, double y, Interpolation interpolation);

/// Where the centres of target cells lie among the source cells. Thread-safe.
class CellPlaces {
public:
    virtual ~CellPlaces() = default;
    /// `x` and `y` have the size of `window`. A place far outside is fine. Must not depend on the
    /// window: the same cell has the same place in every window.
    virtual void find(const CellWindow& window, RasterView<double> x,
                      RasterView<double> y) const = 0;
};

/// Source cells to take values from: [0, columns) x [0, rows).
struct SourceCells {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    /// Fills a view with a window that lies inside. Thread-safe.
    std::function<void(const CellWindow&, RasterView<float>)> read;
};

/// Fills `values` with the target cells of `window`. The values do not depend on how an area is cut
/// into windows.
void resample(const SourceCells& source, const CellPlaces& places, Interpolation interpolation,
              const CellWindow& window, RasterView<float> values);

/// A raster on another grid: other cell size, other origin. What is aligned already is read as it
/// is. Whoever uses one says so with the remark `raster-resampled`.
class ResampledSource : public RasterSource {
public:
    /// `source` outlives this object.
    ResampledSource(const RasterSource& source, const Grid& grid, Interpolation interpolation);
    ~ResampledSource() override;

    const Grid& grid() const noexcept override { return grid_; }
    void read(const CellWindow& window, RasterView<float> values) const override;
    /// False where the cells coincide, so that no value was changed.
    bool isResampling() const noexcept { return places_ != nullptr; }

private:
    const RasterSource& source_;
    Grid grid_;
    Interpolation interpolation_;
    std::unique_ptr<CellPlaces> places_;
    // Of an aligned source: its cell (0, 0) in cells of the grid.
    std::int64_t columnOffset_ = 0;
    std::int64_t rowOffset_ = 0;
};

/// Places where rows and columns of both stay parallel: x = left + column * width, likewise y.
/// `firstX` and `firstY` are the place of the centre of target cell (0, 0).
std::unique_ptr<CellPlaces> makeParallelPlaces(double firstX, double stepX, double firstY,
                                               double stepY);

}  // namespace lommer::core
