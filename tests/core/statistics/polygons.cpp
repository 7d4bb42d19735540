#include "tests/core/statistics/polygons.h"

#include "tests/support/parcels.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace lommer::test {
namespace {

using core::Point;

/// The part of a ring on the side where `distance` >= 0, which is linear.
Ring clippedAt(const Ring& ring, const std::function<double(Point)>& distance) {
    Ring kept;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point a = ring[index];
        const Point b = ring[(index + 1) % ring.size()];
        const double da = distance(a);
        const double db = distance(b);
        if (da >= 0.0) {
            kept.push_back(a);
        }
        if ((da > 0.0 && db < 0.0) || (da < 0.0 && db > 0.0)) {
            const double share = da / (da - db);
            kept.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
        }
    }
    return kept;
}

double areaOf(const Ring& ring) {
    double twice = 0.0;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point a = ring[index];
        const Point b = ring[(index + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return std::abs(twice) / 2.0;
}

double areaInside(const Ring& ring, const core::Bounds& cell) {
    Ring rest = clippedAt(ring, [&](Point p) { return p.x - cell.xmin; });
    rest = clippedAt(rest, [&](Point p) { return cell.xmax - p.x; });
    rest = clippedAt(rest, [&](Point p) { return p.y - cell.ymin; });
    rest = clippedAt(rest, [&](Point p) { return cell.ymax - p.y; });
    return rest.empty() ? 0.0 : areaOf(rest);
}

}  // namespace

Polygons& Polygons::add(const std::vector<Part>& parts) {
    for (const Part& part : parts) {
        for (Ring ring : part) {
            ring.push_back(ring.front());
            column_.addRing(ring);
        }
        column_.endPart();
    }
    column_.endFeature(core::GeometryKind::polygon);
    return *this;
}

Polygons& Polygons::addEmpty() {
    column_.endFeature(core::GeometryKind::none);
    return *this;
}

Ring box(double xmin, double ymin, double xmax, double ymax) {
    return {{xmin, ymin}, {xmax, ymin}, {xmax, ymax}, {xmin, ymax}};
}

Ring star(core::Point centre, double radius, int corners, unsigned seed) {
    Ring ring = starRing(centre, radius, corners, seed);
    ring.pop_back();
    return ring;
}

std::vector<double> clippedFractions(const std::vector<Part>& parts, const core::Grid& grid) {
    std::vector<double> fractions;
    const double cellArea = grid.cellSize() * grid.cellSize();
    for (std::int64_t row = 0; row < grid.rows(); ++row) {
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            const core::Bounds cell = grid.boundsOf({column, row, 1, 1});
            double area = 0.0;
            for (const Part& part : parts) {
                for (std::size_t ring = 0; ring < part.size(); ++ring) {
                    area += (ring == 0 ? 1.0 : -1.0) * areaInside(part[ring], cell);
                }
            }
            fractions.push_back(area / cellArea);
        }
    }
    return fractions;
}

std::vector<double> coveredFractions(const core::GeometryColumn& polygons, std::int64_t feature,
                                     const core::Grid& grid) {
    std::vector<double> fractions(static_cast<std::size_t>(grid.cellCount()), 0.0);
    const core::PolygonCoverage coverage(polygons, grid);
    const auto strips = coverage.stripsOf(feature);
    for (auto strip = strips.first; strip < strips.end; ++strip) {
        core::StripCoverage found;
        coverage.cover(feature, strip, found, core::Progress{});
        for (const core::StripCoverage::Block& block : found.blocks) {
            for (auto index = block.firstRun; index < block.endRun; ++index) {
                const core::CoverageRun& run = found.runs[index];
                const auto row = strip * core::kAnchorCells + run.row;
                const auto column = block.column * core::kAnchorCells + run.column;
                for (std::int64_t cell = 0; cell < run.length; ++cell) {
                    fractions.at(static_cast<std::size_t>(row * grid.columns() + column + cell)) +=
                        run.fraction;
                }
            }
        }
    }
    return fractions;
}

}  // namespace lommer::test
