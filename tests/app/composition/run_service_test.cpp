// Runs from files to files inside the test: what the programs share.

#include "app/composition/run_service.h"

#include "app/composition/sample_service.h"
#include "app/composition/verify_service.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

class RunService : public testing::Test {
protected:
    RunService() : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}) {
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    fs::path out() const { return folder_.path() / "out"; }
    RunOrder order() const {
        RunOrder order;
        order.analysis = "zonal-statistics";
        order.inputs = {{"zones", {{folder_.path() / "in" / "cbs" / "buurten.gpkg"}}},
                        {"values", {{folder_.path() / "in" / "ahn" / "R_41AZ1.tif"}}}};
        order.output = out();
        return order;
    }
    static std::string codeOf(const std::function<void()>& action) {
        try {
            action();
        } catch (const core::Error& error) {
            return std::string(core::toText(error.code()));
        }
        return "none";
    }

    test::TemporaryFolder folder_;
    Environment environment_;
};

TEST_F(RunService, LeavesItsFilesAndTheRecordOfThem) {
    const core::RunRecord record = run(environment_, order(), core::Progress());
    ASSERT_EQ(record.outputs.size(), 1U);
    EXPECT_EQ(fs::file_size(out() / record.outputs[0].file),
              static_cast<std::uintmax_t>(record.outputs[0].bytes));
    const core::RunRecord read = core::recordFromText(gis::readTextFile(out() / "run.json"));
    EXPECT_EQ(core::toText(read, core::RecordDetail::internal),
              core::toText(record, core::RecordDetail::internal));
    ASSERT_EQ(record.inputs.size(), 2U);
    for (const core::RecordedInput& input : record.inputs) {
        EXPECT_EQ(input.identity.size(), 64U) << input.role;
        EXPECT_EQ(input.crs, "EPSG:28992") << input.role;
    }
}

TEST_F(RunService, FollowsResultsToTheDataTheyRestOn) {
    const Environment environment(Environment::Options{.licences = {{"sample", "CC0"}}});
    const auto heights = [this](const char* name) {
        return InputOrder{"later", {{folder_.path() / "in" / "ahn" / name}}};
    };
    const auto difference = [&](const char* name, InputOrder later, InputOrder earlier) {
        RunOrder order;
        order.analysis = "difference";
        later.role = "later";
        earlier.role = "earlier";
        order.inputs = {std::move(later), std::move(earlier)};
        order.output = folder_.path() / name;
        return run(environment, order, core::Progress());
    };
    const auto result = [this](const char* name) {
        return InputOrder{"later", {{folder_.path() / name / "difference.tif"}}};
    };
    const core::RecordedSource surface{"R_41AZ1", "sample", "", "CC0"};
    const core::RecordedSource terrain{"M_41AZ1", "sample", "", "CC0"};
    EXPECT_EQ(sourcesOf(difference("one", heights("R_41AZ1.tif"), heights("M_41AZ1.tif"))),
              (std::vector{surface, terrain}));
    // Over two runs, though the first record is gone by then.
    difference("two", result("one"), heights("M_41AZ1.tif"));
    fs::remove(folder_.path() / "one" / "run.json");
    const core::RunRecord deep = difference("three", result("two"), heights("R_41AZ1.tif"));
    EXPECT_EQ(sourcesOf(deep), (std::vector{surface, terrain}));
    EXPECT_EQ(deep.inputs.front().runParameters.at("limit"), core::ParameterValue(1.0));
    // Without its record, or with a damaged one, a result is a file like another.
    const std::vector<core::RecordedSource> alone{{"difference"}, terrain};
    EXPECT_EQ(sourcesOf(difference("four", result("one"), heights("M_41AZ1.tif"))), alone);
    std::ofstream(folder_.path() / "one" / "run.json") << "{\"format\": \"lommer-run\"";
    EXPECT_EQ(sourcesOf(difference("five", result("one"), heights("M_41AZ1.tif"))), alone);
}

TEST_F(RunService, ReportsProgressThatNeverFalls) {
    double last = 0.0;
    run(environment_, order(), core::Progress({}, [&](double fraction, const std::string&) {
            EXPECT_GE(fraction, last);
            last = fraction;
        }));
    EXPECT_GT(last, 0.9);
}

TEST_F(RunService, RefusesAFolderWithAResultUnlessToldTo) {
    run(environment_, order(), core::Progress());
    EXPECT_EQ(codeOf([&] { run(environment_, order(), core::Progress()); }), "output-exists");
    RunOrder again = order();
    again.overwrite = true;
    EXPECT_EQ(codeOf([&] { run(environment_, again, core::Progress()); }), "none");
}

TEST_F(RunService, LeavesNothingWhenItIsStopped) {
    std::stop_source stop;
    const core::Progress progress(stop.get_token(),
                                  [&](double, const std::string&) { stop.request_stop(); });
    EXPECT_THROW(run(environment_, order(), progress), core::Cancelled);
    EXPECT_FALSE(fs::exists(out()));
}

TEST_F(RunService, KeepsWhatWasNoticedBeforehand) {
    RunOrder noticed = order();
    noticed.remarks = {{"layer-not-used", {{"layer", std::string("bomen")}}}};
    const core::RunRecord record = run(environment_, noticed, core::Progress());
    EXPECT_NE(std::find(record.remarks.begin(), record.remarks.end(), noticed.remarks[0]),
              record.remarks.end());
}

TEST_F(RunService, IsVerifiedOutputByOutput) {
    run(environment_, order(), core::Progress());
    const auto verified = verify(environment_, out() / "run.json", core::Progress());
    ASSERT_EQ(verified.size(), 1U);
    EXPECT_EQ(verified[0].likeness, core::Likeness::identical);
    fs::remove(folder_.path() / "in" / "ahn" / "R_41AZ1.tif");
    const auto without = verify(environment_, out() / "run.json", core::Progress());
    ASSERT_EQ(without.size(), 1U);
    EXPECT_FALSE(without[0].likeness.has_value());
    EXPECT_TRUE(without[0].error.has_value());
    EXPECT_EQ(codeOf([&] { verify(environment_, folder_.path() / "gone.json", core::Progress()); }),
              "file-missing");
}

}  // namespace
}  // namespace lommer::app
