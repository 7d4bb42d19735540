#include "core/analyses/climate/surface_remarks.h"

#include <cmath>

namespace lommer::core {
namespace {

constexpr double kManyHoles = 0.2;

double percentOf(double share) {
    return std::round(1000.0 * share) / 10.0;
}

}  // namespace

void addSurfaceRemarks(RemarkList& remarks, const CellWindow& surface, const CellWindow& wanted,
                       std::int64_t known, const Margins& margins, const Arguments& more) {
    const double holes = 1.0 - static_cast<double>(known) / static_cast<double>(wanted.cellCount());
    if (holes > kManyHoles) {
        remarks.add({"many-holes", {{"share", percentOf(holes)}}});
    }
    const double atEdge = shareAtEdge(surface, wanted, margins);
    if (atEdge > 0.0) {
        Arguments arguments{{"share", percentOf(atEdge)}};
        arguments.insert(arguments.end(), more.begin(), more.end());
        remarks.add({"edge-of-data", std::move(arguments)});
    }
}

}  // namespace lommer::core
