#pragma once

#include "core/base/remark.h"
#include "core/raster/raster_view.h"
#include "gis/raster_io/block_cache.h"
#include "gis/raster_io/handle_pool.h"
#include "gis/raster_io/raster_header.h"

#include <atomic>
#include <deque>
#include <vector>

namespace lommer::gis {

/// Cells of files in the files' own rows and columns, as numbers with NaN for every hole: NoData,
/// mask, scale and offset are resolved here. Thread-safe.
class CellReader {
public:
    /// `remarks` outlives this object; `cacheBytes` is what decoded blocks may take.
    CellReader(std::vector<RasterHeader> files, core::RemarkList& remarks, std::int64_t cacheBytes);

    const std::vector<RasterHeader>& files() const noexcept { return files_; }
    /// `window` lies inside the level (asserted). Rows count from the north.
    void read(std::size_t file, std::size_t level, const core::CellWindow& window,
              core::RasterView<float> values) const;

private:
    BlockCache::Block load(const BlockCache::Key& key) const;
    void remarkHuge(std::size_t file) const;

    std::vector<RasterHeader> files_;
    core::RemarkList& remarks_;
    mutable HandlePool handles_;
    mutable BlockCache cache_;
    // Per file: whether the remark on huge values was made.
    mutable std::deque<std::atomic<bool>> isRemarked_;
};

}  // namespace lommer::gis
