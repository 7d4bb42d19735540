#include "tests/cli/scene.h"

#include "tests/gis/vector_io/folder_state.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace lommer::test {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Scene::Scene() {
    fs::create_directories(folder_.path() / "in");
    fs::create_directories(cache());
}

fs::path Scene::writeHeights(const std::string& name, RasterSpecification change) {
    const bool isAsMade = change.columns == RasterSpecification{}.columns;
    if (isAsMade) {
        change.columns = 200;
        change.rows = 200;
    }
    if (change.geotransform == RasterSpecification{}.geotransform) {
        change.geotransform = {200'000.0, 1.0, 0.0, 450'200.0, 0.0, -1.0};
    }
    return writeRaster(in(name), change, [](int row, int column) {
        return 5.0 + 5.0 * std::sin(0.1 * row) * std::cos(0.07 * column);
    });
}

fs::path Scene::writeAreas(const std::string& name, LayerSpecification change) {
    if (change.geometries.empty()) {
        change.geometries = {
            "POLYGON ((200010 450010, 200110 450010, 200110 450110, 200010 450110, 200010 450010))",
            "POLYGON ((200120 450010, 200170 450010, 200170 450060, 200120 450060, "
            "200120 450010))"};
    }
    EXPECT_TRUE(writeLayer(in(name), change));
    return in(name);
}

std::vector<std::string> Scene::statistics(const fs::path& areas, const fs::path& heights) const {
    return {"run",     "zonal-statistics",           "--input",  "zones=" + areas.string(),
            "--input", "values=" + heights.string(), "--output", out().string()};
}

void Scene::expectNothingLeft() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(out(), ignored)) {
        ADD_FAILURE() << "left behind: " << entry.path();
    }
}

void Scene::expectFailure(const std::vector<std::string>& arguments, int exitCode,
                          const std::string& code) const {
    const auto before = stateOfFolder(root() / "in");
    const Ending ending = run(arguments);
    EXPECT_EQ(ending.code, exitCode) << ending.err;
    EXPECT_TRUE(ending.err.starts_with(code + ": ")) << ending.err;
    EXPECT_EQ(std::count(ending.err.begin(), ending.err.end(), '\n'), 1) << ending.err;
    EXPECT_EQ(ending.err.find('{'), std::string::npos) << "unfilled: " << ending.err;
    EXPECT_EQ(ending.out, "");
    EXPECT_EQ(stateOfFolder(root() / "in"), before) << "the inputs were changed";
    expectNothingLeft();
}

void Scene::expectDone(const std::vector<std::string>& arguments, const std::string& remark) const {
    const auto before = stateOfFolder(root() / "in");
    const Ending ending = run(arguments);
    EXPECT_EQ(ending.code, 0) << ending.err;
    EXPECT_EQ(ending.err, "");
    EXPECT_EQ(stateOfFolder(root() / "in"), before) << "the inputs were changed";
    if (!remark.empty()) {
        EXPECT_NE(record().find('"' + remark + '"'), std::string::npos) << record();
        EXPECT_EQ(ending.out.find(remark), std::string::npos) << "a remark without a sentence";
    }
}

std::string Scene::record() const {
    return textOf(out() / "run.json");
}

std::map<std::string, std::string> Scene::contentHashes(const fs::path& result) const {
    std::map<std::string, std::string> hashes;
    const auto json = nlohmann::json::parse(textOf(result / "run.json"));
    for (const auto& output : json.at("outputs")) {
        hashes[output.at("id")] = output.at("contentHash");
    }
    return hashes;
}

}  // namespace lommer::test
