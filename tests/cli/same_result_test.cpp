// The same content however a run is done; `verify` sees what is the same and what is not.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace lommer::test {
namespace {

namespace fs = std::filesystem;

class SameResult : public Scene {
protected:
    std::vector<std::string> calculation() const {
        return {"run",      "raster-calculator",
                "--input",  "a=" + heights_.string(),
                "--set",    "formula=sqrt(a) * 1.7 - a / 3",
                "--output", out().string()};
    }
    std::string verdict() const {
        const Ending ending = run({"verify", (out() / "run.json").string(), "--json"});
        const auto json = nlohmann::json::parse(ending.out);
        const std::string word = json.at(0).at("verdict");
        EXPECT_EQ(ending.code, word == "identical" || word == "within tolerance" ? 0 : 1);
        return word;
    }
    fs::path heights_ =
        writeHeights("heights.tif", {.columns = 1500,
                                     .rows = 1300,
                                     .geotransform = {200'000.0, 0.5, 0.0, 450'650.0, 0.0, -0.5}});
    fs::path areas_ = writeAreas("areas.gpkg");
};

TEST_F(SameResult, ComesWithAnyTilesThreadsAndMemory) {
    for (auto arguments : {calculation(), statistics(areas_, heights_)}) {
        expectDone(arguments, "");
        const auto hashes = contentHashes(out());
        EXPECT_FALSE(hashes.empty());
        arguments.push_back("--overwrite");
        for (const std::vector<std::string>& options :
             {std::vector<std::string>{"--threads", "1", "--tile-size", "256"},
              {"--threads", "2", "--tile-size", "1024"},
              {"--threads", "5", "--tile-size", "4096"},
              {"--memory", "1G"}}) {
            auto changed = arguments;
            changed.insert(changed.end(), options.begin(), options.end());
            expectDone(changed, "");
            EXPECT_EQ(contentHashes(out()), hashes) << options[1];
            EXPECT_EQ(verdict(), "identical");
        }
        fs::remove_all(out());
    }
}

TEST_F(SameResult, StandsInTheSameFileBytes) {
    expectDone(calculation(), "");
    const std::string first = textOf(out() / "result.tif");
    auto again = calculation();
    again.insert(again.end(), {"--overwrite", "--threads", "1", "--tile-size", "256"});
    expectDone(again, "");
    EXPECT_TRUE(textOf(out() / "result.tif") == first);
}

TEST_F(SameResult, IsThatOfTheWholeInARegion) {
    expectDone(calculation(), "");
    const auto whole = GDALDatasetUniquePtr(
        GDALDataset::Open((out() / "result.tif").string().c_str(), GDAL_OF_RASTER));
    auto arguments = calculation();
    arguments.back() = (root() / "part").string();
    arguments.insert(arguments.end(), {"--region", "200100,450100,200300,450250"});
    expectDone(arguments, "");
    const auto part = GDALDatasetUniquePtr(
        GDALDataset::Open((root() / "part" / "result.tif").string().c_str(), GDAL_OF_RASTER));
    ASSERT_EQ(part->GetRasterXSize(), 400);
    ASSERT_EQ(part->GetRasterYSize(), 300);
    std::vector<float> inside(400 * 300);
    std::vector<float> all(400 * 300);
    ASSERT_EQ(part->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 400, 300, inside.data(), 400, 300,
                                               GDT_Float32, 0, 0, nullptr),
              CE_None);
    ASSERT_EQ(whole->GetRasterBand(1)->RasterIO(GF_Read, 200, 800, 400, 300, all.data(), 400, 300,
                                                GDT_Float32, 0, 0, nullptr),
              CE_None);
    EXPECT_EQ(inside, all);
}

TEST_F(SameResult, OutsideTheDataIsAnError) {
    auto arguments = calculation();
    arguments.insert(arguments.end(), {"--region", "1000,1000,2000,2000"});
    expectFailure(arguments, 1, "no-overlap");
}

TEST_F(SameResult, IsNotWhatVerifySaysAfterAChange) {
    expectDone(calculation(), "");
    EXPECT_EQ(verdict(), "identical");
    fs::copy_file(heights_, root() / "kept.tif");
    writeHeights("heights.tif", {.columns = 1500,
                                 .rows = 1300,
                                 .geotransform = {200'001.0, 0.5, 0.0, 450'650.0, 0.0, -0.5}});
    EXPECT_EQ(verdict(), "cannot run");
    fs::remove(heights_);
    EXPECT_EQ(verdict(), "cannot run");
    fs::copy_file(root() / "kept.tif", heights_);
    EXPECT_EQ(verdict(), "identical");
    fs::resize_file(out() / "result.tif", 100);
    EXPECT_EQ(verdict(), "different");
}

TEST_F(SameResult, NamesAResultThatItWasMadeFrom) {
    expectDone(calculation(), "");
    const fs::path first = root() / "first";
    fs::rename(out(), first);
    expectDone(statistics(areas_, first / "result.tif"), "");
    const auto json = nlohmann::json::parse(record());
    bool isNamed = false;
    for (const auto& input : json.at("inputs")) {
        isNamed = isNamed || (input.contains("result") && input["result"]["output"] == "result");
    }
    EXPECT_TRUE(isNamed) << record();
}

TEST_F(SameResult, LeavesTheHouseWithoutPaths) {
    auto arguments = calculation();
    arguments.insert(arguments.end(), {"--profile", "openbaar"});
    expectDone(arguments, "");
    EXPECT_EQ(record().find(root().string()), std::string::npos) << record();
}

TEST_F(SameResult, OfTheSampleDependsOnItsSeedAlone) {
    const auto sample = [&](const std::string& name, const std::string& seed) {
        const fs::path folder = root() / name;
        const Ending ending =
            run({"sample", folder.string(), "--area", "0.05", "--cell", "1", "--seed", seed});
        EXPECT_EQ(ending.code, 0) << ending.err;
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                files[entry.path().filename().string()] = textOf(entry.path());
            }
        }
        return files;
    };
    const auto first = sample("one", "7");
    EXPECT_GE(first.size(), 15U);
    EXPECT_TRUE(first == sample("two", "7"));
    EXPECT_FALSE(first == sample("three", "8"));
    EXPECT_EQ(run({"sample", (root() / "one").string()}).code, 1);
}

TEST_F(SameResult, IsNotAskedOfARecipeOrARecordWithoutFiles) {
    expectDone(calculation(), "");
    const fs::path file = out() / "run.json";
    const auto record = nlohmann::ordered_json::parse(textOf(file));
    auto withoutOutputs = record;
    withoutOutputs.erase("outputs");
    auto withoutFiles = record;
    withoutFiles["inputs"][0].erase("members");
    withoutFiles["inputs"][0].erase("paths");
    for (const auto& json : {withoutOutputs, withoutFiles}) {
        std::ofstream(file) << json;
        const Ending ending = run({"verify", file.string()});
        EXPECT_EQ(ending.code, 1);
        EXPECT_TRUE(ending.err.starts_with("record-invalid: ")) << ending.err;
    }
}

TEST_F(SameResult, IsNotAskedOfOtherData) {
    expectDone(calculation(), "");
    fs::resize_file(heights_, fs::file_size(heights_) + 1);
    const Ending ending = run({"verify", (out() / "run.json").string()});
    EXPECT_EQ(ending.code, 1);
    EXPECT_NE(ending.out.find("anders dan bij de berekening"), std::string::npos) << ending.out;
}

}  // namespace
}  // namespace lommer::test
