// A house style with everything, and what of a bad one is left out with a word.

#include "app/layout/house_style.h"

#include "app/text/texts.h"
#include "core/base/error.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace lommer::app {
namespace {

class HouseStyleFile : public testing::Test {
protected:
    HouseStyle read(const QByteArray& json, const QByteArray& logo = {}) {
        write("logo.svg", logo);
        write("style.json", json);
        return readHouseStyle(path("style.json"));
    }
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static std::vector<std::string> codesOf(const HouseStyle& style) {
        std::vector<std::string> codes;
        for (const core::Remark& remark : style.remarks) {
            codes.push_back(remark.code);
        }
        return codes;
    }

    QTemporaryDir folder_;
};

const QByteArray kLogo(
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/></svg>)");

TEST_F(HouseStyleFile, TheExampleIsWhole) {
    const HouseStyle style =
        readHouseStyle(std::filesystem::path(LOMMER_RESOURCES) / "house_style" / "example.json");
    EXPECT_TRUE(style.remarks.empty());
    EXPECT_EQ(style.organisation, QStringLiteral("Gemeente Lommerdal"));
    EXPECT_DOUBLE_EQ(logoShape(style), 3.0);
    EXPECT_EQ(style.page.title, QColor(0x1b, 0x4d, 0x3e));
}

TEST_F(HouseStyleFile, DrawsTheLogoAtItsLeftInItsShape) {
    const HouseStyle style =
        read(R"({"format": "lommer-house-style", "logo": "logo.svg"})", kLogo);
    QImage image(100, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawLogo(painter, style, {0.0, 0.0, 100.0, 20.0});
    painter.end();
    EXPECT_EQ(image.pixelColor(58, 10), QColor(Qt::black));
    EXPECT_EQ(image.pixelColor(62, 10), QColor(Qt::white));
}

TEST_F(HouseStyleFile, LeavesOutABrokenLogoAndSaysSo) {
    const QByteArray json = R"({"format": "lommer-house-style", "logo": "logo.svg"})";
    for (const QByteArray& logo : {QByteArray("<svg"), QByteArray(), QByteArray("\x89PNG half")}) {
        const HouseStyle style = read(json, logo);
        EXPECT_EQ(codesOf(style), std::vector<std::string>{"house-style-logo"});
        EXPECT_DOUBLE_EQ(logoShape(style), 0.0);
        const QString sentence = Texts(Language::nl).sentence(style.remarks.front());
        EXPECT_TRUE(sentence.contains(QStringLiteral("logo.svg"))) << sentence.toStdString();
    }
}

TEST_F(HouseStyleFile, LeavesOutWhatCannotBeReadOrMeasured) {
    const HouseStyle style = read(R"({
        "format": "lommer-house-style",
        "fonts": {"title": "No Such Letters 3000"},
        "colours": {"title": "#ffee00", "text": "blauwig", "line": "#ffee00"},
        "marginMillimetres": 400,
        "wordWidthMillimetres": "wide"})");
    EXPECT_EQ(codesOf(style),
              (std::vector<std::string>{"house-style-font", "house-style-contrast",
                                        "house-style-value", "house-style-value",
                                        "house-style-value"}));
    const PageStyle usual;
    EXPECT_EQ(style.page.titleFamily, usual.titleFamily);
    EXPECT_EQ(style.page.title, usual.title);
    EXPECT_EQ(style.page.line, QColor(0xff, 0xee, 0x00));  // nobody has to read a line
    EXPECT_DOUBLE_EQ(style.page.marginMillimetres, usual.marginMillimetres);
    for (const core::Remark& remark : style.remarks) {
        for (const Language language : {Language::nl, Language::en}) {
            EXPECT_NE(Texts(language).sentence(remark).toStdString(), remark.code);
        }
    }
}

TEST_F(HouseStyleFile, RefusesWhatIsNone) {
    for (const char* json : {"", "[", "{}", R"({"format": "lommer-sources"})"}) {
        EXPECT_THROW(read(json), core::Error) << json;
    }
    EXPECT_THROW(readHouseStyle(path("nothing.json")), core::Error);
}

}  // namespace
}  // namespace lommer::app
