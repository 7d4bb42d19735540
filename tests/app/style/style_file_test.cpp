#include "app/style/style_file.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

namespace lommer::app {
namespace {

TEST(StyleFile, ReadsClassesWithOpenEndsAndLabels) {
    const auto styles = readStyles(R"({"zones": {"column": "mean", "classes": [
        {"to": 29, "colour": "#ffffff", "label": {"nl": "koel", "en": "cool"}},
        {"from": 29, "colour": "#ff0000"}]}})",
                                   "style.json");
    const LayerStyle& style = styles.at("zones");
    EXPECT_EQ(style.kind, StyleKind::classes);
    EXPECT_EQ(style.column, QStringLiteral("mean"));
    ASSERT_EQ(style.classes.size(), 2u);
    EXPECT_FALSE(style.classes[0].from.has_value());
    EXPECT_EQ(style.classes[0].label.dutch, QStringLiteral("koel"));
    EXPECT_EQ(style.classes[1].from, 29.0);
    EXPECT_EQ(style.classes[1].colour, QColor(Qt::red));
}

TEST(StyleFile, ReadsARamp) {
    const auto styles = readStyles(
        R"({"svf": {"ramp": ["#000000", "#ffffff"], "minimum": 0, "maximum": 1}})", "style.json");
    EXPECT_EQ(styles.at("svf").kind, StyleKind::ramp);
    EXPECT_EQ(styles.at("svf").ramp.size(), 2u);
}

TEST(StyleFile, NamesTheFileThatIsWrong) {
    for (const char* json :
         {"", "{\"a\": {}}", R"({"a": {"classes": [{"colour": "geel"}]}})",
          R"({"a": {"classes": [{"from": 3, "to": 2, "colour": "#000000"}]}})",
          R"({"a": {"ramp": ["#000000"], "minimum": 0, "maximum": 1}})",
          R"({"a": {"ramp": ["#000000", "#ffffff"], "minimum": 1, "maximum": 1}})"}) {
        try {
            readStyles(json, "style.json");
            FAIL() << json;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.code(), core::ErrorCode::fileUnreadable);
            EXPECT_EQ(std::get<std::string>(error.arguments().front().second), "style.json");
        }
    }
}

TEST(StyleFile, EveryStyleOfTheProgramCanBeRead) {
    const QDir analyses(QStringLiteral(LOMMER_RESOURCES "/analyses"));
    for (const QString& name : analyses.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(analyses.filePath(name + "/style.json"));
        if (file.open(QIODevice::ReadOnly)) {
            EXPECT_NO_THROW(readStyles(file.readAll(), file.fileName())) << name.toStdString();
        }
    }
}

}  // namespace
}  // namespace lommer::app
