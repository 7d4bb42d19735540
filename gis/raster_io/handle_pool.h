#pragma once

#include "gis/raster_io/float_tiles.h"
#include "gis/raster_io/raster_header.h"

#include <list>
#include <mutex>
#include <utility>

namespace lommer::gis {

/// A file that is open for reading.
struct OpenRaster {
    GDALDatasetUniquePtr dataset;
    /// Nothing where the library reads its cells.
    std::unique_ptr<FloatTiles> floatTiles;
};

/// Open readers of files, leased for one read and given back: any thread may have any of them, one
/// thread at a time. Keeps a few dozen open at most, so that a thousand tiles do not exhaust the
/// system's file handles.
class HandlePool {
public:
    /// A reader for the time of one read.
    class Lease {
    public:
        Lease(HandlePool& pool, std::size_t file, OpenRaster raster)
            : pool_(pool), file_(file), raster_(std::move(raster)) {}
        ~Lease() { pool_.giveBack(file_, std::move(raster_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        const OpenRaster& raster() const noexcept { return raster_; }

    private:
        HandlePool& pool_;
        std::size_t file_;
        OpenRaster raster_;
    };

    /// Opens file number `file` or takes an open one. Throws Error file-missing, file-changed where
    /// it is no longer the file of which the header was read.
    Lease lease(std::size_t file, const RasterHeader& header);

private:
    void giveBack(std::size_t file, OpenRaster raster);

    std::mutex mutex_;
    // The most recently used first.
    std::list<std::pair<std::size_t, OpenRaster>> idle_;
};

}  // namespace lommer::gis
