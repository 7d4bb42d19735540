// The made-up municipality is read like any delivery.

#include "app/composition/sample_service.h"

#include "app/composition/delivery_service.h"
#include "app/composition/environment.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <map>

namespace lommer::app {
namespace {

class SampleService : public testing::Test {
protected:
    SampleService() : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}) {}
    std::filesystem::path place() const { return folder_.path() / "in"; }

    test::TemporaryFolder folder_;
    Environment environment_;
};

TEST_F(SampleService, GivesADeliveryThatIsRecognisedAndPassesTheCheck) {
    writeSample({.folder = place(), .areaSquareKilometres = 1.0, .cellMetres = 2.0},
                core::Progress());
    std::map<std::string, std::int64_t> rows;
    for (const RecognisedLayer& layer : recognised(place(), {}, core::Progress()).layers) {
        rows[layer.description.subject] =
            layer.description.kind == core::DataKind::table ? layer.description.table.rowCount : 0;
        EXPECT_EQ(layer.description.registerId, "sample") << layer.description.name;
        if (layer.check) {
            EXPECT_EQ(layer.check->outcome(), core::CheckOutcome::passed) << layer.description.name;
        }
    }
    for (const char* subject :
         {"surface-height", "terrain-height", "buildings", "address-units", "dwellings",
          "road-parts", "road-verges", "bare-terrain", "green-areas", "water", "water-banks",
          "tree-points", "neighbourhoods", "districts", "municipalities", "walkways"}) {
        EXPECT_EQ(rows.count(subject), 1U) << subject;
    }
    EXPECT_EQ(rows.count(""), 0U);
    EXPECT_GT(rows["buildings"], 800);
    EXPECT_GT(rows["dwellings"], 400);
}

TEST_F(SampleService, LeavesNothingWhenItIsStopped) {
    std::stop_source stop;
    const core::Progress progress(stop.get_token(),
                                  [&](double, const std::string&) { stop.request_stop(); });
    EXPECT_THROW(writeSample({.folder = place()}, progress), core::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(place()));
}

TEST_F(SampleService, KeepsAFolderThatWasThereWhenItIsStopped) {
    std::filesystem::create_directories(place());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(writeSample({.folder = place()},
                             core::Progress(stop.get_token(), [](double, const std::string&) {})),
                 core::Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(place()));
}

TEST_F(SampleService, FinishesAMoveThatWasCutShort) {
    namespace fs = std::filesystem;
    const SampleOrder order{.folder = place(), .areaSquareKilometres = 0.04, .cellMetres = 2.0};
    writeSample(order, core::Progress());
    fs::create_directories(place() / ".whole-sample");
    fs::rename(place() / "bgt", place() / ".whole-sample" / "bgt");
    try {
        writeSample(order, core::Progress());
        FAIL() << "no error";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::outputExists);
    }
    EXPECT_TRUE(fs::exists(place() / "bgt" / "bgt_wegdeel.gpkg"));
    EXPECT_FALSE(fs::exists(place() / ".whole-sample"));
}

TEST_F(SampleService, ClearsAwayWhatAKilledOneHasLeft) {
    std::filesystem::create_directories(place() / ".partial-sample" / "bgt");
    writeSample({.folder = place(), .areaSquareKilometres = 0.04, .cellMetres = 2.0},
                core::Progress());
    EXPECT_FALSE(std::filesystem::exists(place() / ".partial-sample"));
}

}  // namespace
}  // namespace lommer::app
