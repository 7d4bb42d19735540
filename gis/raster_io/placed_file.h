#pragma once

#include "core/raster/grid.h"
#include "core/raster/resample.h"
#include "gis/crs/transformer.h"
#include "gis/raster_io/raster_header.h"

#include <memory>

namespace lommer::gis {

/// Where the cells of one file lie in RD.
class PlacedFile {
public:
    /// `header` outlives the object.
    /// Throws Error crs-missing, crs-unknown; transformation-too-coarse where the file lies outside
    /// the area that RD is for.
    explicit PlacedFile(const RasterHeader& header);

    const CrsInfo& crs() const noexcept { return crs_; }
    bool isTransformed() const noexcept { return fromRd_ != nullptr; }
    /// How coordinates get to RD; says "none" where they are there.
    CoordinateOperation operation() const;
    /// In RD; of a transformed file the box around it.
    const core::Bounds& bounds() const noexcept { return bounds_; }
    /// The grid that the file has, or would have with square cells in RD. Of a transformed file:
    /// cells as large as its own are in its middle, rounded to two digits, with edges at multiples
    /// of their size.
    core::Grid ownGrid() const;
    /// Where the cells of `grid` lie among those of the file; null where they coincide.
    std::unique_ptr<core::CellPlaces> placesOn(const core::Grid& grid) const;

private:
    core::Bounds outlineInRd() const;
    double cellSizeInRd() const;

    const RasterHeader& header_;
    CrsInfo crs_;
    std::shared_ptr<const Transformer> toRd_;
    std::shared_ptr<const Transformer> fromRd_;
    core::Bounds bounds_;
};

}  // namespace lommer::gis
