#include "app/project/result_layer.h"

#include "app/project/class_codes.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

core::RunRecord recordOf(const char* analysis) {
    core::RunRecord record;
    record.analysis = analysis;
    return record;
}

core::RecordedInput inputOf(const char* role, const char* label, const char* runOutput = "") {
    core::RecordedInput input;
    input.role = role;
    input.label = label;
    input.runOutput = runOutput;
    return input;
}

core::AnalysisDeclaration declared(const char* id) {
    core::AnalysisDeclaration analysis;
    analysis.id = id;
    core::ParameterDeclaration time;
    time.id = "time";
    time.kind = core::ParameterKind::dateTime;
    analysis.parameters = {time};
    return analysis;
}

TEST(PageTitle, CallsAResultOfOursByItsOwnName) {
    core::RunRecord record = recordOf("zonal-statistics");
    record.inputs = {inputOf("zones", "gebieden"),
                     inputOf("values", "sky-view-factor", "sky-view-factor")};
    const core::AnalysisDeclaration analysis = declared("zonal-statistics");
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)),
              QStringLiteral("Zicht op de hemel per gebieden"));
    record.inputs.back() = inputOf("values", "dsm");
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)), QStringLiteral("dsm per gebieden"));
}

TEST(PageTitle, NamesTheMomentByTheDutchClock) {
    core::RunRecord record = recordOf("shade");
    record.parameters["time"] = std::string("2026-07-01T12:00:00Z");
    const core::AnalysisDeclaration analysis = declared("shade");
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)),
              QStringLiteral("Schaduw op 1 juli 2026 om 14.00 uur"));
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::en)),
              QStringLiteral("Shade on 1 July 2026 at 14:00"));
    record.parameters.clear();  // the sun was placed by hand
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)), QStringLiteral("Schaduw"));
}

TEST(PageTitle, NamesTheDayOfOtherWeather) {
    core::RunRecord record = recordOf("heat-stress");
    core::AnalysisDeclaration analysis = declared("heat-stress");
    analysis.parameters.front().id = "date";
    analysis.parameters.front().kind = core::ParameterKind::text;
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)),
              QStringLiteral("Gevoelstemperatuur op een zeer warme zomermiddag"));
    record.parameters["date"] = std::string("2018-07-26");
    EXPECT_EQ(pageTitle(analysis, record, Texts(Language::nl)),
              QStringLiteral("Gevoelstemperatuur op de middag van 26 juli 2018"));
}

LayerStyle styleOfCodes() {
    LayerStyle style;
    style.kind = StyleKind::ramp;
    style.ramp = {Qt::white, Qt::black};
    style.codes = {{"rules", "limits"}, {"otherwise", "keep"}, {"bound", "below"}};
    return style;
}

TEST(ClassesOfCodes, AreThoseThatTheRunGaveOut) {
    core::RunRecord record;
    record.parameters["limits"] = std::vector<double>{14.5, 20.0};
    const auto classes = classesOfCodes(record, styleOfCodes());
    ASSERT_EQ(classes.size(), 3U);
    EXPECT_TRUE(classes[0].holds(1.0));
    EXPECT_TRUE(classes[1].holds(2.0));
    EXPECT_TRUE(classes[2].holds(3.0));
    EXPECT_EQ(classes[0].label.dutch, QStringLiteral("1 (< 14,5)"));
    EXPECT_EQ(classes[1].label.english, QStringLiteral("2 (14.5 – < 20)"));
    EXPECT_EQ(classes[2].label.dutch, QStringLiteral("3 (≥ 20)"));
    record.parameters["bound"] = std::string("below");
    EXPECT_EQ(classesOfCodes(record, styleOfCodes())[1].label.dutch, QStringLiteral("2"));
    record.parameters["otherwise"] = std::string("keep");
    EXPECT_TRUE(classesOfCodes(record, styleOfCodes()).empty());
}

TEST(ClassesOfCodes, JoinRulesThatGiveTheSameCode) {
    core::RunRecord record;
    const std::monostate open;
    record.parameters["rules"] =
        core::RuleTable{{{5.0, 8.0, 30.0}, {open, 2.0, 10.0}, {9.0, 9.0, 10.0}, {2.0, 5.0, open}}};
    const auto classes = classesOfCodes(record, styleOfCodes());
    ASSERT_EQ(classes.size(), 2U);
    EXPECT_EQ(classes[0].label.dutch, QStringLiteral("10 (< 2; 9)"));
    EXPECT_EQ(classes[1].label.dutch, QStringLiteral("30 (5 – < 8)"));
    EXPECT_TRUE(classes[0].holds(10.0));
    EXPECT_TRUE(classes[1].holds(30.0));
}

}  // namespace
}  // namespace lommer::app
