// What was asked wrongly: exit code 2, one line, nothing done.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

namespace lommer::test {
namespace {

class Usage : public Scene {
protected:
    std::vector<std::string> with(const std::vector<std::string>& more) const {
        auto arguments = statistics(areas_, heights_);
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    }
    std::filesystem::path areas_ = writeAreas("areas.gpkg");
    std::filesystem::path heights_ = writeHeights("heights.tif");
};

TEST_F(Usage, OfAnUnknownAnalysisOrRoleIsRefused) {
    expectFailure({"run", "no-such-analysis", "--output", out().string()}, 2, "analysis-unknown");
    expectFailure({"describe", "no-such-analysis"}, 2, "analysis-unknown");
    expectFailure({"run", "zonal-statistics", "--input", "trees=" + areas_.string(), "--output",
                   out().string()},
                  2, "role-unknown");
}

TEST_F(Usage, WithoutAnInputOrWithAWrongOneIsRefused) {
    expectFailure({"run", "zonal-statistics", "--input", "zones=" + areas_.string(), "--output",
                   out().string()},
                  2, "role-missing");
    expectFailure(statistics(heights_, heights_), 2, "role-not-fitting");
    expectFailure(with({"--input", "zones=" + areas_.string()}), 2, "role-too-many");
}

TEST_F(Usage, OfValuesThatCannotBeIsRefused) {
    expectFailure(with({"--set", "no-such=1"}), 2, "parameter-unknown");
    expectFailure(with({"--set", "quantiles=nan"}), 2, "value-not-a-number");
    expectFailure(with({"--set", "quantiles=inf"}), 2, "value-not-a-number");
    expectFailure(with({"--set", "quantiles=101"}), 2, "value-out-of-range");
    expectFailure(with({"--set", "quantiles=-1"}), 2, "value-out-of-range");
    expectFailure(with({"--set", "median=maybe"}), 2, "value-unknown");
    expectFailure(with({"--set", "median"}), 2, "option-unknown");
    expectFailure(with({"--definition", "no-such"}), 2, "definition-unknown");
    expectFailure(with({"--profile", "secret"}), 2, "value-unknown");
}

TEST_F(Usage, WithoutARequiredSettingIsRefused) {
    expectFailure({"run", "raster-calculator", "--input", "a=" + heights_.string(), "--output",
                   out().string()},
                  2, "parameter-missing");
}

TEST_F(Usage, OfMachineOptionsThatCannotBeIsRefused) {
    expectFailure(with({"--memory", "nan"}), 2, "value-not-a-number");
    expectFailure(with({"--memory", "1M"}), 2, "value-out-of-range");
    expectFailure(with({"--tile-size", "1000"}), 2, "value-unknown");
    expectFailure(with({"--tile-size", "0"}), 2, "value-out-of-range");
    expectFailure(with({"--threads", "-1"}), 2, "value-out-of-range");
    expectFailure(with({"--threads", "two"}), 2, "option-unknown");
    expectFailure(with({"--region", "1,2,3"}), 2, "value-unknown");
    expectFailure(with({"--region", "nan,0,1,1"}), 2, "value-not-a-number");
    expectFailure(with({"--no-such-option"}), 2, "option-unknown");
    // What a run comes to does not depend on its tiles: there is nothing to choose.
    expectFailure({"verify", "run.json", "--tile-size", "512"}, 2, "option-unknown");
    expectFailure({"no-such-command"}, 2, "option-unknown");
    expectFailure({}, 2, "option-unknown");
}

TEST_F(Usage, ErrorsComeInBothLanguages) {
    const std::vector<std::string> dutch{"describe", "no-such-analysis"};
    const std::vector<std::string> english{"describe", "no-such-analysis", "--language", "en"};
    EXPECT_NE(run(dutch).err.find("bestaat niet"), std::string::npos);
    EXPECT_NE(run(english).err.find("There is no analysis"), std::string::npos) << run(english).err;
}

TEST_F(Usage, HelpAndVersionAreNoErrors) {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--help"}, {"run", "--help"}, {"--version"}}) {
        const Ending ending = run(arguments);
        EXPECT_EQ(ending.code, 0);
        EXPECT_NE(ending.out, "");
        EXPECT_EQ(ending.err, "");
    }
}

TEST_F(Usage, EveryListedAnalysisDescribesItself) {
    const auto list = nlohmann::json::parse(run({"list", "--json"}).out);
    EXPECT_FALSE(list.empty());
    for (const auto& analysis : list) {
        const std::string id = analysis.at("id");
        EXPECT_NE(analysis.at("sentence"), id);
        const auto declared = nlohmann::json::parse(run({"describe", id, "--json"}).out);
        EXPECT_EQ(declared.at("id"), id);
        const Ending ending = run({"describe", id, "--language", "en"});
        EXPECT_EQ(ending.code, 0);
        for (const auto& role : declared.at("roles")) {
            const std::string option = "--input " + role.at("id").get<std::string>() + '=';
            EXPECT_NE(ending.out.find(option), std::string::npos) << id;
        }
    }
}

}  // namespace
}  // namespace lommer::test
