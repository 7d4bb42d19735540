#include "app/composition/input_binding.h"

#include "app/composition/environment.h"
#include "core/base/error.h"
#include "core/engine/catalogue.h"

#include <gtest/gtest.h>

#include <filesystem>

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

class BindingOfOtterlo : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(kOtterlo)) {
            GTEST_SKIP() << "skipped: no data of Otterlo";
        }
    }
    /// Role and subject of every layer that is bound, in order.
    static std::vector<std::string> bound(const std::vector<core::RoleDeclaration>& roles,
                                          const std::string& specification) {
        core::AnalysisDeclaration analysis;
        analysis.id = "question";
        analysis.roles = roles;
        core::RemarkList remarks;
        std::vector<std::string> found;
        for (const InputOrder& order : bindInputs(analysis, {specification}, remarks)) {
            found.push_back(order.role + '=' + order.location.layer + '/' + order.location.subject);
        }
        return found;
    }

    const Environment environment_{{}};
    static inline const std::string kOtterlo =
        std::string(LOMMER_REAL_DATA) + "/otterlo_bgt/otterlo.gpkg";
    const core::RoleDeclaration buildings_{.id = "buildings", .subjects = {"buildings"}};
    const core::RoleDeclaration trees_{.id = "trees", .subjects = {"tree-crowns", "tree-points"}};
    const core::RoleDeclaration hedges_{.id = "hedges", .subjects = {"hedges"}, .minimumCount = 0};
};

TEST_F(BindingOfOtterlo, ADeliveryGoesToTheRolesThatWantItsSubjects) {
    EXPECT_EQ(bound({buildings_, trees_, hedges_}, kOtterlo),
              (std::vector<std::string>{"buildings=bgt_pand/buildings",
                                        "trees=bgt_vegetatieobject/tree-points",
                                        "hedges=bgt_vegetatieobject/hedges"}));
}

TEST_F(BindingOfOtterlo, ARoleTakesWhatItWantsFromADelivery) {
    EXPECT_EQ(bound({trees_}, "trees=" + kOtterlo),
              (std::vector<std::string>{"trees=bgt_vegetatieobject/tree-points"}));
}

TEST_F(BindingOfOtterlo, ALayerForARoleWithoutWishesStaysAsItIs) {
    const core::RoleDeclaration anything{.id = "features"};
    EXPECT_EQ(bound({anything}, "features=" + kOtterlo + "|bgt_vegetatieobject"),
              (std::vector<std::string>{"features=bgt_vegetatieobject/"}));
}

TEST_F(BindingOfOtterlo, ALayerOfAnotherSubjectCanBeChosenByName) {
    EXPECT_EQ(bound({trees_}, "trees=" + kOtterlo + "|bgt_paal"),
              (std::vector<std::string>{"trees=bgt_paal/"}));
}

TEST_F(BindingOfOtterlo, TwoLayersThatBothWouldDoAreForTheUserToChoose) {
    const core::RoleDeclaration green{.id = "green", .subjects = {"green-areas", "water"}};
    EXPECT_THROW(bound({green}, "green=" + kOtterlo), core::Error);
}

}  // namespace
}  // namespace lommer::app
