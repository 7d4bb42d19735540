#include "core/base/remark.h"

#include <algorithm>
#include <tuple>

namespace lommer::core {
namespace {

/// What remarks are ordered by.
std::tuple<const std::string&, const Arguments&, bool, double, double> order(const Remark& remark) {
    const Point place = remark.place.value_or(Point{});
    return {remark.code, remark.arguments, remark.place.has_value(), place.x, place.y};
}

}  // namespace

void RemarkList::add(Remark remark) {
    const std::lock_guard lock(mutex_);
    remarks_.push_back(std::move(remark));
}

std::vector<Remark> RemarkList::take() {
    const std::lock_guard lock(mutex_);
    std::sort(remarks_.begin(), remarks_.end(),
              [](const Remark& left, const Remark& right) { return order(left) < order(right); });
    remarks_.erase(std::unique(remarks_.begin(), remarks_.end()), remarks_.end());
    return std::move(remarks_);
}

}  // namespace lommer::core
