#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <stop_token>

namespace lommer::core {

/// For every row of a loop: looks now and then, so that it costs nothing. Throws Cancelled.
inline void checkStop(std::int64_t row, const std::stop_token& stop) {
    constexpr std::int64_t kRowsPerCheck = 16'384;
    if (row % kRowsPerCheck == 0 && stop.stop_requested()) {
        throw Cancelled{};
    }
}

}  // namespace lommer::core
