// Personal data do not leave the house by accident: planted, renamed and joined columns against
// every way out; open data go through.

#include "tests/cli/scene.h"

#include <fstream>

namespace lommer::test {
namespace {

class Privacy : public Scene {
protected:
    Privacy() {
        // Three clients in the large area, one in the small one; the column does not say what it
        // is.
        std::ofstream(in("clienten.csv"))
            << "kenmerk;soort;x;y\n111222333;a;200010;450010\n123456782;b;200020;450020\n"
               "111222333;a;200030;450030\n123456782;b;200120;450010\n";
        std::ofstream(in("banken.csv"))
            << "nummer;soort;x;y\n1;a;200010;450010\n2;b;200020;450020\n";
        areas_ = writeAreas("areas.gpkg");
    }
    std::vector<std::string> joined(const std::string& file, const std::string& profile) const {
        return {"run",       "spatial-join",
                "--input",   "features=" + areas_.string(),
                "--input",   "join-features=" + in(file).string(),
                "--profile", profile,
                "--output",  out().string()};
    }
    std::vector<std::string> counted(const std::string& file, const std::string& profile) const {
        return {"run",       "count-in-areas",
                "--input",   "areas=" + areas_.string(),
                "--input",   "features=" + in(file).string(),
                "--profile", profile,
                "--output",  out().string()};
    }

    std::filesystem::path areas_;
};

TEST_F(Privacy, AJoinedColumnOfPersonsIsNotForEveryone) {
    expectFailure(joined("clienten.csv", "openbaar"), 1, "privacy-level");
    expectFailure(joined("clienten.csv", "samenwerking"), 1, "privacy-level");
    expectDone(joined("clienten.csv", "intern"), "personal-data-found");
    EXPECT_NE(record().find("\"kenmerk\": \"personal\""), std::string::npos);
}

TEST_F(Privacy, OpenDataAreForEveryone) {
    expectDone(joined("banken.csv", "openbaar"), "");
}

TEST_F(Privacy, AResultKeepsTheClassesOfItsColumns) {
    expectDone(counted("clienten.csv", "intern"), "personal-data-found");
    EXPECT_NE(record().find("\"count\": \"personal\""), std::string::npos);
    // The counts show no pattern any more; the record beside the file says what they are.
    for (const char* profile : {"samenwerking", "openbaar"}) {
        const Ending ending =
            run({"run", "dissolve", "--input", "areas=" + (out() / "areas.gpkg").string(), "--set",
                 "column=count", "--profile", profile, "--output", (root() / "again").string()});
        EXPECT_EQ(ending.code, 1) << profile;
        EXPECT_TRUE(ending.err.starts_with("privacy-level")) << ending.err;
    }
}

TEST_F(Privacy, CountsOfFewPersonsAreWithheld) {
    // Three in the one area and one in the other: both below the limit.
    expectDone(counted("clienten.csv", "openbaar"), "");
    EXPECT_EQ(record().find("personal\""), std::string::npos);
}

TEST_F(Privacy, APageOfFewPersonsIsRefused) {
    expectDone(counted("clienten.csv", "intern"), "");
    for (const char* name : {"map.pdf", "map.png", "map.svg"}) {
        const Ending ending = run(
            {"export-map", (out() / "run.json").string(), "--output", (root() / name).string()});
        EXPECT_EQ(ending.code, 1) << name;
        EXPECT_TRUE(ending.err.starts_with("privacy-level")) << ending.err;
        EXPECT_FALSE(std::filesystem::exists(root() / name));
    }
}

}  // namespace
}  // namespace lommer::test
