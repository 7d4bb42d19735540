#pragma once

#include "core/raster/raster_source.h"

#include <memory>
#include <optional>
#include <vector>

namespace lommer::core {

/// A raster on other cells, with all that stands between it and the source.
class FittedRaster {
public:
    /// `source` outlives this object. Cells that coincide are read as they are. Smaller cells are
    /// first averaged to about the size of the new ones (a cell of which more than half is a hole
    /// is a hole), so that all of them count; what then still lies beside the new cells is
    /// converted by nearness (bilinear).
    FittedRaster(const RasterSource& source, const Grid& grid);

    const RasterSource& source() const noexcept { return *last_; }
    /// False where the cells coincide, so that no value was changed.
    bool isChanged() const noexcept { return isChanged_; }

private:
    const RasterSource& add(std::unique_ptr<RasterSource> stage);

    std::vector<std::unique_ptr<RasterSource>> stages_;
    const RasterSource* last_;
    bool isChanged_ = false;
};

/// The cells in which two rasters can be compared: those of the one with the larger cells (of
/// `first` where they are equal), as far as both reach. Nothing where they do not overlap.
std::optional<Grid> commonGrid(const Grid& first, const Grid& second);

/// Later minus earlier, cell by cell; a hole where one of the two has one. Computed when read.
class DifferenceSource : public RasterSource {
public:
    /// Both outlive this object; `grid` is as a rule their `commonGrid`.
    DifferenceSource(const RasterSource& later, const RasterSource& earlier, const Grid& grid);

    const Grid& grid() const noexcept override { return grid_; }
    void read(const CellWindow& window, RasterView<float> values) const override;
    const FittedRaster& later() const noexcept { return later_; }
    const FittedRaster& earlier() const noexcept { return earlier_; }

private:
    Grid grid_;
    FittedRaster later_;
    FittedRaster earlier_;
};

}  // namespace lommer::core
