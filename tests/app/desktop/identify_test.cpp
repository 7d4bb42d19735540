// "Wat is dit?": a click on the map, what lies there, and why it is felt as warm as it is.

#include "app/composition/input_binding.h"
#include "app/composition/run_service.h"
#include "app/composition/sample_service.h"
#include "app/desktop/desktop_program.h"
#include "gis/platform/file_error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <cmath>
#include <fstream>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class Identify : public testing::Test {
protected:
    Identify()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}),
          program_(environment_, Language::nl, folder_.path() / "resultaten") {
        writeSample(
            {.folder = folder_.path() / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
            core::Progress());
    }
    ~Identify() override { QSettings().remove(QStringLiteral("mapTool")); }

    Workspace& workspace() { return program_.workspace(); }
    MainWindow& window() { return program_.window(); }
    IdentifyPanel& panel() { return window().identified(); }

    void runHeat() {
        core::RemarkList remarks;
        const auto& analysis = environment_.catalogue().get("heat-stress").declaration();
        RunOrder order;
        order.analysis = analysis.id;
        order.inputs =
            bindInputs(analysis, {gis::utf8(folder_.path() / "in")}, remarks, gis::Mappings{});
        order.output = folder_.path() / "heat";
        run(environment_, order, core::Progress());
    }
    void open(const fs::path& file, int layers) {
        workspace().open({QString::fromStdString(gis::utf8(file))});
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                return workspace().project().count() >= layers && !workspace().loader().isBusy();
            },
            kPatience));
    }
    void openHeat() {
        runHeat();
        open(folder_.path() / "heat" / "run.json", 5);
        QTest::qWait(0);  // the map shows them
    }
    const Layer& pet() { return workspace().project().layers().front(); }
    /// A cell whose value is a number, or is none.
    core::Point cellWith(bool hasValue) {
        const core::Grid& grid = pet().data.raster->grid();
        for (std::int64_t row = grid.rows() / 2; row < grid.rows(); ++row) {
            for (std::int64_t column = grid.columns() / 2; column < grid.columns(); ++column) {
                if (std::isnan(valueAt({row, column})) != hasValue) {
                    return grid.centreOf({row, column});
                }
            }
        }
        ADD_FAILURE() << "no such cell";
        return {};
    }
    float valueAt(core::CellIndex cell) {
        core::RasterBuffer<float> value(1, 1);
        pet().data.raster->read({cell.column, cell.row, 1, 1}, value.view());
        return value.view()(0, 0);
    }
    void chooseTool() { window().mapTools().actionOf(MapTool::identify)->trigger(); }
    void click(core::Point place) {
        MapCanvas& map = window().map();
        map.setView(MapView(place, 0.2, map.size()));
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.view().toScreen(place).toPoint());
    }
    void waitForAnswer() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !panel().isBusy(); }, kPatience));
        QTest::qWait(0);
    }

    test::TemporaryFolder folder_;
    Environment environment_;
    DesktopProgram program_;
};

TEST_F(Identify, ShowsTheValueAndSharesThatAddUp) {
    openHeat();
    const core::Point place = cellWith(true);
    const auto value = static_cast<double>(valueAt(*pet().data.raster->grid().cellAt(place)));
    chooseTool();
    click(place);
    EXPECT_TRUE(QTest::qWaitFor([this] { return panel().isVisible(); }));
    ASSERT_TRUE(window().map().marker().has_value());
    waitForAnswer();
    const QLocale dutch(QLocale::Dutch);
    EXPECT_TRUE(panel().found()->text().contains(dutch.toString(value, 'f', 1)))
        << panel().found()->text().toStdString();
    ASSERT_FALSE(panel().sentence()->isHidden());
    EXPECT_TRUE(panel().sentence()->text().startsWith(
        QStringLiteral("Hier voelt het gemiddeld als %1").arg(dutch.toString(value, 'f', 1))))
        << panel().sentence()->text().toStdString();
    double sum = 0.0;
    ASSERT_EQ(panel().bars()->shares().size(), 5U);
    for (const ShownShare& share : panel().bars()->shares()) {
        sum += share.amount;
    }
    const QString difference = dutch.toString(std::abs(sum), 'f', 1);
    EXPECT_TRUE(
        panel().sentence()->text().contains(difference + QChar(0xA0) + QStringLiteral("°C ")))
        << panel().sentence()->text().toStdString() << ' ' << difference.toStdString();
    EXPECT_TRUE(panel().bars()->accessibleName().contains(QStringLiteral("Schaduw")));
}

TEST_F(Identify, ShowsTheIndicesOfAChosenHourAndKeepsIt) {
    openHeat();
    chooseTool();
    click(cellWith(true));
    waitForAnswer();
    ASSERT_EQ(panel().hours()->count(), 7);
    EXPECT_EQ(panel().hours()->currentText(), QStringLiteral("16.00 uur"));
    const QString before = panel().moment()->text();
    EXPECT_TRUE(before.contains(QStringLiteral("UTCI")) &&
                before.contains(QStringLiteral("Höppe")));
    panel().hours()->setFocus();
    for (int up = 0; up < 4; ++up) {
        QTest::keyClick(panel().hours(), Qt::Key_Up);
    }
    EXPECT_EQ(panel().hours()->currentText(), QStringLiteral("12.00 uur"));
    EXPECT_NE(panel().moment()->text(), before);
    click(cellWith(true));
    waitForAnswer();
    EXPECT_EQ(panel().hours()->currentText(), QStringLiteral("12.00 uur"));
}

TEST_F(Identify, SaysWhyAPlaceHasNoValue) {
    openHeat();
    chooseTool();
    click(cellWith(false));
    waitForAnswer();
    EXPECT_TRUE(panel().found()->text().contains(QStringLiteral("Niet van toepassing")))
        << panel().found()->text().toStdString();
    EXPECT_TRUE(panel().sentence()->text().startsWith(QStringLiteral("Hier ")))
        << panel().sentence()->text().toStdString();
    EXPECT_TRUE(panel().bars()->isHidden());
}

TEST_F(Identify, ANewClickStopsTheOneBefore) {
    openHeat();
    chooseTool();
    const core::Point place = cellWith(true);
    click({place.x + 5.0, place.y});
    click(place);
    waitForAnswer();
    const double value = valueAt(*pet().data.raster->grid().cellAt(place));
    EXPECT_TRUE(
        panel().sentence()->text().contains(QLocale(QLocale::Dutch).toString(value, 'f', 1)));
    click(place);
    QTest::mouseClick(panel().stopButton(), Qt::LeftButton);
    waitForAnswer();
    EXPECT_EQ(panel().sentence()->text(), QStringLiteral("Gestopt."));
}

TEST_F(Identify, SaysWhenTheDataOfTheRunAreGone) {
    openHeat();
    chooseTool();
    fs::remove_all(folder_.path() / "in" / "bgt");
    click(cellWith(true));
    waitForAnswer();
    EXPECT_TRUE(panel().sentence()->text().contains(QStringLiteral("bekende plek")))
        << panel().sentence()->text().toStdString();
    EXPECT_TRUE(panel().bars()->isHidden());
}

TEST_F(Identify, IsAToolBesideSelectingThatIsRemembered) {
    open(folder_.path() / "in" / "cbs" / "buurten.gpkg", 1);
    const core::Bounds bounds = workspace().project().layers().front().data.index->boundsOf(0);
    const core::Point middle = bounds.centre();
    click(middle);
    EXPECT_FALSE(workspace().selection().rows().empty());
    EXPECT_FALSE(window().map().marker().has_value());
    workspace().selection().clear();
    QTest::keyClick(&window(), Qt::Key_I);
    click(middle);
    waitForAnswer();
    EXPECT_TRUE(workspace().selection().rows().empty());
    EXPECT_TRUE(
        panel().found()->text().contains(QStringLiteral("gemeentecode"), Qt::CaseInsensitive))
        << panel().found()->text().toStdString();
    EXPECT_TRUE(panel().bars()->isHidden());
    program_.setLanguage(Language::en);  // makes a new window
    EXPECT_TRUE(window().mapTools().actionOf(MapTool::identify)->isChecked());
    program_.setLanguage(Language::nl);
}

TEST_F(Identify, WorksByKeyboardAndForgetsThePlaceWithEscape) {
    open(folder_.path() / "in" / "cbs" / "buurten.gpkg", 1);
    chooseTool();
    window().map().setFocus();
    QTest::keyClick(&window().map(), Qt::Key_Return);
    ASSERT_TRUE(window().map().marker().has_value());
    EXPECT_EQ(window().map().marker()->x, window().map().view().centre().x);
    waitForAnswer();
    QTest::keyClick(&window().map(), Qt::Key_Escape);
    EXPECT_FALSE(window().map().marker().has_value());
    EXPECT_TRUE(panel().copyButton()->isHidden());
    EXPECT_TRUE(panel().found()->text().startsWith(QStringLiteral("Kies ")));
}

TEST_F(Identify, CopiesOnlyWhatIsForEveryone) {
    std::ofstream(folder_.path() / "in" / "banken.csv")
        << "nummer;lengte;bsn;x;y\n1;1,5;111222333;200010;450010\n2;2;123456782;200020;450020\n";
    open(folder_.path() / "in" / "banken.csv", 1);
    chooseTool();
    click({200'010.0, 450'010.0});
    waitForAnswer();
    EXPECT_TRUE(panel().found()->text().contains(QStringLiteral("111.222.333")))
        << panel().found()->text().toStdString();
    EXPECT_EQ(panel().found()->textInteractionFlags(), Qt::NoTextInteraction);
    QTest::mouseClick(panel().copyButton(), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(copied.startsWith(QStringLiteral("X 200.010 Y 450.010 (RD)")))
        << copied.toStdString();
    EXPECT_FALSE(copied.contains(QStringLiteral("222"))) << copied.toStdString();
}

}  // namespace
}  // namespace lommer::app
