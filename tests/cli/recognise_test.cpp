// What `recognise` and binding make of files, folders, zips and tiles.

#include "tests/cli/scene.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace lommer::test {
namespace {

using testing::ElementsAre;

class Recognise : public Scene {
protected:
    nlohmann::json recognised(const std::filesystem::path& path) const {
        const Ending ending = run({"recognise", path.string(), "--json"});
        EXPECT_EQ(ending.code, 0) << ending.err;
        return nlohmann::json::parse(ending.out);
    }
    static std::vector<std::string> namesOf(const nlohmann::json& found) {
        std::vector<std::string> names;
        for (const auto& layer : found.at("layers")) {
            names.push_back(layer.at("name"));
        }
        return names;
    }
    static std::vector<std::string> remarksOf(const nlohmann::json& found) {
        std::vector<std::string> codes;
        for (const auto& remark : found.at("remarks")) {
            codes.push_back(remark.at("code"));
            EXPECT_NE(remark.at("text"), remark.at("code")) << "a remark without a sentence";
        }
        return codes;
    }
    std::filesystem::path writeTile(const std::string& name, double left) {
        return writeHeights(
            name,
            {.columns = 100, .rows = 200, .geotransform = {left, 1.0, 0.0, 450'200.0, 0.0, -1.0}});
    }
};

TEST_F(Recognise, FindsTheLayersOfAFolderAndPassesOverTheRest) {
    writeAreas("areas.gpkg");
    writeHeights("heights.tif");
    std::ofstream(in("notes.txt")) << "not data";
    std::ofstream(in("settings.json")) << "{}";
    std::filesystem::create_directories(in(".partial-abc"));
    writeHeights(".partial-abc/heights.tif");
    const auto found = recognised(in(""));
    EXPECT_THAT(namesOf(found), ElementsAre("laag", "heights"));
    EXPECT_TRUE(remarksOf(found).empty());
    EXPECT_EQ(found["layers"][0]["geometryKinds"], nlohmann::json({"polygon"}));
    EXPECT_EQ(found["layers"][0]["rows"], 2);
    EXPECT_EQ(found["layers"][1]["cellSize"], 1.0);
    EXPECT_EQ(found["layers"][1]["columns"], 200);
}

TEST_F(Recognise, ProposesColumnsAndTakesWhatIsRemembered) {
    std::ofstream(in("lijst.csv")) << "BOOMNR;LATIJNSE_NAAM;HOOGTE_M;X;Y\n"
                                      "1;Quercus;12,5;200000;450000\n";
    auto found = recognised(in("lijst.csv"))["layers"][0];
    EXPECT_EQ(found["subject"], "");
    EXPECT_EQ(found["proposal"]["subject"], "tree-points");
    EXPECT_EQ(found["proposal"]["columns"][0],
              (nlohmann::json{{"to", "hoogte"}, {"from", "HOOGTE_M"}, {"score", 0.95}}));
    const auto columns = cache() / "settings/lommer/columns";
    std::filesystem::create_directories(columns);
    std::ofstream(columns / "a.json")
        << R"({"version":1,"subject":"tree-points","columns":{"soort":"latijnsenaam"},)"
        << R"("delivery":["boomnr","hoogtem","latijnsenaam","x","y"]})";
    std::ofstream(columns / "b.json") << "{broken";
    const auto all = recognised(in("lijst.csv"));
    EXPECT_EQ(all["layers"][0]["subject"], "tree-points");
    EXPECT_FALSE(all["layers"][0].contains("proposal"));
    EXPECT_THAT(remarksOf(all), ElementsAre("mapping-unreadable"));
}

TEST_F(Recognise, SaysWhatOfAFolderCannotBeUsed) {
    writeHeights("good.tif");
    cutShort(writeHeights("cut.tif"), 0.5);
    writeHeights("nowhere.tif", {.crs = ""});
    std::ofstream(in("text.tif")) << "text";
    std::ofstream(in("cloud.laz")) << "LASF";
    const auto found = recognised(in(""));
    EXPECT_THAT(namesOf(found), ElementsAre("good"));
    EXPECT_THAT(remarksOf(found), ElementsAre("left-out-format", "left-out-incomplete",
                                              "left-out-unreadable", "left-out-without-crs"));
}

TEST_F(Recognise, PutsTilesTogetherButNotDifferentThings) {
    writeTile("dsm_25gn1.tif", 200'000.0);
    writeTile("dsm_25gn2.tif", 200'100.0);
    writeTile("dtm_25gn1.tif", 200'000.0);
    writeTile("dtm_25gn2.tif", 200'100.0);
    writeTile("dsm_other.tif", 200'000.5);
    const auto found = recognised(in(""));
    ASSERT_THAT(namesOf(found), ElementsAre("dsm", "dsm_other", "dtm"));
    EXPECT_EQ(found["layers"][0]["columns"], 200);
    EXPECT_EQ(found["layers"][0]["files"].size(), 2U);
}

TEST_F(Recognise, KeepsYearsOfTheSamePlaceApart) {
    writeTile("green_2023.tif", 200'000.0);
    writeTile("green_2024.tif", 200'000.0);
    EXPECT_THAT(namesOf(recognised(in(""))), ElementsAre("green_2023", "green_2024"));
}

TEST_F(Recognise, DoesNotLookDeeperThanFourLevels) {
    std::filesystem::create_directories(in("2/3/4/5"));
    writeHeights("2/3/4/near.tif");
    writeHeights("2/3/4/5/deep.tif");
    EXPECT_THAT(namesOf(recognised(in(""))), ElementsAre("near"));
}

TEST_F(Recognise, ReadsAZipWithoutUnpackingIt) {
    writeHeights("heights.tif");
    writeAreas("areas.gpkg");
    const std::string zip = in("delivery.zip").string();
    const std::string inside = "/vsizip/{" + zip + "}/data/";
    for (const char* name : {"heights.tif", "areas.gpkg"}) {
        ASSERT_EQ(CPLCopyFile((inside + name).c_str(), in(name).string().c_str()), 0);
        std::filesystem::remove(in(name));
    }
    EXPECT_THAT(namesOf(recognised(zip)), ElementsAre("laag", "heights"));
    auto arguments = statistics(zip, zip);
    expectDone(arguments, "");
    EXPECT_EQ(run({"verify", (out() / "run.json").string()}).code, 0);
}

TEST_F(Recognise, BindsAFolderOfTilesAndAFileWithoutNamingRoles) {
    std::filesystem::create_directories(in("tiles"));
    writeTile("tiles/dsm_1.tif", 200'000.0);
    writeTile("tiles/dsm_2.tif", 200'100.0);
    const auto areas = writeAreas("areas.gpkg");
    expectDone({"run", "zonal-statistics", "--input", in("tiles").string(), "--input",
                areas.string(), "--output", out().string()},
               "");
    const auto tiled = contentHashes(out());
    std::filesystem::remove_all(out());
    expectDone(statistics(areas, in("tiles")), "");
    EXPECT_EQ(contentHashes(out()), tiled);
}

TEST_F(Recognise, AsksWhichWhereSeveralLayersWouldDo) {
    writeHeights("a.tif");
    writeHeights("b.tif");
    writeAreas("areas.gpkg");
    expectFailure(
        {"run", "zonal-statistics", "--input", in("").string(), "--output", out().string()}, 1,
        "layer-ambiguous");
}

TEST_F(Recognise, SaysWhatAnAnalysisMissesAndWhereItIs) {
    writeAreas("areas.gpkg");
    const Ending ending = run({"recognise", in("").string(), "--for", "sky-view-factor", "--json"});
    ASSERT_EQ(ending.code, 0) << ending.err;
    const auto missing = nlohmann::json::parse(ending.out).at("missing");
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0]["subjects"][0], "surface-height");
    EXPECT_NE(missing[0]["source"]["address"], "");
    EXPECT_EQ(run({"recognise", in("").string(), "--for", "magic"}).code, 2);
}

TEST_F(Recognise, WritesTheCheckAsAPage) {
    writeAreas("areas.gpkg");
    const auto report = root() / "keuring.pdf";
    const Ending ending = run({"recognise", in("").string(), "--report", report.string()});
    EXPECT_EQ(ending.code, 0);
    EXPECT_EQ(ending.err, "");
    EXPECT_TRUE(textOf(report).starts_with("%PDF-1."));
    EXPECT_EQ(run({"recognise", in("").string(), "--report", "keuring.docx"}).code, 2);
}

TEST_F(Recognise, EndsInACheckForAFileThatIsCutShort) {
    const auto areas = writeAreas("areas.gpkg");
    cutShort(areas, 0.3);
    const auto found = recognised(areas);
    ASSERT_EQ(found["layers"].size(), 1U);
    EXPECT_EQ(found["layers"][0]["check"]["outcome"], "failed");
    EXPECT_EQ(found["layers"][0]["check"]["rules"][0]["rule"], "file-complete");
    EXPECT_NE(found["layers"][0]["check"]["rules"][0]["advice"], "");
}

TEST_F(Recognise, OfWhatARunRepairsIsInItsRecord) {
    const auto areas = in("gebieden.csv");
    std::ofstream(areas)
        << "naam;wkt\n\" Noord\";\"SRID=28992;POLYGON ((200010 450010, 200110 450010, "
           "200110 450110, 200010 450010))\"\n";
    auto arguments = statistics(areas, writeHeights("heights.tif"));
    expectDone(arguments, "");
    EXPECT_EQ(record().find("\"repairs\""), std::string::npos);
    arguments.insert(arguments.end(), {"--repair", "--overwrite"});
    expectDone(arguments, "repaired-spaces");
    EXPECT_NE(record().find("\"repair\": \"spaces\""), std::string::npos) << record();
    EXPECT_EQ(run({"verify", (out() / "run.json").string()}).code, 0);
}

}  // namespace
}  // namespace lommer::test
