#pragma once

#include "core/raster/raster_source.h"
#include "core/raster/resample.h"
#include "gis/raster_io/cell_reader.h"

#include <memory>
#include <vector>

namespace lommer::gis {

/// Where the cells of one file lie in the grid of the mosaic.
struct MosaicMember {
    std::size_t file = 0;
    /// The mosaic's cells that the file has something to say about.
    core::CellWindow window;
    /// Of a file that has to be resampled; empty where its cells are cells of the mosaic.
    std::unique_ptr<core::CellPlaces> places = {};
};

/// One or more files as one raster. Where files overlap, the first that knows a value has it; gaps
/// are NaN.
class MosaicSource : public core::RasterSource {
public:
    MosaicSource(const core::Grid& grid, std::unique_ptr<CellReader> reader,
                 std::vector<MosaicMember> members);

    const core::Grid& grid() const noexcept override { return grid_; }
    void read(const core::CellWindow& window, core::RasterView<float> values) const override;
    /// From the files' own overviews where they have them.
    void readReduced(const core::CellWindow& window, std::int64_t factor,
                     core::RasterView<float> values) const override;

private:
    void readMember(const MosaicMember& member, const core::CellWindow& part,
                    core::RasterView<float> values) const;
    bool hasOverviews() const;
    void readMemberReduced(const MosaicMember& member, const core::CellWindow& window,
                           std::int64_t factor, core::RasterView<float> values) const;

    core::Grid grid_;
    std::unique_ptr<CellReader> reader_;
    std::vector<MosaicMember> members_;
};

}  // namespace lommer::gis
