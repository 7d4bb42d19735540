// Every way out of the program against data of persons that were planted, renamed, joined and
// carried through analyses: nothing of them leaves in the profile for everyone, and open data do.

#include "gis/vector_io/table_files.h"
#include "tests/cli/scene.h"

#include <fstream>
#include <functional>
#include <type_traits>

namespace lommer::test {
namespace {

namespace fs = std::filesystem;

// No writer of tables takes rows that have not passed the privacy check.
static_assert(!std::is_invocable_v<decltype(&gis::FileTableSink::append), gis::FileTableSink*,
                                   const core::Table&>);

/// A way out: its name, and what tries it on a result of a run.
struct WayOut {
    std::string name;
    /// True where something came out.
    std::function<bool(const fs::path& folder, const std::string& output)> leaves;
};

class WaysOut : public Scene {
protected:
    WaysOut() {
        areas_ = writeAreas("areas.gpkg");
        write("clienten.csv", "bsn;soort");
        write("hernoemd.csv", "kenmerk;soort");
        std::ofstream(in("banken.csv"))
            << "nummer;soort;x;y\n1;a;200020;450020\n2;b;200030;450030\n";
    }

    void write(const std::string& name, const std::string& head) {
        std::ofstream(in(name)) << head
                                << ";x;y\n111222333;a;200020;450020\n123456782;b;200030;450030\n";
    }

    /// The folder of a run inside the house.
    fs::path inside(const std::string& name, std::vector<std::string> arguments) {
        const fs::path folder = root() / name;
        arguments.insert(arguments.begin(), "run");
        arguments.insert(arguments.end(), {"--output", folder.string()});
        const Ending ending = run(arguments);
        EXPECT_EQ(ending.code, 0) << name << ": " << ending.err;
        return folder;
    }
    fs::path joined(const std::string& name, const fs::path& features, const fs::path& others) {
        return inside(name, {"spatial-join", "--input", "features=" + features.string(), "--input",
                             "join-features=" + others.string()});
    }

    bool isRun(std::vector<std::string> arguments) {
        const fs::path folder = root() / "openbaar";
        arguments.insert(arguments.begin(), "run");
        arguments.insert(arguments.end(),
                         {"--profile", "openbaar", "--output", folder.string(), "--overwrite"});
        const Ending ending = run(arguments);
        EXPECT_TRUE(ending.code == 0 || ending.err.starts_with("privacy-")) << ending.err;
        const bool isThere = fs::exists(folder / "run.json");
        EXPECT_EQ(ending.code == 0, isThere);
        fs::remove_all(folder);
        return isThere;
    }
    bool isDrawn(const fs::path& folder, const std::string& output, const std::string& file) {
        const fs::path target = root() / file;
        const Ending ending = run({"export-map", (folder / "run.json").string(), "--layer", output,
                                   "--output", target.string()});
        EXPECT_TRUE(ending.code == 0 || ending.err.starts_with("privacy-")) << ending.err;
        const bool isThere = fs::exists(target);
        EXPECT_EQ(ending.code == 0, isThere);
        fs::remove(target);
        return isThere;
    }
    /// What a command prints names no number of a person.
    bool isPrinted(const std::vector<std::string>& arguments) {
        const Ending ending = run(arguments);
        EXPECT_EQ(ending.code, 0) << ending.err;
        return (ending.out + ending.err).find("111222333") != std::string::npos;
    }

    /// Ways for files and pictures.
    std::vector<WayOut> filesAndPictures() {
        std::vector<WayOut> ways{{"gpkg", [this](const fs::path& folder, const std::string& id) {
                                      return isRun(
                                          {"spatial-join", "--input",
                                           "features=" + (folder / (id + ".gpkg")).string(),
                                           "--input", "join-features=" + areas_.string()});
                                  }}};
        for (const std::string file : {"kaart.pdf", "kaart.png", "kaart.svg"}) {
            ways.push_back({file, [this, file](const fs::path& folder, const std::string& id) {
                                return isDrawn(folder, id, file);
                            }});
        }
        return ways;
    }
    /// Ways for what is printed.
    std::vector<WayOut> prints() {
        return {{"recognise",
                 [this](const fs::path& folder, const std::string& id) {
                     return isPrinted({"recognise", (folder / (id + ".gpkg")).string()});
                 }},
                {"recognise --json",
                 [this](const fs::path& folder, const std::string& id) {
                     return isPrinted({"recognise", (folder / (id + ".gpkg")).string(), "--json"});
                 }},
                {"verify --json", [this](const fs::path& folder, const std::string& /*id*/) {
                     return isPrinted({"verify", (folder / "run.json").string(), "--json"});
                 }}};
    }
    void expectShut(const fs::path& folder, const std::string& output) {
        for (const auto& ways : {filesAndPictures(), prints()}) {
            for (const WayOut& way : ways) {
                EXPECT_FALSE(way.leaves(folder, output)) << folder.filename() << " by " << way.name;
            }
        }
    }

    fs::path areas_;
};

TEST_F(WaysOut, AreShutForAPlantedColumn) {
    expectShut(joined("geplant", in("clienten.csv"), areas_), "features");
}

TEST_F(WaysOut, AreShutForARenamedColumn) {
    expectShut(joined("hernoemd", in("hernoemd.csv"), areas_), "features");
}

TEST_F(WaysOut, AreShutForAJoinedColumnAndWhatIsMadeOfIt) {
    const fs::path areas = joined("gekoppeld", areas_, in("hernoemd.csv")) / "features.gpkg";
    expectShut(areas.parent_path(), "features");
    expectShut(inside("doorsneden", {"intersect", "--input", "first=" + areas.string(), "--input",
                                     "second=" + areas_.string()}),
               "pieces");
    expectShut(inside("cijfers", {"zonal-statistics", "--input", "zones=" + areas.string(),
                                  "--input", "values=" + writeHeights("hoogte.tif").string()}),
               "zones");
}

TEST_F(WaysOut, AreShutForPlacesWithoutAnyColumn) {
    expectShut(inside("zone", {"buffer", "--input", "features=" + in("hernoemd.csv").string(),
                               "--set", "distance=5", "--set", "dissolve=true"}),
               "zone");
}

TEST_F(WaysOut, AreShutForCellsThatTellOfPersons) {
    const fs::path folder =
        inside("raster", {"raster-calculator", "--input",
                          "a=" + writeHeights("hoogte.tif").string(), "--set", "formula=a"});
    std::string text = textOf(folder / "run.json");
    const std::string id = "\"id\": \"result\",";
    text.replace(text.find(id), id.size(), id + " \"placePrivacy\": \"personal\",");
    std::ofstream(folder / "run.json") << text;
    const std::string cells = (folder / "result.tif").string();

    EXPECT_FALSE(isRun({"raster-calculator", "--input", "a=" + cells, "--set", "formula=2*a"}));
    EXPECT_FALSE(isRun(
        {"zonal-statistics", "--input", "zones=" + areas_.string(), "--input", "values=" + cells}));
    for (const std::string file : {"cellen.pdf", "cellen.png", "cellen.svg"}) {
        EXPECT_FALSE(isDrawn(folder, "result", file)) << file;
    }
    // What is made of them inside the house tells the same.
    const fs::path next =
        inside("verder", {"raster-calculator", "--input", "a=" + cells, "--set", "formula=2*a"});
    EXPECT_NE(textOf(next / "run.json").find("\"placePrivacy\": \"personal\""), std::string::npos);
}

TEST_F(WaysOut, AreOpenForOpenData) {
    const fs::path points = joined("banken", in("banken.csv"), areas_);
    const fs::path cells =
        inside("raster", {"raster-calculator", "--input",
                          "a=" + writeHeights("hoogte.tif").string(), "--set", "formula=a"});
    for (const WayOut& way : filesAndPictures()) {
        EXPECT_TRUE(way.leaves(points, "features")) << way.name;
    }
    EXPECT_TRUE(isRun({"raster-calculator", "--input", "a=" + (cells / "result.tif").string(),
                       "--set", "formula=2*a"}));
    EXPECT_TRUE(isDrawn(cells, "result", "cellen.png"));
}

TEST_F(WaysOut, CountsOfPersonsPerAreaGoOutWhereTheyAreLargeEnough) {
    EXPECT_TRUE(isRun({"count-in-areas", "--input", "areas=" + areas_.string(), "--input",
                       "features=" + in("hernoemd.csv").string()}));
}

}  // namespace
}  // namespace lommer::test
