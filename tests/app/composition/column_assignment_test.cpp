// What people say of the columns of a delivery: read for them, used in a run, said in its record.

#include "app/composition/column_assignment.h"

#include "app/composition/layer_service.h"
#include "app/composition/run_service.h"
#include "app/composition/verify_service.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

class ColumnAssignment : public testing::Test {
protected:
    ColumnAssignment()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache",
                                            .mappingFolder = folder_.path() / "columns"}) {
        std::ofstream(trees()) << "NR;BOOMSOORT_NAAM;HOOGTE_M;X;Y\n1;Eik;12,5;200000;450000\n"
                                  "2;Linde;9;200050;450000\n";
    }
    fs::path trees() const { return folder_ / "bomen.csv"; }
    static gis::ColumnMapping mapping() {
        return {"tree-points",
                {"boomsoortnaam", "hoogtem", "nr", "x", "y"},
                {},
                {{"identificatie", "nr"}, {"soort", "boomsoortnaam"}, {"hoogte", "hoogtem"}}};
    }
    /// What is remembered in the folder of the settings.
    gis::Mappings remembered() {
        core::RemarkList remarks;
        return gis::readMappings(environment_.mappingFolder(), remarks);
    }

    test::TemporaryFolder folder_;
    const Environment environment_;
};

TEST_F(ColumnAssignment, ShowsTheLayerAsItsFileHasItWithAProposal) {
    const UnassignedLayer layer = readUnassigned({{trees()}}, {}, {});
    EXPECT_EQ(layer.description.table.columns.size(), 5U);
    EXPECT_EQ(layer.rows.rowCount(), 2);
    ASSERT_TRUE(layer.proposal);
    EXPECT_EQ(layer.proposal->mapping.subject, "tree-points");
    EXPECT_LT(layer.proposal->score, 1.0);
}

TEST_F(ColumnAssignment, ShowsWhatIsRemembered) {
    gis::rememberMapping(mapping(), environment_.mappingFolder());
    const UnassignedLayer layer = readUnassigned({{trees()}, "", "tree-points"}, remembered(), {});
    EXPECT_EQ(layer.description.subject, "");
    EXPECT_EQ(layer.proposal->mapping, mapping());
}

TEST_F(ColumnAssignment, OffersTheSubjectsThatHaveSuchPlaces) {
    const UnassignedLayer layer = readUnassigned({{trees()}}, {}, {});
    const auto subjects = possibleSubjects(layer.description.table);
    const auto offers = [&subjects](std::string_view one) {
        return std::find(subjects.begin(), subjects.end(), one) != subjects.end();
    };
    EXPECT_TRUE(offers("tree-points"));
    EXPECT_TRUE(offers("dwellings"));
    EXPECT_FALSE(offers("buildings"));
    EXPECT_FALSE(offers("area-figures"));
    EXPECT_FALSE(offers("surface-height"));
}

TEST_F(ColumnAssignment, IsUsedWhenTheNextDeliveryIsOpened) {
    gis::rememberMapping(mapping(), environment_.mappingFolder());
    core::RemarkList remarks;
    const auto layers = loadLayers(trees(), remarks, {}, remembered());
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_EQ(layers[0].description->subject, "tree-points");
    EXPECT_EQ(layers[0].table->columnNamed("hoogte").realAt(0), 12.5);
}

TEST_F(ColumnAssignment, StandsInTheRecordAndIsVerifiedWithoutWhatIsRemembered) {
    RunOrder order;
    order.analysis = "buffer";
    order.parameters["distance"] = 5.0;
    gis::LayerLocation location{{trees()}, "", "tree-points"};
    location.mapping = std::make_shared<const gis::ColumnMapping>(mapping());
    order.inputs = {{"features", location}};
    order.output = folder_.path() / "out";
    const core::RunRecord record = run(environment_, order, core::Progress());
    ASSERT_TRUE(record.inputs.at(0).assigned);
    EXPECT_EQ(*record.inputs[0].assigned, mapping().columns);
    EXPECT_TRUE(
        std::any_of(record.remarks.begin(), record.remarks.end(),
                    [](const core::Remark& remark) { return remark.code == "columns-assigned"; }));
    EXPECT_EQ(core::recordFromText(core::toText(record, core::RecordDetail::internal))
                  .inputs.at(0)
                  .assigned,
              record.inputs[0].assigned);
    for (const VerifiedOutput& output :
         verify(environment_, order.output / "run.json", core::Progress())) {
        EXPECT_EQ(output.likeness, core::Likeness::identical) << output.id;
    }
}

}  // namespace
}  // namespace lommer::app
