// A variant on the command line: a file of measures beside the data.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace lommer::test {
namespace {

class Variant : public Scene {
protected:
    /// `run raster-calculator` with "a" into `out()`, and the cells that come out.
    std::vector<float> cellsWith(const std::vector<std::string>& more) {
        std::vector<std::string> arguments{
            "run",        "raster-calculator", "--input",  "a=" + heights_.string(),
            "--set",      "formula=a",         "--output", out().string(),
            "--overwrite"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        expectDone(arguments, "");
        const auto file = GDALDatasetUniquePtr(
            GDALDataset::Open((out() / "result.tif").string().c_str(), GDAL_OF_RASTER));
        std::vector<float> cells(200 * 200);
        EXPECT_EQ(file->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 200, 200, cells.data(), 200, 200,
                                                   GDT_Float32, 0, 0, nullptr),
                  CE_None);
        return cells;
    }
    std::string writeScenario(const std::string& role) {
        const auto path = root() / "variant.json";
        std::ofstream(path) << R"({"format": "lommer-scenario", "formatVersion": 1,
            "name": "square", "edits": [{"edit": "set-value", "role": ")" +
                                   role + R"(",
            "value": 12.5, "polygon": [[200050, 450050], [200060, 450050], [200060, 450060],
            [200050, 450060]]}]})";
        return path.string();
    }

    std::filesystem::path heights_ = writeHeights("heights.tif");
};

TEST_F(Variant, ChangesTheCellsOfItsMeasuresAndNoOthers) {
    const auto before = cellsWith({});
    const auto after = cellsWith({"--scenario", writeScenario("a")});
    int changed = 0;
    for (std::size_t index = 0; index < before.size(); ++index) {
        const auto row = index / 200;
        const auto column = index % 200;
        // The square has its south-west corner 50 m from that of the raster of 200 m.
        const bool isInSquare = column >= 50 && column < 60 && row >= 140 && row < 150;
        EXPECT_EQ(after[index], isInSquare ? 12.5F : before[index]) << row << ' ' << column;
        changed += isInSquare ? 1 : 0;
    }
    EXPECT_EQ(changed, 100);
}

TEST_F(Variant, StandsInTheRecordAndIsVerifiedWithIt) {
    const std::string scenario = writeScenario("a");
    cellsWith({"--scenario", scenario});
    EXPECT_NE(record().find("variant.json"), std::string::npos) << record();
    const std::vector<std::string> verify{"verify", (out() / "run.json").string()};
    EXPECT_EQ(run(verify).code, 0);
    std::ofstream(scenario, std::ios::app) << ' ';
    EXPECT_EQ(run(verify).code, 1);
}

TEST_F(Variant, ThatCannotBeUsedIsRefused) {
    const auto with = [&](const std::string& scenario) {
        return std::vector<std::string>{
            "run",      "raster-calculator", "--input",    "a=" + heights_.string(),
            "--set",    "formula=a",         "--scenario", scenario,
            "--output", out().string()};
    };
    expectFailure(with(writeScenario("no-such-role")), 1, "scenario-invalid");
    std::ofstream(root() / "broken.json") << "{";
    expectFailure(with((root() / "broken.json").string()), 1, "scenario-invalid");
    expectFailure(with((root() / "gone.json").string()), 1, "file-missing");
}

}  // namespace
}  // namespace lommer::test
