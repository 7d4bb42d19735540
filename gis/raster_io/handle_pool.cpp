#include "gis/raster_io/handle_pool.h"

#include "gis/platform/file_error.h"

#include <algorithm>

namespace lommer::gis {
namespace {

constexpr std::size_t kIdleHandles = 48;

}  // namespace

HandlePool::Lease HandlePool::lease(std::size_t file, const RasterHeader& header) {
    if (stampOf(header.path) != header.stamp) {
        throw core::Error(core::ErrorCode::fileChanged, {{"file", utf8(header.path.filename())}},
                          utf8(header.path));
    }
    {
        const std::lock_guard lock(mutex_);
        const auto found = std::find_if(idle_.begin(), idle_.end(),
                                        [file](const auto& entry) { return entry.first == file; });
        if (found != idle_.end()) {
            auto raster = std::move(found->second);
            idle_.erase(found);
            return {*this, file, std::move(raster)};
        }
    }
    OpenRaster raster{openDataset(header.path), nullptr};
    raster.floatTiles = FloatTiles::of(*raster.dataset, header.path);
    return {*this, file, std::move(raster)};
}

void HandlePool::giveBack(std::size_t file, OpenRaster raster) {
    OpenRaster closed;  // outside the lock
    const std::lock_guard lock(mutex_);
    idle_.emplace_front(file, std::move(raster));
    if (idle_.size() > kIdleHandles) {
        closed = std::move(idle_.back().second);
        idle_.pop_back();
    }
}

}  // namespace lommer::gis
