#include "core/vector/geometry_column.h"

#include "core/base/assert.h"
#include "core/base/error.h"

namespace lommer::core {
namespace {

std::uint32_t toOffset(std::size_t count) {
    if (count > UINT32_MAX) {
        throw Error(ErrorCode::memoryTooSmall, {{"points", static_cast<std::int64_t>(count)}},
                    "a layer holds at most 2^32 - 1 points");
    }
    return static_cast<std::uint32_t>(count);
}

/// The offsets of `added` behind those of `own`, as if their items followed each other.
void appendOffsets(std::vector<std::uint32_t>& own, const std::vector<std::uint32_t>& added) {
    const std::uint32_t shift = own.back();
    toOffset(std::size_t{shift} + added.back());
    for (std::size_t index = 1; index < added.size(); ++index) {
        own.push_back(shift + added[index]);
    }
}

}  // namespace

PointSpan GeometryColumn::onlyRingOf(std::int64_t row) const noexcept {
    const auto feature = static_cast<std::size_t>(row);
    const std::uint32_t part = featureOffsets[feature];
    const bool isOnly =
        featureOffsets[feature + 1] == part + 1 && partOffsets[part + 1] == partOffsets[part] + 1;
    return isOnly ? ring(partOffsets[part]) : PointSpan{};
}

Bounds GeometryColumn::boundsOf(std::int64_t row) const noexcept {
    const auto feature = static_cast<std::size_t>(row);
    const auto firstRing = partOffsets[featureOffsets[feature]];
    const auto endRing = partOffsets[featureOffsets[feature + 1]];
    Bounds result;
    for (auto point = ringOffsets[firstRing]; point < ringOffsets[endRing]; ++point) {
        result.include(points[point]);
    }
    return result;
}

std::vector<Bounds> GeometryColumn::boxes() const {
    std::vector<Bounds> result;
    result.reserve(kinds.size());
    for (std::int64_t row = 0; row < rowCount(); ++row) {
        result.push_back(boundsOf(row));
    }
    return result;
}

Bounds GeometryColumn::bounds() const noexcept {
    Bounds result;
    for (const Point& point : points) {
        result.include(point);
    }
    return result;
}

std::int64_t GeometryColumn::byteCount() const noexcept {
    return static_cast<std::int64_t>(
        points.size() * sizeof(Point) + kinds.size() +
        (ringOffsets.size() + partOffsets.size() + featureOffsets.size()) * sizeof(std::uint32_t));
}

void GeometryColumn::addRing(PointSpan ringPoints) {
    points.insert(points.end(), ringPoints.begin(), ringPoints.end());
    ringOffsets.push_back(toOffset(points.size()));
}

void GeometryColumn::endPart() {
    partOffsets.push_back(toOffset(ringOffsets.size() - 1));
}

void GeometryColumn::endFeature(GeometryKind kind) {
    featureOffsets.push_back(toOffset(partOffsets.size() - 1));
    kinds.push_back(kind);
    LOMMER_ASSERT((kind == GeometryKind::none) ==
                  (featureOffsets.back() == featureOffsets[featureOffsets.size() - 2]));
}

void GeometryColumn::appendRow(const GeometryColumn& other, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = other.featureOffsets[feature]; part < other.featureOffsets[feature + 1];
         ++part) {
        for (auto index = other.partOffsets[part]; index < other.partOffsets[part + 1]; ++index) {
            addRing(other.ring(index));
        }
        endPart();
    }
    endFeature(other.kinds[feature]);
}

void GeometryColumn::appendAll(const GeometryColumn& other) {
    appendOffsets(ringOffsets, other.ringOffsets);
    appendOffsets(partOffsets, other.partOffsets);
    appendOffsets(featureOffsets, other.featureOffsets);
    points.insert(points.end(), other.points.begin(), other.points.end());
    kinds.insert(kinds.end(), other.kinds.begin(), other.kinds.end());
}

}  // namespace lommer::core
