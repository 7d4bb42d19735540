// Why a place has its value, out of the record of a run.

#include "app/composition/explain_service.h"

#include "app/composition/input_binding.h"
#include "app/composition/run_service.h"
#include "app/composition/sample_service.h"
#include "app/text/texts.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/raster_files.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

class ExplainService : public testing::Test {
protected:
    ExplainService() : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}) {
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    fs::path record() const { return folder_.path() / "out" / "run.json"; }
    void runHeat() {
        core::RemarkList remarks;
        const auto& analysis = environment_.catalogue().get("heat-stress").declaration();
        RunOrder order;
        order.analysis = analysis.id;
        order.inputs =
            bindInputs(analysis, {gis::utf8(folder_.path() / "in")}, remarks, gis::Mappings{});
        order.output = folder_.path() / "out";
        run(environment_, order, core::Progress());
    }
    std::string codeAt(core::Point place) {
        try {
            explainPlace(environment_, record(), place, core::Progress());
        } catch (const core::Error& error) {
            return std::string(core::toText(error.code()));
        }
        return "none";
    }

    test::TemporaryFolder folder_;
    Environment environment_;
};

/// Every `step`-th cell of the map with its value; the file holds it rounded to 1/64 K.
void expectSameAsFile(const Environment& environment, const fs::path& record, std::int64_t step) {
    core::RemarkList remarks;
    const auto pet = gis::openRaster({{record.parent_path() / "pet.tif"}}, remarks).source;
    const core::Grid& grid = pet->grid();
    int withValue = 0;
    for (std::int64_t row = step / 2; row < grid.rows(); row += step) {
        for (std::int64_t column = step / 2; column < grid.columns(); column += step) {
            core::RasterBuffer<float> value(1, 1);
            pet->read({column, row, 1, 1}, value.view());
            const auto place =
                explainPlace(environment, record, grid.centreOf({row, column}), core::Progress());
            ASSERT_TRUE(place.has_value());
            ASSERT_EQ(place->hindrance.empty(), !std::isnan(value.view()(0, 0)));
            if (place->hindrance.empty()) {
                ++withValue;
                EXPECT_NEAR(place->value, static_cast<double>(value.view()(0, 0)),
                            1.0 / 128 + 1e-5);
            }
        }
    }
    EXPECT_GT(withValue, 3);
}

TEST_F(ExplainService, GivesTheValuesOfTheFile) {
    runHeat();
    expectSameAsFile(environment_, record(), 60);
}

TEST_F(ExplainService, LeavesNothingBehind) {
    runHeat();
    const auto count = [] {
        int folders = 0;
        for (const auto& entry : fs::directory_iterator(fs::temp_directory_path())) {
            folders += entry.path().filename().string().rfind("lommer-explain-", 0) == 0 ? 1 : 0;
        }
        return folders;
    };
    const int before = count();
    EXPECT_EQ(codeAt({220'100.0, 442'100.0}), "none");
    EXPECT_EQ(count(), before);
}

TEST_F(ExplainService, StopsWhenItIsTold) {
    runHeat();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(explainPlace(environment_, record(), {220'100.0, 442'100.0},
                              core::Progress(stop.get_token(), {})),
                 core::Cancelled);
}

TEST_F(ExplainService, SaysWhatIsNotAsItWas) {
    runHeat();
    const fs::path green = folder_.path() / "in" / "bgt" / "bgt_begroeidterreindeel.gpkg";
    ASSERT_TRUE(fs::exists(green));
    fs::rename(green, folder_.path() / "elsewhere.gpkg");
    EXPECT_EQ(codeAt({220'100.0, 442'100.0}), "file-missing");
    std::ofstream(green) << "something else";
    EXPECT_EQ(codeAt({220'100.0, 442'100.0}), "file-not-as-recorded");
    EXPECT_EQ(codeAt({0.0, 0.0}), "file-not-as-recorded");
    fs::remove(record());
    EXPECT_EQ(codeAt({220'100.0, 442'100.0}), "file-missing");
}

TEST_F(ExplainService, HasNothingToSayOfAnalysesThatDoNotExplain) {
    RunOrder order;
    order.analysis = "zonal-statistics";
    order.inputs = {{"zones", {{folder_.path() / "in" / "cbs" / "buurten.gpkg"}}},
                    {"values", {{folder_.path() / "in" / "ahn" / "R_41AZ1.tif"}}}};
    order.output = folder_.path() / "out";
    run(environment_, order, core::Progress());
    EXPECT_FALSE(
        explainPlace(environment_, record(), {220'100.0, 442'100.0}, core::Progress()).has_value());
}

}  // namespace
}  // namespace lommer::app
