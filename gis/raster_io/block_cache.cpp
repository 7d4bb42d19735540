#include "gis/raster_io/block_cache.h"

namespace lommer::gis {
namespace {

std::int64_t bytesOf(const BlockCache::Block& block) {
    return block.columns() * block.rows() * static_cast<std::int64_t>(sizeof(float));
}

}  // namespace

std::shared_ptr<const BlockCache::Block> BlockCache::get(const Key& key,
                                                         const std::function<Block()>& load) {
    std::unique_lock lock(mutex_);
    for (auto found = entries_.find(key); found != entries_.end(); found = entries_.find(key)) {
        if (found->second.block) {
            uses_.splice(uses_.begin(), uses_, found->second.use);
            return found->second.block;
        }
        loaded_.wait(lock);
    }
    entries_.emplace(key, Entry{});
    lock.unlock();
    std::shared_ptr<const Block> block;
    try {
        block = std::make_shared<const Block>(load());
    } catch (...) {
        lock.lock();
        entries_.erase(key);
        loaded_.notify_all();
        throw;
    }
    lock.lock();
    uses_.push_front(key);
    entries_[key] = {block, uses_.begin()};
    bytes_ += bytesOf(*block);
    evict();
    loaded_.notify_all();
    return block;
}

void BlockCache::evict() {
    while (bytes_ > capacity_ && uses_.size() > 1) {
        const auto last = entries_.find(uses_.back());
        bytes_ -= bytesOf(*last->second.block);
        entries_.erase(last);
        uses_.pop_back();
    }
}

}  // namespace lommer::gis
