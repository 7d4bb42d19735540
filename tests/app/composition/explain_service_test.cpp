// Why a place has its value, out of the record of a run.

#include "app/composition/explain_service.h"

#include "gis/platform/file_error.h"
#include "gis/raster_io/raster_files.h"
#include "tests/app/sample_town.h"

#include <gtest/gtest.h>

#include <QByteArray>
#include <QtGlobal>
#include <atomic>
#include <cmath>
#include <fstream>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

/// In the shade for four of the seven hours.
constexpr core::Point kPlace{220'107.0, 442'096.0};

class ExplainService : public testing::Test {
protected:
    void runHeat() { record_ = town_.run("heat-stress", "out"); }
    /// With nothing open yet.
    ExplainedRun explained() const { return {town_.environment(), record_}; }
    static std::string codeAt(ExplainedRun run, core::Point place) { return codeOf(run, place); }
    static std::string codeOf(ExplainedRun& run, core::Point place) {
        try {
            run.explain(place, core::Progress());
        } catch (const core::Error& error) {
            return std::string(core::toText(error.code()));
        }
        return "none";
    }

    test::SampleTown town_;
    fs::path record_;
};

/// Every `step`-th cell of the map with its value; the file holds it rounded to 1/64 K.
void expectSameAsFile(ExplainedRun run, const fs::path& map, std::int64_t step) {
    core::RemarkList remarks;
    const auto pet = gis::openRaster({{map}}, remarks).source;
    const core::Grid& grid = pet->grid();
    int withValue = 0;
    for (std::int64_t row = step / 2; row < grid.rows(); row += step) {
        for (std::int64_t column = step / 2; column < grid.columns(); column += step) {
            core::RasterBuffer<float> value(1, 1);
            pet->read({column, row, 1, 1}, value.view());
            const auto place = run.explain(grid.centreOf({row, column}), core::Progress());
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
    expectSameAsFile(explained(), record_.parent_path() / "pet.tif", 60);
}

TEST_F(ExplainService, LeavesNothingBehind) {
    runHeat();
    // A place of its own: other tests explain too, at the same time.
    const fs::path temporary = record_.parent_path() / "temporary";
    fs::create_directory(temporary);
    const char* variable = fs::path::preferred_separator == '/' ? "TMPDIR" : "TMP";
    const QByteArray before = qgetenv(variable);
    qputenv(variable, QByteArray::fromStdString(gis::utf8(temporary)));
    ASSERT_EQ(fs::temp_directory_path(), temporary);
    EXPECT_EQ(codeAt(explained(), kPlace), "none");
    before.isEmpty() ? qunsetenv(variable) : qputenv(variable, before);
    EXPECT_TRUE(fs::is_empty(temporary));
}

TEST_F(ExplainService, StopsWhenItIsTold) {
    runHeat();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(explained().explain(kPlace, core::Progress(stop.get_token(), {})),
                 core::Cancelled);
}

TEST_F(ExplainService, SaysWhatIsNotAsItWas) {
    runHeat();
    const fs::path green = town_ / "in" / "bgt" / "bgt_begroeidterreindeel.gpkg";
    ASSERT_TRUE(fs::exists(green));
    fs::rename(green, town_ / "elsewhere.gpkg");
    EXPECT_EQ(codeAt(explained(), kPlace), "file-missing");
    std::ofstream(green) << "something else";
    EXPECT_EQ(codeAt(explained(), kPlace), "file-not-as-recorded");
    EXPECT_EQ(codeAt(explained(), {0.0, 0.0}), "file-not-as-recorded");
    fs::remove(record_);
    EXPECT_EQ(codeAt(explained(), kPlace), "file-missing");
}

TEST_F(ExplainService, KeepsWhatItHasSeenForTheNextPlace) {
    runHeat();
    ExplainedRun run(town_.environment(), record_);
    const core::Point next{kPlace.x + 7.0, kPlace.y - 4.0};
    std::atomic<int> looks = 0;
    const auto looksFor = [&](core::Point place) {
        looks = 0;
        const auto explanation =
            run.explain(place, core::Progress({}, [&looks](double, const std::string& step) {
                            looks += step == "horizon" ? 1 : 0;
                        }));
        EXPECT_EQ(explanation->value, explained().explain(place, core::Progress())->value);
        return looks.load();
    };
    EXPECT_GT(looksFor(kPlace), 0);
    EXPECT_EQ(looksFor(next), 0);
}

TEST_F(ExplainService, SaysWhatChangedSinceTheLastPlace) {
    runHeat();
    ExplainedRun run(town_.environment(), record_);
    EXPECT_EQ(codeOf(run, kPlace), "none");
    const fs::path green = town_ / "in" / "bgt" / "bgt_begroeidterreindeel.gpkg";
    fs::rename(green, town_ / "elsewhere.gpkg");
    EXPECT_EQ(codeOf(run, kPlace), "file-missing");
    std::ofstream(green) << "something else";
    EXPECT_EQ(codeOf(run, kPlace), "file-not-as-recorded");
    fs::remove(green);
    fs::rename(town_ / "elsewhere.gpkg", green);
    EXPECT_EQ(codeOf(run, kPlace), "none");
}

TEST_F(ExplainService, FollowsARunThatTakesThePlaceOfTheOneBefore) {
    runHeat();
    ExplainedRun run(town_.environment(), record_);
    const auto before = run.explain(kPlace, core::Progress());
    fs::remove_all(record_.parent_path());
    town_.run("heat-stress", "out", {""}, {{"hours", std::vector<double>{14.0}}});
    const auto after = run.explain(kPlace, core::Progress());
    EXPECT_EQ(before->moments.size(), 7U);
    EXPECT_EQ(after->moments.size(), 1U);
    EXPECT_NE(before->value, after->value);
}

TEST_F(ExplainService, HasNothingToSayOfAnalysesThatDoNotExplain) {
    record_ =
        town_.run("zonal-statistics", "out", {"zones=cbs/buurten.gpkg", "values=ahn/R_41AZ1.tif"});
    EXPECT_FALSE(explained().explain(kPlace, core::Progress()).has_value());
}

}  // namespace
}  // namespace lommer::app
