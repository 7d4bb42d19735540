#pragma once

#include "core/vector/table.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace lommer::core {

/// Rows that are equal to an earlier one in every column and in their place, bit for bit; rising.
/// Throws Cancelled.
std::vector<std::int64_t> repeatedRows(const Table& table, const std::stop_token& stop);

/// Rows with exactly the points of an earlier one; rows without points never. Throws Cancelled.
std::vector<std::int64_t> repeatedPlaces(const GeometryColumn& places, const std::stop_token& stop);

}  // namespace lommer::core
