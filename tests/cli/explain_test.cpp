// `explain`: why a place has its value, as words and as JSON.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

namespace lommer::test {
namespace {

class Explain : public Scene {
protected:
    Explain() {
        expectDone({"run", "heat-stress", "--input", "dsm=" + heights_.string(), "--input",
                    "dtm=" + heights_.string(), "--output", out().string()},
                   "");
    }
    std::vector<std::string> explain(const std::string& place) const {
        return {"explain", (out() / "run.json").string(), "--at", place};
    }
    std::filesystem::path heights_ = writeHeights("heights.tif");
};

TEST_F(Explain, SaysItInWordsOfBothLanguages) {
    const Ending dutch = run(explain("200100,450100"));
    EXPECT_EQ(dutch.code, 0) << dutch.err;
    EXPECT_NE(dutch.out.find("Hier voelt het gemiddeld als "), std::string::npos) << dutch.out;
    EXPECT_NE(dutch.out.find("Schaduw: "), std::string::npos);
    EXPECT_NE(dutch.out.find("PET volgens Höppe (1999): "), std::string::npos);
    auto english = explain("200100,450100");
    english.insert(english.end(), {"--language", "en"});
    EXPECT_NE(run(english).out.find("It feels like "), std::string::npos);
}

TEST_F(Explain, GivesJsonWhoseSharesAddUp) {
    auto arguments = explain("200100,450100");
    arguments.push_back("--json");
    const auto json = nlohmann::json::parse(run(arguments).out);
    double sum = 0.0;
    for (const auto& [id, share] : json.at("shares").items()) {
        sum += share.get<double>();
    }
    EXPECT_NEAR(sum, json.at("value").get<double>() - json.at("reference").get<double>(), 1e-9);
    EXPECT_EQ(json.at("moments").size(), 7U);
    EXPECT_EQ(json.at("moments").at(4).at("time"), "2015-07-01T14:00Z");
    arguments[3] = "100000,400000";
    EXPECT_EQ(nlohmann::json::parse(run(arguments).out).at("noValue"), "outside");
}

TEST_F(Explain, RefusesWhatItCannotUse) {
    EXPECT_EQ(run(explain("200100")).code, 2);
    EXPECT_EQ(run(explain("hier,daar")).code, 2);
    EXPECT_EQ(run({"explain", (out() / "run.json").string()}).code, 2);
    EXPECT_EQ(run({"explain", (out() / "gone.json").string(), "--at", "1,2"}).code, 1);
    std::filesystem::remove(heights_);
    const Ending gone = run(explain("200100,450100"));
    EXPECT_EQ(gone.code, 1);
    EXPECT_EQ(gone.err.rfind("file-missing: ", 0), 0U) << gone.err;
}

}  // namespace
}  // namespace lommer::test
