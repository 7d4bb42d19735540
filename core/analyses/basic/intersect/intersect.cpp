#include "core/analyses/basic/intersect/intersect.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/geometry/measure.h"

#include <utility>

namespace lommer::core {
namespace {

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "intersect";
    analysis.family = "basic";
    const std::vector<GeometryKind> anyKind{GeometryKind::point, GeometryKind::line,
                                            GeometryKind::polygon};
    analysis.roles = {{.id = "first", .geometryKinds = anyKind, .reach = Reach::cell()},
                      {.id = "second", .geometryKinds = anyKind, .reach = Reach::cell()}};
    analysis.parameters = {{.id = "minimum-area",
                            .unit = Unit::squareMetre,
                            .minimum = 0.0,
                            .defaultValue = 0.0,
                            .isAdvanced = true}};
    OutputDeclaration pieces;
    pieces.id = "pieces";
    pieces.kind = DataKind::table;
    pieces.columnsOfRoles = {"first", "second"};
    pieces.tolerance = 0.001;
    analysis.outputs = {pieces};
    analysis.references = {"OverlayNG of GEOS with a fixed precision of 1 mm",
                           "Hobby (1999), Computational Geometry 13(4): snap rounding"};
    return analysis;
}

class Intersect : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

/// Takes out polygons smaller than `minimumArea`; how many.
std::int64_t dropSmall(Pieces& pieces, double minimumArea) {
    Pieces kept;
    for (std::size_t index = 0; index < pieces.rows.size(); ++index) {
        const auto row = static_cast<std::int64_t>(index);
        if (pieces.geometries.kinds[index] != GeometryKind::polygon ||
            areaOf(pieces.geometries, row) >= minimumArea) {
            kept.geometries.appendRow(pieces.geometries, row);
            kept.rows.push_back(pieces.rows[index]);
        }
    }
    const std::size_t dropped = pieces.rows.size() - kept.rows.size();
    kept.failed = std::move(pieces.failed);
    pieces = std::move(kept);
    return static_cast<std::int64_t>(dropped);
}

void write(const RunContext& context, const FeatureLayer& first, const FeatureLayer& second,
           const Pieces& pieces) {
    std::vector<std::int64_t> leftRows;
    std::vector<std::int64_t> rightRows;
    for (const RowPair pair : pieces.rows) {
        leftRows.push_back(pair.left);
        rightRows.push_back(pair.right);
    }
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, first.table, &leftRows);
    addColumns(columns, names, second.table, &rightRows);
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("pieces"), pieces.geometries, columns, context.region,
              context.progress.stopToken());
}

void Intersect::run(const RunContext& context) const {
    const FeatureLayer first = readLayer(context, "first", regionAround(context), Precision::grid);
    const FeatureLayer second =
        readLayer(context, "second", boundsAround(context, first), Precision::grid);
    requireOverlap(context, first, second);
    const TouchingRows touching = touchingRows(context, first, second);
    Pieces pieces = intersectPairs(first.shared(), second.shared(), touching.pairs,
                                   context.progress.part(0.1, 0.9, "overlay"));
    const auto holding = context.memory.reserve(pieces.geometries.byteCount());
    const double minimumArea = context.parameters.number("minimum-area");
    if (minimumArea > 0.0) {
        remarkOnCount(context, "pieces-too-small", first, dropSmall(pieces, minimumArea));
    }
    remarkOnFailures(context, first, pieces.failed);
    if (pieces.rows.empty() && !context.region) {
        context.remarks.add({"nothing-left", {{"first", first.label}, {"second", second.label}}});
    }
    write(context, first, second, pieces);
}

}  // namespace

std::unique_ptr<const Analysis> makeIntersect() {
    return std::make_unique<Intersect>();
}

}  // namespace lommer::core
