#include "core/geometry/box_tree.h"

#include "core/base/assert.h"
#include "core/base/error.h"
#include "core/engine/parallel.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace lommer::core {
namespace {

/// Children of a node: small enough to pass over quickly, large enough for a flat tree.
constexpr std::size_t kNodeSize = 16;
constexpr std::int64_t kRowsPerTask = 1024;

}  // namespace

BoxTree::BoxTree(std::vector<Bounds> boxes, const std::stop_token& stop)
    : boxes_(std::move(boxes)) {
    LOMMER_ASSERT(boxes_.size() <= UINT32_MAX);
    for (std::size_t item = 0; item < boxes_.size(); ++item) {
        if (!boxes_[item].isEmpty()) {
            order_.push_back(static_cast<std::uint32_t>(item));
            bounds_.include(boxes_[item]);
        }
    }
    pack(stop);
}

BoxTree::BoxTree(const GeometryColumn& geometries, const std::stop_token& stop)
    : BoxTree(geometries.boxes(), stop) {}

void BoxTree::pack(const std::stop_token& stop) {
    if (order_.empty()) {
        return;
    }
    // Sorting millions takes longer than a stop may.
    constexpr std::uint32_t kOften = 1U << 16U;
    std::uint32_t comparisons = 0;
    const auto checkpoint = [&] {
        if (++comparisons % kOften == 0 && stop.stop_requested()) {
            throw Cancelled{};
        }
    };
    const auto centreX = [this](std::uint32_t item) {
        return boxes_[item].xmin + boxes_[item].xmax;
    };
    const auto centreY = [this](std::uint32_t item) {
        return boxes_[item].ymin + boxes_[item].ymax;
    };
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        checkpoint();
        return centreX(a) < centreX(b) || (centreX(a) == centreX(b) && a < b);
    });
    const std::size_t nodes = (order_.size() + kNodeSize - 1) / kNodeSize;
    const auto strips = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(nodes))));
    const std::size_t perStrip = (order_.size() + strips - 1) / strips;
    for (std::size_t start = 0; start < order_.size(); start += perStrip) {
        const std::size_t end = std::min(start + perStrip, order_.size());
        std::sort(order_.begin() + static_cast<std::ptrdiff_t>(start),
                  order_.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](std::uint32_t a, std::uint32_t b) {
                      checkpoint();
                      return centreY(a) < centreY(b) || (centreY(a) == centreY(b) && a < b);
                  });
    }
    addLevel(order_.size());
    while (levels_.back().size() > 1) {
        addLevel(levels_.back().size());
    }
}

void BoxTree::addLevel(std::size_t count) {
    std::vector<Node> level;
    for (std::size_t start = 0; start < count; start += kNodeSize) {
        Node node;
        node.first = static_cast<std::uint32_t>(start);
        node.last = static_cast<std::uint32_t>(std::min(start + kNodeSize, count));
        for (std::uint32_t child = node.first; child < node.last; ++child) {
            node.bounds.include(levels_.empty() ? boxes_[order_[child]]
                                                : levels_.back()[child].bounds);
        }
        level.push_back(node);
    }
    levels_.push_back(std::move(level));
}

std::vector<std::int64_t> BoxTree::itemsIn(const Bounds& area) const {
    std::vector<std::int64_t> items;
    findItemsIn(area, items);
    return items;
}

void BoxTree::findItemsIn(const Bounds& area, std::vector<std::int64_t>& items) const {
    items.clear();
    if (levels_.empty()) {
        return;
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> open{{levels_.size() - 1, 0}};
    while (!open.empty()) {
        const auto [level, place] = open.back();
        open.pop_back();
        const Node& node = levels_[level][place];
        if (!node.bounds.intersects(area)) {
            continue;
        }
        for (std::uint32_t child = node.first; child < node.last; ++child) {
            if (level > 0) {
                open.emplace_back(level - 1, child);
            } else if (boxes_[order_[child]].intersects(area)) {
                items.push_back(order_[child]);
            }
        }
    }
    std::sort(items.begin(), items.end());
}

std::optional<BoxTree::Nearest> BoxTree::nearestTo(
    const Bounds& area, double maximum,
    const std::function<double(std::int64_t)>& distanceTo) const {
    std::optional<Nearest> best;
    if (levels_.empty() || area.isEmpty()) {
        return best;
    }
    // Distance of the box, height in the tree (0 = an item), and which one.
    using Entry = std::tuple<double, std::size_t, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const auto offer = [&](const Bounds& bounds, std::size_t height, std::uint32_t place) {
        const double distance = distanceBetween(area, bounds);
        if (distance <= (best ? best->distance : maximum)) {
            open.emplace(distance, height, place);
        }
    };
    offer(levels_.back().front().bounds, levels_.size(), 0);
    while (!open.empty()) {
        const auto [boxDistance, height, place] = open.top();
        open.pop();
        if (best && boxDistance > best->distance) {
            break;
        }
        if (height > 0) {
            const Node& node = levels_[height - 1][place];
            for (std::uint32_t child = node.first; child < node.last; ++child) {
                height > 1 ? offer(levels_[height - 2][child].bounds, height - 1, child)
                           : offer(boxes_[order_[child]], 0, order_[child]);
            }
            continue;
        }
        const double distance = distanceTo(place);
        const bool isBetter = !best || distance < best->distance ||
                              (distance == best->distance && place < best->item);
        if (distance <= maximum && isBetter) {
            best = {place, distance};
        }
    }
    return best;
}

std::int64_t BoxTree::byteCount() const noexcept {
    std::size_t bytes = boxes_.size() * sizeof(Bounds) + order_.size() * sizeof(std::uint32_t);
    for (const auto& level : levels_) {
        bytes += level.size() * sizeof(Node);
    }
    return static_cast<std::int64_t>(bytes);
}

double distanceBetween(const Bounds& a, const Bounds& b) noexcept {
    const double dx = std::max({0.0, a.xmin - b.xmax, b.xmin - a.xmax});
    const double dy = std::max({0.0, a.ymin - b.ymax, b.ymin - a.ymax});
    return std::hypot(dx, dy);
}

std::vector<RowPair> touchingBoxes(const BoxTree& left, const BoxTree& right, std::int64_t leftRows,
                                   const std::stop_token& stop) {
    const std::int64_t tasks = (leftRows + kRowsPerTask - 1) / kRowsPerTask;
    std::vector<std::vector<RowPair>> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, stop, [&](std::int64_t task) {
        std::vector<std::int64_t> found;
        const auto end = std::min((task + 1) * kRowsPerTask, leftRows);
        for (auto row = task * kRowsPerTask; row < end; ++row) {
            if (left.boundsOf(row).isEmpty()) {
                continue;
            }
            right.findItemsIn(left.boundsOf(row), found);
            for (const std::int64_t item : found) {
                ofTask[static_cast<std::size_t>(task)].push_back({row, item});
            }
        }
    });
    std::vector<RowPair> pairs;
    for (const auto& some : ofTask) {
        pairs.insert(pairs.end(), some.begin(), some.end());
    }
    return pairs;
}

}  // namespace lommer::core
