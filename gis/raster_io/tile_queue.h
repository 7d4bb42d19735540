#pragma once

#include "gis/raster_io/output_file.h"
#include "gis/raster_io/tiff_layout.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <vector>

namespace lommer::gis {

/// Puts compressed tiles into the file in one fixed order, whatever order they come in: rows of
/// tiles of the image from north to south, and each overview row right behind the last row of the
/// level above that it is made of.
class TileQueue {
public:
    TileQueue(OutputFile& file, TiffLayout& layout);

    /// From any thread. Blocks while another thread writes, so that compressed tiles do not pile up
    /// on a slow disk.
    void add(std::size_t level, std::int64_t tileRow, std::int64_t tileColumn,
             std::span<const std::byte> bytes);
    /// True when every tile has come.
    bool isComplete() const noexcept { return next_ == order_.size(); }

private:
    struct Place {
        std::size_t level;
        std::size_t tile;
    };

    void write(const Place& place, std::span<const std::byte> bytes);

    OutputFile& file_;
    TiffLayout& layout_;
    std::uint64_t end_;
    std::vector<Place> order_;
    // Per level and tile: its number in `order_`.
    std::vector<std::vector<std::size_t>> numbers_;
    std::mutex mutex_;
    std::size_t next_ = 0;
    std::map<std::size_t, std::vector<std::byte>> waiting_;
};

}  // namespace lommer::gis
