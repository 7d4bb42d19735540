#include "core/analyses/basic/spatial_join/spatial_join.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/geometry/measure.h"
#include "core/geometry/relate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

double maximumOf(const Parameters& parameters) {
    const double metres = parameters.number("max-distance");
    return metres > 0.0 ? metres : std::numeric_limits<double>::infinity();
}

double reachOf(const Parameters& parameters) {
    return parameters.text("relation") == "nearest" ? maximumOf(parameters) : 0.0;
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "spatial-join";
    analysis.family = "basic";
    const std::vector<GeometryKind> anyKind{GeometryKind::point, GeometryKind::line,
                                            GeometryKind::polygon};
    analysis.roles = {{.id = "features", .geometryKinds = anyKind, .reach = Reach::cell()},
                      {.id = "join-features", .geometryKinds = anyKind, .reach = {&reachOf}}};
    analysis.parameters = {
        {.id = "relation",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("intersects"),
         .choices = {"intersects", "within", "contains", "nearest"}},
        {.id = "match",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("largest-overlap"),
         .choices = {"largest-overlap", "first", "all"}},
        {.id = "max-distance", .unit = Unit::metre, .minimum = 0.0, .defaultValue = 0.0},
        {.id = "keep-unmatched", .kind = ParameterKind::boolean, .defaultValue = true}};
    OutputDeclaration features;
    features.id = "features";
    features.kind = DataKind::table;
    features.columnsOfRoles = {"features", "join-features"};
    features.columns = {{.name = "matches", .type = ColumnType::integer, .unit = Unit::count},
                        {.name = "distance",
                         .unit = Unit::metre,
                         .condition = ParameterCondition{"relation", "nearest"}}};
    features.tolerance = 1e-6;
    analysis.outputs = {features};
    return analysis;
}

class SpatialJoin : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

/// What stands in each row of the result.
struct Joined {
    std::vector<std::int64_t> rows;    // of `features`
    std::vector<std::int64_t> others;  // of `join-features`, -1 = none
    std::vector<std::int64_t> matches;
    std::vector<double> distances;

    void add(std::int64_t row, std::int64_t other, std::int64_t count, double distance = 0.0) {
        rows.push_back(row);
        others.push_back(other);
        matches.push_back(count);
        distances.push_back(distance);
    }
};

/// Size of the common part of each related pair: square metres, metres or a number of points.
std::vector<double> overlapsOf(const RunContext& context, const FeatureLayer& features,
                               const FeatureLayer& others, const std::vector<RowPair>& pairs) {
    const Pieces pieces = intersectPairs(features.shared(), others.shared(), pairs,
                                         context.progress.part(0.5, 0.9, "overlap"));
    remarkOnFailures(context, features, pieces.failed);
    std::vector<double> sizes(pairs.size(), 0.0);
    std::size_t at = 0;
    for (std::size_t piece = 0; piece < pieces.rows.size(); ++piece) {
        while (!(pairs[at] == pieces.rows[piece])) {
            ++at;
        }
        const auto row = static_cast<std::int64_t>(piece);
        const GeometryKind kind = pieces.geometries.kinds[piece];
        sizes[at] = kind == GeometryKind::polygon ? areaOf(pieces.geometries, row)
                    : kind == GeometryKind::line  ? lengthOf(pieces.geometries, row)
                                                  : 1.0;
    }
    return sizes;
}

/// The pairs of each row, chosen as `match` says; `sizes` is empty where it does not matter.
Joined chosen(std::int64_t rowCount, const std::vector<RowPair>& pairs,
              const std::vector<double>& sizes, bool isAll, bool keepsUnmatched) {
    Joined joined;
    std::size_t next = 0;
    for (std::int64_t row = 0; row < rowCount; ++row) {
        const std::size_t first = next;
        while (next < pairs.size() && pairs[next].left == row) {
            ++next;
        }
        const auto count = static_cast<std::int64_t>(next - first);
        if (count == 0) {
            if (keepsUnmatched) {
                joined.add(row, -1, 0);
            }
            continue;
        }
        if (isAll) {
            for (std::size_t at = first; at < next; ++at) {
                joined.add(row, pairs[at].right, count);
            }
            continue;
        }
        std::size_t best = first;
        for (std::size_t at = first + 1; at < next && !sizes.empty(); ++at) {
            best = sizes[at] > sizes[best] ? at : best;
        }
        joined.add(row, pairs[best].right, count);
    }
    return joined;
}

Joined joinByRelation(const RunContext& context, const FeatureLayer& features,
                      const FeatureLayer& others) {
    const std::string& relation = context.parameters.text("relation");
    const std::string& match = context.parameters.text("match");
    const TouchingRows candidates = touchingRows(context, features, others);
    const RelatedPairs related =
        relatedPairs(features.geometries(), others.geometries(), candidates.pairs,
                     relation == "within"     ? Relation::within
                     : relation == "contains" ? Relation::contains
                                              : Relation::intersects,
                     context.progress.part(0.1, 0.5, "join"));
    remarkOnFailures(context, features, related.failed);
    std::vector<double> sizes;
    if (match == "largest-overlap") {
        sizes = overlapsOf(context, features, others, related.pairs);
    }
    return chosen(features.table.rowCount(), related.pairs, sizes, match == "all",
                  context.parameters.boolean("keep-unmatched"));
}

Joined joinNearest(const RunContext& context, const FeatureLayer& features,
                   const FeatureLayer& others) {
    const auto [nearest, failed] =
        nearestRows(features.geometries(), others.geometries(), maximumOf(context.parameters),
                    context.progress.part(0.1, 0.9, "join"));
    remarkOnFailures(context, features, failed);
    Joined joined;
    for (std::size_t row = 0; row < nearest.size(); ++row) {
        if (nearest[row].row >= 0) {
            joined.add(static_cast<std::int64_t>(row), nearest[row].row, 1,
                       nearest[row].distanceMetres);
        } else if (context.parameters.boolean("keep-unmatched")) {
            joined.add(static_cast<std::int64_t>(row), -1, 0);
        }
    }
    return joined;
}

void write(const RunContext& context, const FeatureLayer& features, const FeatureLayer& others,
           const Joined& joined) {
    const PrivacyClass privacy =
        std::max(highestPrivacy(features.table), highestPrivacy(others.table));
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, features.table, &joined.rows);
    addColumns(columns, names, others.table, &joined.others);
    const Column matches({names.claim("matches"), ColumnType::integer, Unit::count, privacy},
                         joined.matches);
    columns.push_back({matches.info(), &matches, nullptr});
    Column distances({"distance", ColumnType::real, Unit::metre, privacy});
    if (context.parameters.text("relation") == "nearest") {
        distances = Column({names.claim("distance"), ColumnType::real, Unit::metre, privacy});
        for (std::size_t row = 0; row < joined.rows.size(); ++row) {
            if (joined.others[row] < 0) {
                distances.appendAbsent();
            } else {
                distances.appendReal(joined.distances[row]);
            }
        }
        columns.push_back({distances.info(), &distances, nullptr});
    }
    names.remarkOnRenamed(context.remarks);
    GeometryColumn geometries;
    for (const std::int64_t row : joined.rows) {
        geometries.appendRow(features.geometries(), row);
    }
    writeRows(context.tableOutput("features"), geometries, columns, context.region,
              context.progress.stopToken());
}

void SpatialJoin::run(const RunContext& context) const {
    const bool isNearest = context.parameters.text("relation") == "nearest";
    const FeatureLayer features =
        readLayer(context, "features", regionAround(context), Precision::asRead);
    const double reach = reachOf(context.parameters);
    const auto around = std::isinf(reach) ? std::nullopt : boundsAround(context, features, reach);
    const FeatureLayer others = readLayer(context, "join-features", around, Precision::asRead);
    if (!isNearest) {
        requireOverlap(context, features, others);
    }
    const Joined joined = isNearest ? joinNearest(context, features, others)
                                    : joinByRelation(context, features, others);
    std::int64_t unmatched = features.table.rowCount();
    for (std::size_t row = 0; row < joined.rows.size(); ++row) {
        const bool isFirst = row == 0 || joined.rows[row] != joined.rows[row - 1];
        unmatched -= isFirst && joined.others[row] >= 0 ? 1 : 0;
    }
    remarkOnCount(context, "rows-unmatched", features, unmatched);
    write(context, features, others, joined);
}

}  // namespace

std::unique_ptr<const Analysis> makeSpatialJoin() {
    return std::make_unique<SpatialJoin>();
}

}  // namespace lommer::core
