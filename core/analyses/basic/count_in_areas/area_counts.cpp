#include "core/analyses/basic/count_in_areas/area_counts.h"

#include "core/engine/parallel.h"
#include "core/geometry/measure.h"
#include "core/statistics/neumaier_sum.h"

#include <algorithm>

namespace lommer::core {
namespace {

constexpr double kSquareMetresPerSquareKilometre = 1e6;
constexpr std::int64_t kPairsPerTask = 512;

bool hasPointInside(const GeometryColumn& areas, std::int64_t area, const GeometryColumn& features,
                    std::int64_t feature) {
    const auto at = static_cast<std::size_t>(feature);
    for (auto part = features.featureOffsets[at]; part < features.featureOffsets[at + 1]; ++part) {
        if (holdsPoint(areas, area, features.ring(features.partOffsets[part]).front())) {
            return true;
        }
    }
    return false;
}

/// The pairs of which the feature is a point inside the area, in their order.
std::vector<InsidePart> pointsInside(const GeometryColumn& areas, const GeometryColumn& features,
                                     const std::vector<RowPair>& pairs, const Progress& progress) {
    std::vector<std::uint8_t> isInside(pairs.size(), 0);
    const auto count = static_cast<std::int64_t>(pairs.size());
    const std::int64_t tasks = (count + kPairsPerTask - 1) / kPairsPerTask;
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        const auto end = std::min((task + 1) * kPairsPerTask, count);
        for (auto index = task * kPairsPerTask; index < end; ++index) {
            progress.checkpoint();
            const auto at = static_cast<std::size_t>(index);
            isInside[at] = hasPointInside(areas, pairs[at].left, features, pairs[at].right) ? 1 : 0;
        }
        progress.advance(tasks);
    });
    std::vector<InsidePart> inside;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (isInside[at] != 0) {
            inside.push_back({pairs[at].left, pairs[at].right, 0.0, 1.0});
        }
    }
    return inside;
}

double sizeOf(const GeometryColumn& column, std::int64_t row) {
    return column.kinds[static_cast<std::size_t>(row)] == GeometryKind::polygon
               ? areaOf(column, row)
               : lengthOf(column, row);
}

}  // namespace

InsideParts insideParts(const FeatureLayer& areas, const FeatureLayer& features,
                        const std::vector<RowPair>& pairs, const Progress& progress) {
    const GeometryColumn& column = features.geometries();
    std::vector<RowPair> ofPoints;
    std::vector<RowPair> ofOthers;
    for (const RowPair pair : pairs) {
        const bool isPoint =
            column.kinds[static_cast<std::size_t>(pair.right)] == GeometryKind::point;
        (isPoint ? ofPoints : ofOthers).push_back(pair);
    }
    InsideParts inside;
    inside.parts =
        pointsInside(areas.geometries(), column, ofPoints, progress.part(0.0, 0.3, "count"));
    const Pieces pieces = intersectPairs(areas.shared(), features.shared(), ofOthers,
                                         progress.part(0.3, 1.0, "count"));
    inside.failed = pieces.failed;
    for (std::size_t piece = 0; piece < pieces.rows.size(); ++piece) {
        const RowPair pair = pieces.rows[piece];
        const double size = sizeOf(pieces.geometries, static_cast<std::int64_t>(piece));
        const double whole = sizeOf(column, pair.right);
        inside.parts.push_back(
            {pair.left, pair.right, size, whole > 0.0 ? std::min(1.0, size / whole) : 1.0});
    }
    std::sort(inside.parts.begin(), inside.parts.end(),
              [](const InsidePart& a, const InsidePart& b) {
                  return a.area < b.area || (a.area == b.area && a.feature < b.feature);
              });
    std::vector<std::uint8_t> isFound(column.kinds.size(), 0);
    for (const InsidePart& part : inside.parts) {
        isFound[static_cast<std::size_t>(part.feature)] = 1;
    }
    inside.outsideCount = std::count(isFound.begin(), isFound.end(), 0);
    return inside;
}

AreaCounts::AreaCounts(const FeatureLayer& areas, const FeatureLayer& features,
                       const InsideParts& inside)
    : areas_(areas),
      features_(features),
      inside_(inside),
      privacy_(std::max(highestPrivacy(areas.table), highestPrivacy(features.table))) {
    std::size_t next = 0;
    for (std::int64_t area = 0; area <= areas.table.rowCount(); ++area) {
        while (next < inside.parts.size() && inside.parts[next].area < area) {
            ++next;
        }
        first_.push_back(next);
    }
}

Column AreaCounts::sizes(ColumnNames& names, const std::string& name, GeometryKind kind,
                         Unit unit) const {
    const auto& kinds = features_.geometries().kinds;
    const bool hasAny = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    Column column({names.claim(name), ColumnType::real, unit, privacy_});
    for (std::int64_t area = 0; area < areas_.table.rowCount(); ++area) {
        NeumaierSum sum;
        for (std::size_t at = firstPartOf(area); at < firstPartOf(area + 1); ++at) {
            const InsidePart& part = inside_.parts[at];
            sum.add(kinds[static_cast<std::size_t>(part.feature)] == kind ? part.size : 0.0);
        }
        if (hasAny) {
            column.appendReal(sum.value());
        } else {
            column.appendAbsent(Presence::notApplicable);
        }
    }
    return column;
}

std::vector<Column> AreaCounts::basic(ColumnNames& names) const {
    Column counts({names.claim("count"), ColumnType::integer, Unit::count, privacy_});
    for (std::int64_t area = 0; area < areas_.table.rowCount(); ++area) {
        counts.appendInteger(static_cast<std::int64_t>(firstPartOf(area + 1) - firstPartOf(area)));
    }
    std::vector<Column> columns;
    columns.push_back(std::move(counts));
    columns.push_back(sizes(names, "length_inside", GeometryKind::line, Unit::metre));
    columns.push_back(sizes(names, "area_inside", GeometryKind::polygon, Unit::squareMetre));
    return columns;
}

std::vector<Column> AreaCounts::figures(ColumnNames& names, const std::string& figure,
                                        std::int64_t& missing) const {
    const Column& values = features_.table.columnNamed(figure);
    const Unit unit = values.info().unit;
    Column sums({names.claim(figure + "_sum"), ColumnType::real, unit, privacy_});
    Column means({names.claim(figure + "_mean"), ColumnType::real, unit, privacy_});
    for (std::int64_t area = 0; area < areas_.table.rowCount(); ++area) {
        NeumaierSum sum;
        NeumaierSum weight;
        std::int64_t present = 0;
        for (std::size_t at = firstPartOf(area); at < firstPartOf(area + 1); ++at) {
            const InsidePart& part = inside_.parts[at];
            if (!values.isPresent(part.feature)) {
                ++missing;
                continue;
            }
            ++present;
            sum.add(part.share * values.numberAt(part.feature));
            weight.add(part.share);
        }
        const bool isEmpty = firstPartOf(area + 1) == firstPartOf(area);
        present > 0 || isEmpty ? sums.appendReal(sum.value()) : sums.appendAbsent();
        present > 0 && weight.value() > 0.0 ? means.appendReal(sum.value() / weight.value())
                                            : means.appendAbsent();
    }
    std::vector<Column> columns;
    columns.push_back(std::move(sums));
    columns.push_back(std::move(means));
    return columns;
}

Column AreaCounts::density(ColumnNames& names) const {
    Column column({names.claim("per_km2"), ColumnType::real, Unit::none, privacy_});
    for (std::int64_t area = 0; area < areas_.table.rowCount(); ++area) {
        const auto count = static_cast<double>(firstPartOf(area + 1) - firstPartOf(area));
        column.appendReal(count * kSquareMetresPerSquareKilometre /
                          areaOf(areas_.geometries(), area));
    }
    return column;
}

}  // namespace lommer::core
