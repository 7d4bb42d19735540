#include "tests/support/parcels.h"

#include <cmath>
#include <numbers>
#include <random>

namespace lommer::test {
namespace {

/// The nodes of a mesh: a grid that is `pointsPerSide` times as dense as the corners; only nodes on
/// the lines of the corners are used.
class Nodes {
public:
    explicit Nodes(const ParcelMesh& mesh)
        : width_(mesh.columns * mesh.pointsPerSide + 1), step_(mesh.side / mesh.pointsPerSide) {
        std::mt19937 random(mesh.seed);
        std::uniform_real_distribution<double> move(-mesh.jitter, mesh.jitter);
        const int height = mesh.rows * mesh.pointsPerSide + 1;
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width_; ++column) {
                core::Point point{mesh.origin.x + step_ * column + move(random),
                                  mesh.origin.y + step_ * row + move(random)};
                if (mesh.isOnGrid) {
                    point = {std::round(point.x * 1000.0) / 1000.0,
                             std::round(point.y * 1000.0) / 1000.0};
                }
                points_.push_back(point);
            }
        }
    }
    core::Point at(int column, int row) const {
        return points_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                       static_cast<std::size_t>(column)];
    }

private:
    int width_;
    double step_;
    std::vector<core::Point> points_;
};

}  // namespace

core::GeometryColumn parcels(const ParcelMesh& mesh) {
    const Nodes nodes(mesh);
    const int per = mesh.pointsPerSide;
    core::GeometryColumn column;
    for (int y = 0; y < mesh.rows; ++y) {
        for (int x = 0; x < mesh.columns; ++x) {
            Ring ring;
            for (int step = 0; step < per; ++step) {
                ring.push_back(nodes.at(x * per + step, y * per));
            }
            for (int step = 0; step < per; ++step) {
                ring.push_back(nodes.at((x + 1) * per, y * per + step));
            }
            for (int step = 0; step < per; ++step) {
                ring.push_back(nodes.at((x + 1) * per - step, (y + 1) * per));
            }
            for (int step = 0; step < per; ++step) {
                ring.push_back(nodes.at(x * per, (y + 1) * per - step));
            }
            ring.push_back(ring.front());
            addPolygon(column, {ring});
        }
    }
    return column;
}

double areaOf(const core::GeometryColumn& column, std::int64_t row) {
    double area = 0.0;
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        for (auto index = column.partOffsets[part]; index < column.partOffsets[part + 1]; ++index) {
            const core::PointSpan ring = column.ring(index);
            double twice = 0.0;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                         (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
            }
            area += (index == column.partOffsets[part] ? 0.5 : -0.5) * std::abs(twice);
        }
    }
    return area;
}

double totalArea(const core::GeometryColumn& column) {
    double total = 0.0;
    for (std::int64_t row = 0; row < column.rowCount(); ++row) {
        total += areaOf(column, row);
    }
    return total;
}

Ring starRing(core::Point centre, double radius, int corners, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.3, 1.0);
    Ring ring;
    for (int corner = 0; corner < corners; ++corner) {
        const double angle = 2.0 * std::numbers::pi * corner / corners;
        const double distance = radius * share(random);
        ring.push_back(
            {centre.x + distance * std::cos(angle), centre.y + distance * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

}  // namespace lommer::test
