#include "app/desktop/row_order.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"

#include <algorithm>
#include <string_view>

namespace lommer::app {
namespace {

constexpr std::uint32_t kComparisonsAtATime = 1U << 14U;

int compared(std::string_view a, std::string_view b) {
    const std::size_t both = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < both; ++i) {
        const auto x = static_cast<unsigned char>(core::lowered(a[i]));
        const auto y = static_cast<unsigned char>(core::lowered(b[i]));
        if (x != y) {
            return x < y ? -1 : 1;
        }
    }
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

template <typename Value>
int compared(const Value& a, const Value& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

/// Sorts `rows` by `valueAt`, looking now and then whether it must stop.
template <typename ValueAt>
void sortBy(std::vector<std::int64_t>& rows, const ValueAt& valueAt, bool isRising,
            const std::stop_token& stop) {
    std::uint32_t count = 0;
    std::stable_sort(rows.begin(), rows.end(), [&](std::int64_t a, std::int64_t b) {
        if (++count % kComparisonsAtATime == 0 && stop.stop_requested()) {
            throw core::Cancelled{};
        }
        const int order = compared(valueAt(a), valueAt(b));
        return isRising ? order < 0 : order > 0;
    });
}

}  // namespace

std::vector<std::int64_t> sortedRows(const core::Column& column, bool isRising,
                                     const std::stop_token& stop) {
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> without;
    rows.reserve(static_cast<std::size_t>(column.size()));
    for (std::int64_t row = 0; row < column.size(); ++row) {
        (column.isPresent(row) ? rows : without).push_back(row);
    }
    switch (column.info().type) {
        case core::ColumnType::text:
            sortBy(
                rows, [&](std::int64_t row) { return column.textAt(row); }, isRising, stop);
            break;
        case core::ColumnType::real:
            sortBy(
                rows, [&](std::int64_t row) { return column.realAt(row); }, isRising, stop);
            break;
        default:
            sortBy(
                rows, [&](std::int64_t row) { return column.integerAt(row); }, isRising, stop);
    }
    rows.insert(rows.end(), without.begin(), without.end());
    return rows;
}

}  // namespace lommer::app
