#include "tests/support/geometries.h"

namespace lommer::test {

using core::GeometryColumn;
using core::GeometryKind;

void addPolygon(GeometryColumn& column, const Rings& rings) {
    addMultiPolygon(column, {rings});
}

void addMultiPolygon(GeometryColumn& column, const std::vector<Rings>& parts) {
    for (const Rings& rings : parts) {
        for (const Ring& ring : rings) {
            column.addRing(ring);
        }
        column.endPart();
    }
    column.endFeature(GeometryKind::polygon);
}

void addLine(GeometryColumn& column, const Ring& points) {
    column.addRing(points);
    column.endPart();
    column.endFeature(GeometryKind::line);
}

void addPoint(GeometryColumn& column, core::Point point) {
    column.addRing(std::vector{point});
    column.endPart();
    column.endFeature(GeometryKind::point);
}

void addNothing(GeometryColumn& column) {
    column.endFeature(GeometryKind::none);
}

Ring rectangle(double xmin, double ymin, double xmax, double ymax) {
    return {{xmin, ymin}, {xmax, ymin}, {xmax, ymax}, {xmin, ymax}, {xmin, ymin}};
}

}  // namespace lommer::test
