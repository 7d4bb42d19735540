#include "core/base/remark.h"

#include <algorithm>
#include <tuple>

namespace lommer::core {

void RemarkList::add(Remark remark) {
    const std::lock_guard lock(mutex_);
    remarks_.push_back(std::move(remark));
}

std::vector<Remark> RemarkList::take() {
    const std::lock_guard lock(mutex_);
    std::sort(remarks_.begin(), remarks_.end(), [](const Remark& left, const Remark& right) {
        return std::tie(left.code, left.arguments) < std::tie(right.code, right.arguments);
    });
    remarks_.erase(std::unique(remarks_.begin(), remarks_.end()), remarks_.end());
    return std::move(remarks_);
}

}  // namespace lommer::core
