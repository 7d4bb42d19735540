#include "app/composition/role_proposal.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

using core::DataKind;
using Places = std::vector<std::size_t>;

gis::LayerDescription raster(const char* subject) {
    gis::LayerDescription layer;
    layer.kind = DataKind::raster;
    layer.subject = subject;
    return layer;
}

gis::LayerDescription polygons(const char* subject) {
    gis::LayerDescription layer;
    layer.table.hasGeometry = true;
    layer.table.kinds = {core::GeometryKind::polygon};
    layer.subject = subject;
    return layer;
}

Places proposed(const core::RoleDeclaration& role,
                const std::vector<gis::LayerDescription>& layers) {
    std::vector<LayerCandidate> candidates;
    for (const gis::LayerDescription& layer : layers) {
        candidates.push_back({&layer, false});
    }
    return proposedLayers(role, candidates);
}

const core::RoleDeclaration kSurface{
    .id = "dsm", .kind = DataKind::raster, .subjects = {"surface-height"}};

TEST(RoleProposal, TakesTheSubjectThatTheRoleAsksFor) {
    EXPECT_EQ(proposed(kSurface, {raster("terrain-height"), raster("surface-height")}),
              (Places{1}));
    EXPECT_EQ(wishRank(kSurface, raster("terrain-height")), std::nullopt);
}

TEST(RoleProposal, TakesUnknownDataForWhatMustBeFilledButNothingKnownToBeElse) {
    EXPECT_EQ(proposed(kSurface, {raster("terrain-height"), raster("")}), (Places{1}));
    EXPECT_EQ(proposed(kSurface, {raster("terrain-height")}), Places{});
}

// A heat map is no height, whatever role is left.
TEST(RoleProposal, TakesNoResultForASubject) {
    const gis::LayerDescription result = raster("");
    EXPECT_EQ(proposedLayers(kSurface, {{&result, true}}), Places{});
    core::RoleDeclaration any = kSurface;
    any.subjects.clear();
    EXPECT_EQ(proposedLayers(any, {{&result, true}}), (Places{0}));
}

TEST(RoleProposal, LeavesOptionalRolesToWhatTheyAskFor) {
    core::RoleDeclaration role = kSurface;
    role.minimumCount = 0;
    EXPECT_EQ(proposed(role, {raster("")}), Places{});
    EXPECT_EQ(proposed(role, {raster("surface-height")}), (Places{0}));
}

TEST(RoleProposal, PutsTheMostWantedFirstAndStopsWhereTheRoleIsFull) {
    const core::RoleDeclaration role{.id = "green",
                                     .geometryKinds = {core::GeometryKind::polygon},
                                     .subjects = {"green-areas", "road-verges"},
                                     .minimumCount = 0,
                                     .maximumCount = 2};
    EXPECT_EQ(proposed(role, {polygons("road-verges"), polygons("water"), polygons("green-areas"),
                              polygons("green-areas")}),
              (Places{2, 3}));
}

TEST(RoleProposal, KnowsThatNeighbourhoodsAreAreas) {
    const core::RoleDeclaration role{
        .id = "zones", .geometryKinds = {core::GeometryKind::polygon}, .subjects = {"areas"}};
    EXPECT_EQ(wishRank(role, polygons("neighbourhoods")), std::size_t{0});
}

TEST(RoleProposal, LeavesAlternativesToPeople) {
    core::RoleDeclaration role = kSurface;
    role.alternativeGroup = "heights";
    EXPECT_EQ(proposed(role, {raster("surface-height")}), Places{});
}

}  // namespace
}  // namespace lommer::app
