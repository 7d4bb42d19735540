#include "app/composition/input_binding.h"

#include "core/engine/catalogue.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

using core::GeometryKind;

gis::LayerDescription tableOf(std::vector<GeometryKind> kinds) {
    gis::LayerDescription layer;
    layer.kind = core::DataKind::table;
    layer.table.hasGeometry = !kinds.empty();
    layer.table.kinds = std::move(kinds);
    return layer;
}

TEST(InputBinding, FitsAKindOfGeometryThatTheRoleTakes) {
    const core::RoleDeclaration areas{.id = "areas", .geometryKinds = {GeometryKind::polygon}};
    EXPECT_TRUE(fits(areas, tableOf({GeometryKind::polygon})));
    EXPECT_TRUE(fits(areas, tableOf({GeometryKind::point, GeometryKind::polygon})));
    EXPECT_FALSE(fits(areas, tableOf({GeometryKind::point})));
    EXPECT_FALSE(fits(areas, tableOf({})));
}

TEST(InputBinding, LetsALayerThatDoesNotKnowItsKindsTry) {
    const core::RoleDeclaration areas{.id = "areas", .geometryKinds = {GeometryKind::polygon}};
    gis::LayerDescription layer = tableOf({});
    layer.table.hasGeometry = true;
    EXPECT_TRUE(fits(areas, layer));
}

TEST(InputBinding, KeepsRastersAndTablesApart) {
    const core::RoleDeclaration heights{.id = "heights", .kind = core::DataKind::raster};
    gis::LayerDescription raster;
    raster.kind = core::DataKind::raster;
    EXPECT_TRUE(fits(heights, raster));
    EXPECT_FALSE(fits(heights, tableOf({GeometryKind::polygon})));
    EXPECT_TRUE(fits({.id = "anything"}, tableOf({})));
    EXPECT_FALSE(fits({.id = "anything"}, raster));
}

}  // namespace
}  // namespace lommer::app
