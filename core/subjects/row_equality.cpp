#include "core/subjects/row_equality.h"

#include "core/base/error.h"
#include "core/base/stop_check.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <unordered_map>

namespace lommer::core {
namespace {

/// Mixes 64 bits into a hash; constants of splitmix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) noexcept {
    hash ^= value + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
    hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
    return hash ^ (hash >> 27U);
}

std::uint64_t bitsOf(double value) noexcept {
    return std::bit_cast<std::uint64_t>(value);
}

/// The points of a row: they lie behind each other.
PointSpan pointsOf(const GeometryColumn& places, std::int64_t row) noexcept {
    const auto feature = static_cast<std::size_t>(row);
    const auto first = places.ringOffsets[places.partOffsets[places.featureOffsets[feature]]];
    return {places.points.data() + first, places.pointCountOf(row)};
}

bool hasSamePlace(const GeometryColumn& places, std::int64_t a, std::int64_t b) noexcept {
    const PointSpan left = pointsOf(places, a);
    const PointSpan right = pointsOf(places, b);
    return places.kinds[static_cast<std::size_t>(a)] == places.kinds[static_cast<std::size_t>(b)] &&
           std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Point& one, const Point& other) {
                          return bitsOf(one.x) == bitsOf(other.x) &&
                                 bitsOf(one.y) == bitsOf(other.y);
                      });
}

std::uint64_t hashOfPlace(const GeometryColumn& places, std::int64_t row) noexcept {
    std::uint64_t hash = places.pointCountOf(row);
    for (const Point& point : pointsOf(places, row)) {
        hash = mixed(mixed(hash, bitsOf(point.x)), bitsOf(point.y));
    }
    return hash;
}

bool hasSameCell(const Column& column, std::int64_t a, std::int64_t b) noexcept {
    if (column.presenceAt(a) != column.presenceAt(b) || !column.isPresent(a)) {
        return column.presenceAt(a) == column.presenceAt(b);
    }
    switch (column.info().type) {
        case ColumnType::text:
            return column.textAt(a) == column.textAt(b);
        case ColumnType::real:
            return bitsOf(column.realAt(a)) == bitsOf(column.realAt(b));
        default:
            return column.integerAt(a) == column.integerAt(b);
    }
}

std::uint64_t hashOfCell(const Column& column, std::int64_t row) noexcept {
    if (!column.isPresent(row)) {
        return static_cast<std::uint64_t>(column.presenceAt(row));
    }
    switch (column.info().type) {
        case ColumnType::text:
            return std::hash<std::string_view>()(column.textAt(row));
        case ColumnType::real:
            return bitsOf(column.realAt(row));
        default:
            return static_cast<std::uint64_t>(column.integerAt(row));
    }
}

/// Rows that `isSame` as an earlier one with the same hash.
template <class IsWanted, class HashOf, class IsSame>
std::vector<std::int64_t> repeated(std::int64_t rowCount, const IsWanted& isWanted,
                                   const HashOf& hashOf, const IsSame& isSame,
                                   const std::stop_token& stop) {
    std::unordered_multimap<std::uint64_t, std::int64_t> firsts;
    firsts.reserve(static_cast<std::size_t>(rowCount));
    std::vector<std::int64_t> found;
    for (std::int64_t row = 0; row < rowCount; ++row) {
        checkStop(row, stop);
        if (!isWanted(row)) {
            continue;
        }
        const std::uint64_t hash = hashOf(row);
        const auto [begin, end] = firsts.equal_range(hash);
        const bool isRepeated = std::any_of(
            begin, end, [&](const auto& earlier) { return isSame(earlier.second, row); });
        if (isRepeated) {
            found.push_back(row);
        } else {
            firsts.emplace(hash, row);
        }
    }
    return found;
}

}  // namespace

std::vector<std::int64_t> repeatedRows(const Table& table, const std::stop_token& stop) {
    return repeated(
        table.rowCount(), [](std::int64_t) { return true; },
        [&table](std::int64_t row) {
            std::uint64_t hash = table.hasGeometry() ? hashOfPlace(table.geometries(), row) : 0;
            for (const ColumnPointer& column : table.columns()) {
                hash = mixed(hash, hashOfCell(*column, row));
            }
            return hash;
        },
        [&table](std::int64_t a, std::int64_t b) {
            return (!table.hasGeometry() || hasSamePlace(table.geometries(), a, b)) &&
                   std::all_of(
                       table.columns().begin(), table.columns().end(),
                       [&](const ColumnPointer& column) { return hasSameCell(*column, a, b); });
        },
        stop);
}

std::vector<std::int64_t> repeatedPlaces(const GeometryColumn& places,
                                         const std::stop_token& stop) {
    return repeated(
        places.rowCount(), [&places](std::int64_t row) { return places.pointCountOf(row) > 0; },
        [&places](std::int64_t row) { return hashOfPlace(places, row); },
        [&places](std::int64_t a, std::int64_t b) { return hasSamePlace(places, a, b); }, stop);
}

}  // namespace lommer::core
