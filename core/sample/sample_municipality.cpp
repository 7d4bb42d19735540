#include "core/sample/sample_municipality.h"

#include "core/base/assert.h"
#include "core/sample/plan_divider.h"
#include "core/sample/sample_tables.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

constexpr Point kSouthWest{220000.0, 442000.0};
constexpr double kSmallestSide = 200.0;
/// Brooks lie about so far apart.
constexpr double kBrookSpacing = 6200.0;

/// From south to north: an arm of the river, its dike, brooks.
std::vector<ThroughLine> throughLines(const Bounds& bounds) {
    const double side = bounds.height();
    const auto at = [&](double metres) { return PlanLine{{0.0, 1.0}, bounds.ymin + metres}; };
    const double dikeAt = std::min(0.12 * side, 420.0);
    std::vector<ThroughLine> lines{
        {at(0.45 * dikeAt), riverArm(std::clamp(0.014 * side, 12.0, 60.0))}, {at(dikeAt), dike()}};
    const auto count = std::max<std::int64_t>(1, std::llround(side / kBrookSpacing));
    for (std::int64_t index = 0; index < count; ++index) {
        const double share = (static_cast<double>(index) + 0.33) / static_cast<double>(count);
        lines.push_back({at(share * side), brook(std::clamp(side / 700.0, 5.0, 9.0))});
    }
    return lines;
}

std::vector<double> brooksOf(const std::vector<ThroughLine>& lines) {
    std::vector<double> brooks;
    for (std::size_t index = 2; index < lines.size(); ++index) {
        brooks.push_back(lines[index].line.offset);
    }
    return brooks;
}

}  // namespace

SampleMunicipality::SampleMunicipality(double areaSquareKilometres, std::uint64_t seed)
    : seed_(seed) {
    LOMMER_ASSERT(areaSquareKilometres > 0.0);
    const double side =
        std::max(kSmallestSide, std::round(std::sqrt(areaSquareKilometres) * 1000.0));
    bounds_ = {kSouthWest.x, kSouthWest.y, kSouthWest.x + side, kSouthWest.y + side};
}

Grid SampleMunicipality::grid(double cellSizeMetres) const {
    const auto cells =
        static_cast<std::int64_t>(std::ceil(bounds_.width() / cellSizeMetres - 1e-9));
    return {bounds_.xmin, bounds_.ymax, cellSizeMetres, cells, cells};
}

SampleRelief SampleMunicipality::layOut(SampleTableSink& tables,
                                        const std::stop_token& stop) const {
    const std::vector<ThroughLine> lines = throughLines(bounds_);
    const PlanWarp warp(bounds_, seed_, brooksOf(lines));
    const Settlements settlements(bounds_, seed_);
    SampleRelief relief(bounds_, seed_);
    SampleTables receiver(tables, relief, bounds_, seed_);
    PlanContext context{warp, settlements, lines, receiver, seed_, bounds_.width()};
    PlanDivider divider(context, bounds_, stop);
    divider.divide({.net = ConvexPolygon(bounds_),
                    .whole = ConvexPolygon(bounds_),
                    .key = mixed(seed_ ^ 701)});
    receiver.finish();
    return relief;
}

}  // namespace lommer::core
