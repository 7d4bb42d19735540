#pragma once

#include "gis/raster_io/raster_header.h"

#include <list>
#include <mutex>
#include <utility>

namespace lommer::gis {

/// Open readers of files, leased for one read and given back: any thread may have any of them, one
/// thread at a time. Keeps a few dozen open at most, so that a thousand tiles do not exhaust the
/// system's file handles.
class HandlePool {
public:
    /// A reader for the time of one read.
    class Lease {
    public:
        Lease(HandlePool& pool, std::size_t file, GDALDatasetUniquePtr dataset)
            : pool_(pool), file_(file), dataset_(std::move(dataset)) {}
        ~Lease() { pool_.giveBack(file_, std::move(dataset_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        GDALDataset& dataset() const noexcept { return *dataset_; }

    private:
        HandlePool& pool_;
        std::size_t file_;
        GDALDatasetUniquePtr dataset_;
    };

    /// Opens file number `file` or takes an open one. Throws Error file-missing, file-changed where
    /// it is no longer the file of which the header was read.
    Lease lease(std::size_t file, const RasterHeader& header);

private:
    void giveBack(std::size_t file, GDALDatasetUniquePtr dataset);

    std::mutex mutex_;
    // The most recently used first.
    std::list<std::pair<std::size_t, GDALDatasetUniquePtr>> idle_;
};

}  // namespace lommer::gis
