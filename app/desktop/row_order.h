#pragma once

#include "core/vector/table.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace lommer::app {

/// The rows of a table in the order of one column: numbers, moments and yes/no by value, texts
/// without regard to the case of ASCII letters, then by their bytes. Rows without a value come last
/// in either direction; equal ones stay in row order. Throws Cancelled.
std::vector<std::int64_t> sortedRows(const core::Column& column, bool isRising,
                                     const std::stop_token& stop);

}  // namespace lommer::app
