#include "core/analyses/climate/surface_remarks.h"

#include <cmath>

namespace lommer::core {
namespace {

constexpr double kManyHoles = 0.2;

}  // namespace

double percentOf(double share) noexcept {
    return std::round(1000.0 * share) / 10.0;
}

void addHolesRemark(RemarkList& remarks, std::int64_t known, std::int64_t wanted) {
    const double holes = 1.0 - static_cast<double>(known) / static_cast<double>(wanted);
    if (holes > kManyHoles) {
        remarks.add({"many-holes", {{"share", percentOf(holes)}}});
    }
}

void addEdgeRemark(RemarkList& remarks, double share, const Arguments& more) {
    if (share > 0.0) {
        Arguments arguments{{"share", percentOf(share)}};
        arguments.insert(arguments.end(), more.begin(), more.end());
        remarks.add({"edge-of-data", std::move(arguments)});
    }
}

void addSurfaceRemarks(RemarkList& remarks, const CellWindow& surface, const CellWindow& wanted,
                       std::int64_t known, const Margins& margins, const Arguments& more) {
    addHolesRemark(remarks, known, wanted.cellCount());
    addEdgeRemark(remarks, shareAtEdge(surface, wanted, margins), more);
}

}  // namespace lommer::core
