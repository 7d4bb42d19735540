// Personal data do not leave the house by accident: planted, renamed and joined columns against
// every way out; open data go through.

#include "gis/vector_io/table_files.h"
#include "tests/cli/scene.h"

#include <fstream>

namespace lommer::test {
namespace {

core::Table tableOf(const std::filesystem::path& file) {
    core::RemarkList remarks;
    return gis::openTable({{file}}, remarks).source->read({}, {});
}

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
    // The counts show no pattern any more; the record beside the file says what they are, and that
    // they are counts: they may go out where they are large enough.
    for (const char* profile : {"samenwerking", "openbaar"}) {
        const std::filesystem::path again = root() / profile;
        const Ending ending =
            run({"run", "spatial-join", "--input", "features=" + (out() / "areas.gpkg").string(),
                 "--input", "join-features=" + areas_.string(), "--set", "match=first", "--profile",
                 profile, "--output", again.string()});
        EXPECT_EQ(ending.code, 0) << ending.err;
        const core::Table table = tableOf(again / "features.gpkg");
        for (std::int64_t row = 0; row < table.rowCount(); ++row) {  // three and one
            EXPECT_FALSE(table.columnNamed("count").isPresent(row));
        }
    }
}

TEST_F(Privacy, WhatIsPrintedOfAPublicRunNamesNoFolders) {
    for (const char* profile : {"intern", "openbaar"}) {
        auto arguments = joined("banken.csv", profile);
        arguments.insert(arguments.end(), {"--json", "--overwrite"});
        const Ending ending = run(arguments);
        ASSERT_EQ(ending.code, 0) << ending.err;
        EXPECT_EQ(ending.out, textOf(out() / "run.json"));
        EXPECT_EQ(ending.out.find(in("").string()) == std::string::npos,
                  profile == std::string("openbaar"));
    }
}

TEST_F(Privacy, CountsOfFewPersonsAreWithheld) {
    // Three in the one area and one in the other: both below the limit.
    expectDone(counted("clienten.csv", "openbaar"), "");
    EXPECT_EQ(record().find("personal\""), std::string::npos);
}

TEST_F(Privacy, WhatWasWithheldIsWithheldAgainWhenItIsVerified) {
    const std::filesystem::path districts = writeAreas("wijken.gpkg");
    expectDone({"run", "count-in-areas", "--input", "areas=" + districts.string(), "--input",
                "features=" + in("clienten.csv").string(), "--profile", "openbaar", "--output",
                out().string()},
               "");
    // A record that may leave the house names its inputs without their folder: beside it.
    for (const auto& input : {districts, in("clienten.csv")}) {
        std::filesystem::copy_file(input, out() / input.filename());
    }
    const Ending verified = run({"verify", (out() / "run.json").string()});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
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
