#pragma once

#include "core/raster/raster_view.h"

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>

namespace lommer::gis {

/// The last blocks that were decoded, shared by all threads: neighbouring tiles with halos ask for
/// the same blocks, and each reader of a file would decode them again for itself.
class BlockCache {
public:
    using Block = core::RasterBuffer<float>;
    struct Key {
        std::size_t file = 0;
        std::size_t level = 0;
        std::int64_t row = 0;
        std::int64_t column = 0;

        // NOLINTNEXTLINE(modernize-use-nullptr): the check takes <=> for a comparison with 0
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    /// Keeps blocks of together at most `bytes`, the least recently used go first.
    explicit BlockCache(std::int64_t bytes) : capacity_(bytes) {}

    /// The block of `key`, made by `load` where it is not here. While one thread loads, others that
    /// want the same wait for it. What `load` throws goes to the caller whose `load` it was.
    std::shared_ptr<const Block> get(const Key& key, const std::function<Block()>& load);

private:
    struct Entry {
        std::shared_ptr<const Block> block;  // empty while it is being loaded
        std::list<Key>::iterator use;
    };

    void evict();

    std::int64_t capacity_;
    std::mutex mutex_;
    std::condition_variable loaded_;
    std::map<Key, Entry> entries_;
    std::list<Key> uses_;  // loaded blocks only, the most recently used first
    std::int64_t bytes_ = 0;
};

}  // namespace lommer::gis
