// A page of a result, made without a display.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace lommer::test {
namespace {

class ExportMap : public Scene {
protected:
    std::vector<std::string> exported(const std::string& name) const {
        return {"export-map", (out() / "run.json").string(), "--output", (root() / name).string()};
    }
    void computeStatistics() {
        expectDone(statistics(writeAreas("areas.gpkg"), writeHeights("heights.tif")), "");
    }
};

TEST_F(ExportMap, MakesPdfPngAndSvgOfATable) {
    computeStatistics();
    for (const auto& [name, start] :
         {std::pair{"map.pdf", "%PDF-1."}, {"map.png", "\x89PNG"}, {"map.svg", "<?xml"}}) {
        const Ending ending = run(exported(name));
        EXPECT_EQ(ending.code, 0) << ending.err;
        EXPECT_EQ(ending.err, "");
        const std::string bytes = textOf(root() / name);
        EXPECT_TRUE(bytes.starts_with(start)) << name;
        EXPECT_GT(bytes.size(), 4000U) << name;
    }
    // The words of the page are words in SVG: source, limits and the date of the run.
    const std::string svg = textOf(root() / "map.svg");
    EXPECT_NE(svg.find("heights"), std::string::npos);
    EXPECT_NE(svg.find("Bron: "), std::string::npos);
    EXPECT_NE(svg.find("Gemiddelde"), std::string::npos);
}

TEST_F(ExportMap, MakesTheSamePageOfTheSameResult) {
    computeStatistics();
    EXPECT_EQ(run(exported("one.png")).code, 0);
    EXPECT_EQ(run(exported("two.png")).code, 0);
    EXPECT_TRUE(textOf(root() / "one.png") == textOf(root() / "two.png"));
    auto english = exported("english.svg");
    english.insert(english.end(), {"--language", "en", "--template", "landscape"});
    EXPECT_EQ(run(english).code, 0);
    EXPECT_NE(textOf(root() / "english.svg").find("Source: "), std::string::npos);
}

TEST_F(ExportMap, DatesThePageByTheDutchClock) {
    computeStatistics();
    auto record = nlohmann::ordered_json::parse(textOf(out() / "run.json"));
    record["startedAt"] = "2026-06-30T22:30:00.000Z";
    std::ofstream(out() / "run.json") << record;
    EXPECT_EQ(run(exported("map.svg")).code, 0);
    EXPECT_NE(textOf(root() / "map.svg").find("1 juli 2026"), std::string::npos);
}

TEST_F(ExportMap, MakesAPageOfCells) {
    expectDone({"run", "raster-calculator", "--input", "a=" + writeHeights("heights.tif").string(),
                "--set", "formula=a * 2", "--output", out().string()},
               "");
    const Ending ending = run(exported("map.svg"));
    EXPECT_EQ(ending.code, 0) << ending.err;
    EXPECT_NE(textOf(root() / "map.svg").find("data:image/png"), std::string::npos);
}

// The maps that are compared were made of one file: that is the source, not the maps.
TEST_F(ExportMap, NamesTheDataBelowAResult) {
    const std::string heights = writeHeights("heights.tif").string();
    std::vector<std::string> difference{"run", "difference", "--output", out().string()};
    for (const auto& [role, formula] : {std::pair{"later", "a * 2"}, {"earlier", "a + 1"}}) {
        const auto folder = root() / role;
        expectDone({"run", "raster-calculator", "--input", "a=" + heights, "--set",
                    std::string("formula=") + formula, "--output", folder.string()},
                   "");
        difference.insert(difference.end(),
                          {"--input", std::string(role) + '=' + (folder / "result.tif").string()});
    }
    expectDone(difference, "");
    std::filesystem::remove_all(root() / "later");  // the record knows it
    auto arguments = exported("page.svg");
    arguments.insert(arguments.end(), {"--template", "council"});
    const Ending ending = run(arguments);
    EXPECT_EQ(ending.code, 0) << ending.err;
    const std::string page = textOf(root() / "page.svg");
    EXPECT_NE(page.find("Bron: heights."), std::string::npos);
    EXPECT_NE(page.find("Gemiddeld is de waarde"), std::string::npos);
}

TEST_F(ExportMap, RefusesWhatItCannotDo) {
    computeStatistics();
    const auto expectRefusal = [&](std::vector<std::string> arguments, int exitCode,
                                   const std::string& code) {
        const Ending ending = run(arguments);
        EXPECT_EQ(ending.code, exitCode);
        EXPECT_TRUE(ending.err.starts_with(code + ": ")) << ending.err;
        EXPECT_EQ(std::count(ending.err.begin(), ending.err.end(), '\n'), 1) << ending.err;
        EXPECT_FALSE(std::filesystem::exists(arguments[3]));
    };
    expectRefusal(exported("map.bmp"), 2, "value-unknown");
    expectRefusal(exported("no such folder/map.pdf"), 1, "file-missing");
    auto arguments = exported("map.pdf");
    arguments.insert(arguments.end(), {"--layer", "no-such"});
    expectRefusal(arguments, 1, "layer-unknown");
    arguments = exported("map.pdf");
    arguments.insert(arguments.end(), {"--template", "no-such"});
    expectRefusal(arguments, 2, "value-unknown");
    arguments = exported("map.pdf");
    arguments[1] = in("heights.tif").string();
    expectRefusal(arguments, 1, "record-invalid");
    // What is on the page must be what the run made.
    std::ofstream(out() / "zones.gpkg", std::ios::app) << "more";
    expectRefusal(exported("map.pdf"), 1, "file-not-as-recorded");
}

}  // namespace
}  // namespace lommer::test
