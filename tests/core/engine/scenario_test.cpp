#include "core/engine/scenario.h"

#include "core/base/error.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

/// RD corner of test grids is (200000, 450000); row 0 is the northernmost.
constexpr const char* kRaise = R"({"format": "lommer-scenario", "formatVersion": 1, "name": "a",
    "edits": [
      {"edit": "add-value", "role": "surface", "value": 10,
       "polygon": [[200002, 450002], [200005, 450002], [200005, 450004], [200002, 450004]]},
      {"edit": "set-value", "role": "surface", "value": -1,
       "polygon": [[200004, 450000], [200005, 450000], [200005, 450010], [200004, 450010]]}]})";

std::vector<BoundInput> inputs() {
    return {
        test::rasterInput("surface", std::make_shared<test::MemoryRaster>(
                                         test::gridOf(10, 10), [](CellIndex) { return 1.0F; }))};
}

float cellOf(const BoundInput& input, std::int64_t row, std::int64_t column) {
    float value = 0.0F;
    input.raster->read({column, row, 1, 1}, {&value, 1, 1, 1});
    return value;
}

TEST(Scenario, ChangesTheCellsWhoseCentreLiesInside) {
    const auto edited = applyScenario(scenarioFromText(kRaise), inputs());
    EXPECT_EQ(cellOf(edited.front(), 6, 2), 11.0F);  // y 450003.5
    EXPECT_EQ(cellOf(edited.front(), 7, 3), 11.0F);  // y 450002.5
    EXPECT_EQ(cellOf(edited.front(), 5, 2), 1.0F);
    EXPECT_EQ(cellOf(edited.front(), 6, 1), 1.0F);
    EXPECT_EQ(cellOf(edited.front(), 6, 5), 1.0F);
}

TEST(Scenario, LaterEditsWin) {
    const auto edited = applyScenario(scenarioFromText(kRaise), inputs());
    EXPECT_EQ(cellOf(edited.front(), 6, 4), -1.0F);
    EXPECT_EQ(cellOf(edited.front(), 0, 4), -1.0F);
}

TEST(Scenario, AnyWindowGivesTheSameCells) {
    const auto edited = applyScenario(scenarioFromText(kRaise), inputs());
    RasterBuffer<float> whole(10, 10);
    edited.front().raster->read({0, 0, 10, 10}, whole.view());
    for (std::int64_t row = 0; row < 10; ++row) {
        for (std::int64_t column = 0; column < 10; ++column) {
            EXPECT_EQ(cellOf(edited.front(), row, column), whole.view()(row, column));
        }
    }
}

TEST(Scenario, MayReachFarBeyondTheGrid) {
    const std::string text =
        R"({"format": "lommer-scenario", "formatVersion": 1, "edits": [{"edit": "set-value",
           "role": "surface", "value": 5, "polygon": [[-9e8, 450000], [9e8, 450000],
           [9e8, 450005], [-9e8, 450005]]}]})";
    const auto edited = applyScenario(scenarioFromText(text), inputs());
    EXPECT_EQ(cellOf(edited.front(), 9, 0), 5.0F);
    EXPECT_EQ(cellOf(edited.front(), 5, 9), 5.0F);
    EXPECT_EQ(cellOf(edited.front(), 4, 0), 1.0F);
}

TEST(Scenario, TellsWhereARoleIsEdited) {
    const Scenario scenario = scenarioFromText(kRaise);
    EXPECT_EQ(scenario.boundsOf("surface"), (Bounds{200002, 450000, 200005, 450010}));
    EXPECT_TRUE(scenario.boundsOf("water").isEmpty());
}

TEST(Scenario, RefusesWhatItCannotUse) {
    const auto expectInvalid = [](const std::string& text) {
        try {
            applyScenario(scenarioFromText(text), inputs());
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::scenarioInvalid);
        }
    };
    const std::string head = R"({"format": "lommer-scenario", "formatVersion": 1, "edits": [)";
    expectInvalid("no json");
    expectInvalid(R"({"format": "other", "formatVersion": 1, "edits": []})");
    expectInvalid(head + R"({"edit": "explode", "role": "surface", "value": 1, "polygon": []}]})");
    expectInvalid(head + R"({"edit": "set-value", "role": "surface", "value": 1,
                            "polygon": [[0, 0], [1, 1]]}]})");
    expectInvalid(head + R"({"edit": "set-value", "role": "surface", "value": 1,
                            "polygon": [[0, 0], [2e27, 0], [1, 1]]}]})");
    expectInvalid(head + R"({"edit": "set-value", "role": "sky", "value": 1,
                            "polygon": [[0, 0], [1, 1], [1, 0]]}]})");
    expectInvalid(head + R"({"edit": "set-value", "role": "surface", "value": "x",
                            "polygon": [[0, 0], [1, 1], [1, 0]]}]})");
}

}  // namespace
}  // namespace lommer::core
