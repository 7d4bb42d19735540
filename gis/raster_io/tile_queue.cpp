#include "gis/raster_io/tile_queue.h"

#include "core/base/assert.h"

namespace lommer::gis {

TileQueue::TileQueue(OutputFile& file, TiffLayout& layout)
    : file_(file), layout_(layout), end_(layout.headBytes()) {
    const auto& levels = layout.levels();
    for (const auto& level : levels) {
        numbers_.emplace_back(level.tileOffsets.size());
    }
    for (std::int64_t baseRow = 0; baseRow < levels[0].tilesDown(); ++baseRow) {
        auto row = baseRow;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            for (std::int64_t column = 0; column < levels[level].tilesAcross(); ++column) {
                const auto tile =
                    static_cast<std::size_t>(row * levels[level].tilesAcross() + column);
                numbers_[level][tile] = order_.size();
                order_.push_back({level, tile});
            }
            // An overview row is made of two rows; the last may be made of one.
            if (row % 2 == 0 && row + 1 < levels[level].tilesDown()) {
                break;
            }
            row /= 2;
        }
    }
}

void TileQueue::add(std::size_t level, std::int64_t tileRow, std::int64_t tileColumn,
                    std::span<const std::byte> bytes) {
    const auto tile =
        static_cast<std::size_t>(tileRow * layout_.levels()[level].tilesAcross() + tileColumn);
    const auto number = numbers_[level][tile];
    const std::lock_guard lock(mutex_);
    if (number != next_) {
        waiting_.emplace(number, std::vector<std::byte>(bytes.begin(), bytes.end()));
        return;
    }
    write(order_[next_++], bytes);
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_;
         first = waiting_.erase(first)) {
        write(order_[next_++], first->second);
    }
}

void TileQueue::write(const Place& place, std::span<const std::byte> bytes) {
    file_.append(bytes);
    auto& level = layout_.levels()[place.level];
    LOMMER_ASSERT(level.tileByteCounts[place.tile] == 0);
    level.tileOffsets[place.tile] = end_;
    level.tileByteCounts[place.tile] = bytes.size();
    end_ += bytes.size();
}

}  // namespace lommer::gis
