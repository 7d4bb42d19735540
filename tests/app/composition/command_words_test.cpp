// The command line that does again what a record tells of: it means the same, also to a shell.

#include "app/composition/command_words.h"

#include "app/composition/recorded_order.h"
#include "app/platform/shell_line.h"
#include "core/engine/catalogue.h"
#include "core/engine/parameter_check.h"
#include "gis/platform/file_error.h"
#include "tests/app/sample_town.h"

#include <gtest/gtest.h>

#include <QProcess>

namespace lommer::app {
namespace {

const core::Catalogue& catalogue() {
    static const core::Catalogue all = core::makeCatalogue();
    return all;
}

/// What stands behind each `option`.
std::vector<std::string> valuesOf(const std::vector<std::string>& words, const char* option) {
    std::vector<std::string> values;
    for (std::size_t index = 0; index + 1 < words.size(); ++index) {
        if (words[index] == option) {
            values.push_back(words[index + 1]);
        }
    }
    return values;
}

TEST(CommandWords, MeanTheRunOfTheRecord) {
    const test::SampleTown town;
    const auto file = town.run("heat-stress", "nu", {""},
                               {{"hours", std::vector<double>{12, 13}},
                                {"directions", std::int64_t{8}},
                                {"built-up-distance", 30.0}});
    const core::RunRecord record = core::recordFromText(gis::readTextFile(file));
    const core::AnalysisDeclaration& analysis = catalogue().get("heat-stress").declaration();
    RunOrder order = orderOf(record, file.parent_path());
    order.output = "weer";
    const std::vector<std::string> words = commandWords(analysis, order);
    ASSERT_GE(words.size(), 3U);
    EXPECT_EQ(words[1], "run");
    EXPECT_EQ(words[2], "heat-stress");
    EXPECT_EQ(valuesOf(words, "--set"),
              (std::vector<std::string>{"directions=8", "hours=12,13"}));  // the others are usual
    EXPECT_EQ(valuesOf(words, "--output"), std::vector<std::string>{"weer"});
    core::RemarkList remarks;
    const auto inputs = bindInputs(analysis, valuesOf(words, "--input"), remarks);
    ASSERT_EQ(inputs.size(), record.inputs.size());
    for (std::size_t index = 0; index < inputs.size(); ++index) {
        EXPECT_EQ(inputs[index].role, record.inputs[index].role);
        EXPECT_EQ(inputs[index].location.files, order.inputs[index].location.files);
    }
}

TEST(CommandWords, NameWhatElseARunWasDoneWith) {
    RunOrder order;
    order.analysis = "heat-stress";
    order.definition = "accurate";
    order.inputs = {{"dsm", {{"/kaarten/ahn/R_1.tif", "/kaarten/ahn/R_2.tif"}}},
                    {"green", {{"/kaarten/bgt.gpkg"}, "begroeid", "bgt-green"}}};
    order.inputs.back().location.repairs.emplace_back();
    order.parameters = {{"max-distance", 0.0}, {"date", std::monostate()}};
    order.region = core::Bounds{200'000, 450'000.5, 201'000, 451'000};
    order.scenario = "/kaarten/bomen.json";
    order.profile = core::ReleaseProfile::openbaar;
    order.output = "uit";
    EXPECT_EQ(commandWords(catalogue().get("heat-stress").declaration(), order),
              (std::vector<std::string>{
                  "lommer-cli", "run", "heat-stress", "--input", "dsm=/kaarten/ahn", "--input",
                  "green=/kaarten/bgt.gpkg|begroeid", "--definition", "accurate", "--scenario",
                  "/kaarten/bomen.json", "--region", "200000,450000.5,201000,451000", "--profile",
                  "openbaar", "--repair", "--output", "uit"}));
    EXPECT_TRUE(rolesReadOtherwise(catalogue().get("heat-stress").declaration(), order).empty());
    // A role that asks for no subject gets the table as the file has it.
    RunOrder zones;
    zones.analysis = "buffer";
    zones.inputs = {{"features", {{"/kaarten/bgt.gpkg"}, "", "bgt-green"}}};
    const core::AnalysisDeclaration& buffer = catalogue().get("buffer").declaration();
    zones.inputs.front().role = buffer.roles.front().id;
    EXPECT_EQ(rolesReadOtherwise(buffer, zones), std::vector<std::string>{buffer.roles.front().id});
    // And who repairs one table repairs all.
    order.inputs.push_back({"water", {{"/kaarten/water.gpkg"}, "", "water"}});
    EXPECT_EQ(rolesReadOtherwise(catalogue().get("heat-stress").declaration(), order),
              std::vector<std::string>{"water"});
}

#ifndef _WIN32
TEST(ShellLine, IsTakenApartIntoTheSameWords) {
    const std::vector<std::string> words{"a",     "met spatie", "a|b",  "d'Acht",
                                         "$HOME", "\"\\x",      "a=b;", "*"};
    QProcess shell;
    shell.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"), QString::fromStdString("printf '%s\\n' " + shellLine(words))});
    ASSERT_TRUE(shell.waitForFinished());
    std::string expected;
    for (const std::string& word : words) {
        expected += word + "\n";
    }
    EXPECT_EQ(shell.readAllStandardOutput().toStdString(), expected);
    EXPECT_EQ(shellLine({"lommer-cli", "run", "a=/b/c.tif"}), "lommer-cli run a=/b/c.tif");
}
#endif

}  // namespace
}  // namespace lommer::app
