// "Wat is dit?": a click on the map, what lies there, and why it is felt as warm as it is.

#include "tests/app/desktop/sample_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <cmath>
#include <fstream>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

class Identify : public SampleWindow {
protected:
    IdentifyPanel& panel() { return window().identified(); }

    void openHeat() { openResult(town_.run("heat-stress", "heat"), 6); }
    const Layer& pet() { return project().layers().front(); }
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
    fs::remove_all(town_ / "in" / "bgt");
    click(cellWith(true));
    waitForAnswer();
    EXPECT_TRUE(panel().sentence()->text().contains(QStringLiteral("bekende plek")))
        << panel().sentence()->text().toStdString();
    EXPECT_TRUE(panel().bars()->isHidden());
}

TEST_F(Identify, IsAToolBesideSelectingThatIsRemembered) {
    open({file("cbs/buurten.gpkg")});
    const core::Bounds bounds = project().layers().front().data.index->boundsOf(0);
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
    open({file("cbs/buurten.gpkg")});
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
    std::ofstream(town_ / "in" / "banken.csv")
        << "nummer;lengte;bsn;x;y\n1;1,5;111222333;200010;450010\n2;2;123456782;200020;450020\n";
    open({file("banken.csv")});
    chooseTool();
    click({200'010.0, 450'010.0});
    waitForAnswer();
    EXPECT_TRUE(panel().found()->text().contains(QStringLiteral("111222333")))
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
