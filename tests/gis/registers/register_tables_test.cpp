// What the registers hold in real deliveries, against what their owners say.

#include "gis/registers/register_tables.h"

#include "core/base/error.h"
#include "gis/registers/inventory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kData = LOMMER_REAL_DATA;

class RealRegisters : public testing::Test {
protected:
    /// False where the data are not there.
    bool open(const fs::path& path) {
        if (!fs::exists(kData / path)) {
            return false;
        }
        layers_ = inspect(kData / path, remarks_);
        return true;
    }
    /// The only layer of that subject.
    LayerDescription layerOf(const std::string& subject) const {
        std::vector<LayerDescription> found;
        std::copy_if(layers_.begin(), layers_.end(), std::back_inserter(found),
                     [&](const LayerDescription& layer) { return layer.subject == subject; });
        EXPECT_EQ(found.size(), 1U) << subject;
        return found.empty() ? LayerDescription{} : found.front();
    }
    core::Table tableOf(const std::string& subject) {
        return openRegisterTable(layerOf(subject).location, remarks_).source->read({}, {});
    }
    std::int64_t counted(const std::string& subject) {
        const auto opened = openRegisterTable(layerOf(subject).location, remarks_);
        const std::int64_t rows = opened.source->read({}, {}).rowCount();
        date_ = opened.referenceDate({});
        return rows;
    }
    bool remarked(const std::string& code, const std::string& layer, std::int64_t count) {
        const auto all = remarks_.take();
        return std::any_of(all.begin(), all.end(), [&](const core::Remark& remark) {
            return remark == core::Remark{code, {{"layer", layer}, {"count", count}}};
        });
    }

    std::vector<LayerDescription> layers_;
    core::RemarkList remarks_;
    std::string date_;
};

TEST_F(RealRegisters, OtterloHasItsCurrentBuildingsAndTrees) {
    if (!open("otterlo_bgt/otterlo.gpkg")) {
        GTEST_SKIP() << "skipped: no data of Otterlo";
    }
    const core::Table buildings = tableOf("buildings");
    EXPECT_EQ(buildings.rowCount(), 1711);
    EXPECT_TRUE(remarked("history-left-out", "bgt_pand", 562));
    EXPECT_EQ(counted("buildings"), 1711);
    EXPECT_EQ(date_, "2020-07-28");
    const core::Table trees = tableOf("tree-points");
    EXPECT_EQ(trees.rowCount(), 2088);
    EXPECT_TRUE(
        std::all_of(trees.geometries().kinds.begin(), trees.geometries().kinds.end(),
                    [](core::GeometryKind kind) { return kind == core::GeometryKind::point; }));
    EXPECT_EQ(counted("hedges"), 16);
}

TEST_F(RealRegisters, TheGmlOfOtterloHoldsTheSame) {
    if (!open("otterlo_bgt/otterlo_bgt_citygml.zip")) {
        GTEST_SKIP() << "skipped: no data of Otterlo";
    }
    EXPECT_EQ(counted("buildings"), 1711);
    EXPECT_EQ(counted("tree-points"), 2088);
    EXPECT_EQ(counted("green-areas"), 638);
    EXPECT_EQ(counted("water"), 296);
    // Every building has its outline, also those that show their house number.
    const core::Table buildings = tableOf("buildings");
    EXPECT_EQ(buildings.rowCount(), 1711);
    EXPECT_TRUE(
        std::all_of(buildings.geometries().kinds.begin(), buildings.geometries().kinds.end(),
                    [](core::GeometryKind kind) { return kind == core::GeometryKind::polygon; }));
    const core::Bounds bounds = buildings.geometries().bounds();
    EXPECT_TRUE(bounds.xmin > 179'000 && bounds.xmax < 183'000) << bounds.xmin;
    // A part of the delivery that names no system; the BGT is in RD. Four labels have expired.
    const auto labels = std::find_if(
        layers_.begin(), layers_.end(),
        [](const LayerDescription& layer) { return layer.name == "OpenbareRuimteLabel"; });
    ASSERT_NE(labels, layers_.end());
    EXPECT_EQ(openRegisterTable(labels->location, remarks_).source->read({}, {}).rowCount(), 58);
    const auto remarks = remarks_.take();
    EXPECT_TRUE(std::any_of(remarks.begin(), remarks.end(), [](const core::Remark& remark) {
        return remark.code == "crs-of-register";
    }));
}

TEST_F(RealRegisters, ColumnsOfABuildingHaveTheirUsualNames) {
    if (!open("otterlo_bgt/otterlo.gpkg")) {
        GTEST_SKIP() << "skipped: no data of Otterlo";
    }
    const core::Table buildings = tableOf("buildings");
    EXPECT_TRUE(buildings.columnNamed("identificatie").textAt(0).starts_with("G0228."));
    // In the file a number that lost its leading zero.
    EXPECT_EQ(buildings.columnNamed("bag_pand").textAt(0).size(), 16U);
    EXPECT_EQ(buildings.columnNamed("niveau").info().type, core::ColumnType::integer);
    const core::Table roads = tableOf("road-parts");
    EXPECT_EQ(roads.rowCount(), 1252);
    EXPECT_EQ(roads.columns().size(), 7U);
    EXPECT_TRUE(roads.indexOf("functie") && roads.indexOf("fysiek_voorkomen"));
}

TEST_F(RealRegisters, ALayerAskedForAsItIsKeepsItsColumnsAndLosesItsHistory) {
    if (!open("otterlo_bgt/otterlo.gpkg")) {
        GTEST_SKIP() << "skipped: no data of Otterlo";
    }
    LayerLocation location = layerOf("buildings").location;
    location.subject.clear();
    const core::Table buildings = openRegisterTable(location, remarks_).source->read({}, {});
    EXPECT_EQ(buildings.rowCount(), 1711);
    EXPECT_TRUE(buildings.indexOf("lokaalID") && buildings.indexOf("plus-status"));
    // Poles are no subject, and have a past too.
    location.layer = "bgt_vegetatieobject";
    EXPECT_EQ(openRegisterTable(location, remarks_).source->read({}, {}).rowCount(), 2104);
}

TEST_F(RealRegisters, TheBagOfDenHaagHasWhatIsInUse) {
    if (!open("denhaag_bag/denhaag_bag.gpkg")) {
        GTEST_SKIP() << "skipped: no BAG of Den Haag";
    }
    EXPECT_EQ(counted("buildings"), 15'300);
    EXPECT_EQ(counted("address-units"), 29'690);
    EXPECT_EQ(counted("addresses"), 30'236);
    EXPECT_EQ(counted("neighbourhoods"), 14);
    const core::Table homes = tableOf("dwellings");
    EXPECT_EQ(homes.rowCount(), 26'686);  // of which some are shop or office as well
    const core::Column& uses = homes.columnNamed("gebruiksdoel");
    const core::Column& buildings = homes.columnNamed("pand");
    for (std::int64_t row = 0; row < homes.rowCount(); ++row) {
        ASSERT_NE(uses.textAt(row).find("woonfunctie"), std::string::npos);
        ASSERT_EQ(uses.textAt(row).find('{'), std::string::npos);
        ASSERT_EQ(buildings.textAt(row).size() % 17, 16U) << buildings.textAt(row);
    }
    EXPECT_EQ(homes.columnNamed("identificatie").textAt(0), "0518010000417296");
}

TEST_F(RealRegisters, TheSmallExtractOfTheBagIsReadThroughItsZips) {
    if (!open("denhaag_bag/BAGNLDL-15092020-small.zip")) {
        GTEST_SKIP() << "skipped: no extract of the BAG";
    }
    EXPECT_EQ(counted("buildings"), 2);
    EXPECT_TRUE(remarked("history-left-out", "Pand", 4));
    EXPECT_EQ(counted("address-units"), 2);
    EXPECT_EQ(counted("dwellings"), 1);
    EXPECT_GT(counted("addresses"), 0);
}

TEST_F(RealRegisters, KeyFiguresOfTheAchterhoekStayUnknownWhereTheyAre) {
    if (!open("achterhoek_cbs/achterhoek_kerncijfers.gpkg")) {
        GTEST_SKIP() << "skipped: no key figures";
    }
    const core::Table areas = tableOf("neighbourhoods");
    EXPECT_EQ(areas.rowCount(), 590);
    EXPECT_TRUE(areas.columnNamed("code").textAt(0).starts_with("BU"));
    const core::Column& values = areas.columnNamed("wozWaarde");
    std::int64_t unknown = 0;
    for (std::int64_t row = 0; row < areas.rowCount(); ++row) {
        unknown += values.isPresent(row) ? 0 : 1;
        EXPECT_FALSE(values.isPresent(row) && values.realAt(row) == 0.0) << row;
    }
    EXPECT_GT(unknown, 0);
    EXPECT_EQ(counted("municipalities"), 13);
}

TEST_F(RealRegisters, DelftsDatabasesAreKnownByTheirFile) {
    if (!open("delft_bgt")) {
        GTEST_SKIP() << "skipped: no data of Delft";
    }
    EXPECT_EQ(counted("road-parts"), 151);
    EXPECT_EQ(counted("green-areas"), 126);
    EXPECT_EQ(counted("water"), 3);
}

TEST_F(RealRegisters, HeightsAreKnownByTheirNames) {
    if (!open("delft_elevation")) {
        GTEST_SKIP() << "skipped: no heights of Delft";
    }
    const auto countOf = [this](const std::string& subject) {
        return std::count_if(layers_.begin(), layers_.end(), [&](const LayerDescription& layer) {
            return layer.subject == subject;
        });
    };
    EXPECT_EQ(countOf("terrain-height"), 3);
    EXPECT_EQ(countOf("surface-height"), 3);
}

}  // namespace
}  // namespace lommer::gis
