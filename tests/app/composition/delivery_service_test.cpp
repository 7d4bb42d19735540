// Deliveries as they come in: good, cut short, shuffled, in the wrong encoding, among other files.

#include "app/composition/delivery_service.h"

#include "app/composition/environment.h"
#include "app/composition/missing_data.h"
#include "app/composition/run_service.h"
#include "app/composition/sample_service.h"
#include "app/composition/verify_service.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using core::CheckOutcome;
using testing::Contains;
using testing::ElementsAre;

class DeliveryService : public testing::Test {
protected:
    fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories(folder_.path() / "in");
        fs::path path = folder_.path() / "in" / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static Delivery look(const fs::path& path) {
        return recognised(path, {.today = "2026-06-01"}, core::Progress());
    }
    /// The first finding of a rule that was not kept.
    static core::CheckFinding findingOf(const RecognisedLayer& layer, const std::string& rule) {
        for (const core::CheckFinding& finding : layer.check->findings) {
            if (finding.rule == rule && finding.rows > 0) {
                return finding;
            }
        }
        ADD_FAILURE() << "kept: " << rule;
        return {};
    }
    static std::vector<std::string> brokenRulesOf(const RecognisedLayer& layer) {
        std::vector<std::string> rules;
        for (const core::CheckFinding& finding : layer.check->findings) {
            if (finding.outcome != CheckOutcome::passed) {
                rules.push_back(finding.rule);
            }
        }
        return rules;
    }
    static std::vector<std::string> codesOf(const std::vector<core::Remark>& remarks) {
        std::vector<std::string> codes;
        for (const core::Remark& remark : remarks) {
            codes.push_back(remark.code);
        }
        return codes;
    }

    test::TemporaryFolder folder_;
    Environment environment_{Environment::Options{.cacheFolder = folder_.path() / "cache"}};
};

TEST_F(DeliveryService, NamesWhatIsWrongWithATableOfFigures) {
    const auto path = write("cijfers.csv",
                            "kvknummer;buurtcode;naam;dichtheid;percentage_koop\n"
                            "1;2220101;Caf\u00C3\u00A9wijk;12,5;50\n"
                            "2;2220102;de Hoven;3,5;-99997\n"
                            "3;2220103;Sch\u00F6neveld ;3,5;140\n");
    const Delivery delivery = look(path);
    ASSERT_EQ(delivery.layers.size(), 1U);
    const RecognisedLayer& layer = delivery.layers.front();
    EXPECT_EQ(findingOf(layer, "zeros-lost").rows, 3);
    EXPECT_EQ(findingOf(layer, "encoding-right").examples, std::vector<std::int64_t>{0});
    EXPECT_EQ(findingOf(layer, "no-sentinels").examples, std::vector<std::int64_t>{1});
    EXPECT_EQ(findingOf(layer, "value-in-range").examples, std::vector<std::int64_t>{2});
    EXPECT_EQ(layer.check->outcome(), CheckOutcome::failed);
    EXPECT_EQ(layer.check->repairs().size(), 3U);
}

TEST_F(DeliveryService, LooksUpCodesInTheAreasOfTheSameDelivery) {
    write("buurten.geojson", R"({"type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
        "features": [{"type": "Feature", "properties": {"buurtcode": "BU02220101",
        "buurtnaam": "Centrum", "gemeentecode": "GM0222"}, "geometry": {"type": "Polygon",
        "coordinates": [[[217000,442000],[217100,442000],[217100,442100],[217000,442000]]]}}]})");
    write("aantallen.csv", "buurtcode;aantal\nBU02220101;5\nBU02220199;7\n");
    const Delivery delivery = look(folder_.path() / "in");
    ASSERT_EQ(delivery.layers.size(), 2U);
    EXPECT_EQ(delivery.layers[1].description.subject, "neighbourhoods");
    EXPECT_EQ(findingOf(delivery.layers[0], "code-of-year").examples, std::vector<std::int64_t>{1});
}

TEST_F(DeliveryService, CutShortEndsInACheckThatFailed) {
    writeSample(
        {.folder = folder_.path() / "sample", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
        core::Progress());
    const fs::path areas = folder_.path() / "sample" / "cbs" / "buurten.gpkg";
    const std::string whole = gis::readTextFile(areas);
    for (const double share : {0.02, 0.3, 0.7}) {
        const auto path = write(
            "cut.gpkg",
            whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size()))));
        const Delivery delivery = look(path);
        ASSERT_FALSE(delivery.layers.empty()) << share;
        EXPECT_EQ(delivery.layers.front().check->outcome(), CheckOutcome::failed) << share;
        EXPECT_THAT(brokenRulesOf(delivery.layers.front()),
                    testing::AnyOf(Contains("file-complete"), Contains("file-readable")))
            << share;
    }
}

TEST_F(DeliveryService, AZipThatIsCutShortEndsInACheckThatFailed) {
    const Delivery delivery = look(write("half.zip", "PK\x03\x04 and then nothing"));
    ASSERT_EQ(delivery.layers.size(), 1U);
    EXPECT_THAT(brokenRulesOf(delivery.layers.front()), ElementsAre("file-complete"));
}

TEST_F(DeliveryService, ShuffledColumnsAndRowsOfOtherLengthsAreNamed) {
    // A separator inside a text moves the cells behind it; two columns changed places.
    const auto path = write("adressen.csv",
                            "gemeentecode;percentage_huur;bouwjaar;naam\n"
                            "0222;40;1950;Markt; hoek\n"
                            "0222;1980;50;Plein\n"
                            "0222;45;1960;Brink\n");
    const RecognisedLayer layer = look(path).layers.front();
    EXPECT_EQ(findingOf(layer, "row-complete").rows, 1);
    EXPECT_EQ(findingOf(layer, "value-in-range").examples, std::vector<std::int64_t>{1});
}

TEST_F(DeliveryService, InTheWrongEncodingIsReadOrNamed) {
    // Windows-1252 is read as such; what was spoilt before cannot be known any more.
    const auto good = look(write("latijn.csv", "naam;n\nCaf\xE9;1\n")).layers.front();
    EXPECT_EQ(good.check->outcome(), CheckOutcome::passed);
    const auto lost = look(write("kwijt.csv", "naam;n\nCaf\uFFFD;1\n")).layers.front();
    EXPECT_EQ(findingOf(lost, "characters-whole").rows, 1);
    EXPECT_TRUE(lost.check->repairs().empty());
}

TEST_F(DeliveryService, WithoutACoordinateSystemFailsOnThatRule) {
    const auto layer =
        look(write("punten.csv", "naam;wkt\nhier;POINT (900000 900000)\n")).layers.front();
    EXPECT_THAT(brokenRulesOf(layer), ElementsAre("crs-stated"));
}

TEST_F(DeliveryService, PassesOverWhatIsNoDataAndNamesWhatCannotBeUsed) {
    write("aantallen.csv", "gemeentecode;aantal\n0222;5\n0197;7\n");
    write("toelichting.pdf", "%PDF-1.4 ...");
    write("Thumbs.db", "\xD0\xCF\x11\xE0 thumbnails");
    write(".DS_Store", "Bud1");
    write("kaart.tif.aux.xml", "<PAMDataset/>");
    write("bgt.zip.crdownload", "PK\x03\x04 half");
    write("half.zip", "PK\x03\x04 half");
    write("dsm.tif", "II*");
    write("wolk.laz", "LASF");
    const Delivery delivery = look(folder_.path() / "in");
    ASSERT_EQ(delivery.layers.size(), 1U);
    EXPECT_EQ(delivery.layers.front().description.name, "aantallen");
    EXPECT_EQ(delivery.layers.front().description.table.rowCount, 2);
    EXPECT_EQ(delivery.layers.front().check->outcome(), CheckOutcome::passed);
    EXPECT_THAT(codesOf(delivery.remarks),
                ElementsAre("left-out-format", "left-out-incomplete", "left-out-unreadable"));
}

TEST_F(DeliveryService, StopsWhileItChecksAndSaysHowFarItIs) {
    const auto path = write("aantallen.csv", "gemeentecode;aantal\n0222;5\n");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(recognised(path, {}, core::Progress(stop.get_token(), {})), core::Cancelled);
    std::vector<std::string> steps;
    recognised(path, {}, core::Progress({}, [&steps](double, const std::string& step) {
                   steps.push_back(step);
               }));
    EXPECT_THAT(steps, Contains("check"));
}

TEST_F(DeliveryService, RepairsAreDoneRecordedAndFoundAgainByVerify) {
    const auto path = write("punten.csv",
                            "naam;wkt\n\" Caf\u00C3\u00A9\";POINT (200001 450001)\n"
                            "\" Caf\u00C3\u00A9\";POINT (200001 450001)\n");
    const std::string before = gis::readTextFile(path);
    RunOrder order{.analysis = "buffer",
                   .inputs = {{"features", {{path}}}},
                   .parameters = {{"distance", 5.0}},
                   .output = folder_.path() / "out"};
    order.inputs[0].location.repairs = proposedRepairs(order.inputs[0].location, {});
    EXPECT_EQ(order.inputs[0].location.repairs.size(), 3U);
    const core::RunRecord record = run(environment_, order, core::Progress());
    EXPECT_EQ(record.inputs[0].repairs, order.inputs[0].location.repairs);
    EXPECT_THAT(codesOf(record.remarks), Contains("repaired-duplicate-rows"));
    EXPECT_EQ(gis::readTextFile(path), before);
    const core::RunRecord read =
        core::recordFromText(gis::readTextFile(folder_.path() / "out" / "run.json"));
    EXPECT_EQ(read.inputs[0].repairs, record.inputs[0].repairs);
    for (const VerifiedOutput& output :
         verify(environment_, folder_.path() / "out" / "run.json", core::Progress())) {
        EXPECT_EQ(output.likeness, core::Likeness::identical) << output.reason;
    }
}

TEST_F(DeliveryService, SaysWhatAnAnalysisMisses) {
    const auto& analysis = environment_.catalogue().get("sky-view-factor").declaration();
    const auto missing = missingData(analysis, {});
    ASSERT_EQ(missing.size(), analysis.roles.size());
    EXPECT_EQ(missing.front().subjects.front(), "surface-height");
    gis::LayerDescription heights;
    heights.kind = core::DataKind::raster;
    heights.subject = "surface-height";
    EXPECT_EQ(missingData(analysis, {heights}).size(), missing.size() - 1);
}

}  // namespace
}  // namespace lommer::app
