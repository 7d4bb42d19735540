// Two results of one analysis: held against each other with a handle on the map, and made into a
// map of the difference.

#include "app/desktop/compare_bar.h"
#include "app/desktop/difference_dialog.h"
#include "app/desktop/origin_panel.h"
#include "gis/platform/file_error.h"
#include "tests/app/desktop/sample_window.h"

#include <QComboBox>
#include <QImage>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <tuple>

namespace lommer::app {
namespace {

class Compare : public SampleWindow {
protected:
    Comparison& comparison() { return workspace().comparison(); }
    /// Felt temperature at one hour (UTC), computed and opened. Becomes the topmost layer.
    void openHeatOf(double hour, const char* name) {
        openResult(town_.run("heat-stress", name, {"dsm=ahn/R_41AZ1.tif", "dtm=ahn/M_41AZ1.tif"},
                             {{"hours", std::vector<double>{hour}}}),
                   6);
    }
    /// The pet of the early hour below that of the hot one.
    void openTwo() {
        openHeatOf(10.0, "vroeg");
        early_ = petOnTop();
        openHeatOf(13.0, "heet");
        hot_ = petOnTop();
        ASSERT_NE(early_, hot_);
    }
    LayerId petOnTop() {
        for (const Layer& layer : project().layers()) {
            if (layer.origin && layer.origin->output == QLatin1String("pet")) {
                return layer.id;
            }
        }
        return {};
    }
    void waitForPictures() {
        QTest::qWait(50);  // changes of the project reach the map after the event loop
        ASSERT_TRUE(QTest::qWaitFor([this] { return !window().map().isDrawing(); }, kPatience));
    }
    QAction* swipeAction() { return window().findChild<QAction*>(QStringLiteral("swipe")); }
    void startSwipe() {
        QTest::qWait(10);
        ASSERT_TRUE(swipeAction()->isEnabled());
        swipeAction()->trigger();
        ASSERT_TRUE(comparison().isActive());
        waitForPictures();
        ASSERT_TRUE(window().map().isSwiping());
    }
    QImage pictureWith(const LayerId& shown) {
        return MapRenderer().render(
            {.layers = sideOf(project(), workspace().selection(), *comparison().pair(), shown),
             .view = window().map().view()});
    }
    /// How many of the looked-at places left and right of the handle have the colour of that side
    /// and not that of the other; fails where one has another colour.
    std::pair<int, int> placesThatTell() {
        const QImage shown = window().map().grab().toImage();
        const QImage left = pictureWith(comparison().pair()->left);
        const QImage right = pictureWith(comparison().pair()->right);
        const int line = static_cast<int>(window().map().swipeHandle().line());
        std::pair<int, int> telling;
        for (int y = 60; y < shown.height() - 50; y += 7) {
            for (int x = 8; x < shown.width() - 8; x += 9) {
                if (std::abs(x - line) < 20) {
                    continue;
                }
                const QImage& expected = x < line ? left : right;
                const QImage& other = x < line ? right : left;
                EXPECT_EQ(shown.pixel(x, y), expected.pixel(x, y)) << x << ' ' << y;
                if (expected.pixel(x, y) != other.pixel(x, y)) {
                    ++(x < line ? telling.first : telling.second);
                }
            }
        }
        return telling;
    }

    LayerId early_;
    LayerId hot_;
};

TEST_F(Compare, CannotBeStartedWithoutTwoResultsAndSaysWhy) {
    EXPECT_FALSE(swipeAction()->isEnabled());
    EXPECT_FALSE(swipeAction()->toolTip().isEmpty());
    EXPECT_FALSE(window().findChild<QAction*>(QStringLiteral("blink"))->isEnabled());
    openHeatOf(14.0, "een");
    QTest::qWait(10);
    EXPECT_FALSE(swipeAction()->isEnabled());
    EXPECT_FALSE(window().layers().actionsOfLayer().compare->isEnabled());
    EXPECT_FALSE(window().compareBar().isVisible());
}

TEST_F(Compare, ShowsTheOlderOnTheLeftAndTheNewerOnTheRightOfTheHandle) {
    openTwo();
    startSwipe();
    EXPECT_EQ(comparison().pair(), (LayerPair{early_, hot_}));
    EXPECT_TRUE(window().compareBar().isVisible());
    const auto [left, right] = placesThatTell();
    EXPECT_GT(left, 100);
    EXPECT_GT(right, 100);
}

TEST_F(Compare, MovesTheHandleWithoutDrawingAnew) {
    openTwo();
    startSwipe();
    SwipeHandle& handle = window().map().swipeHandle();
    const QSignalSpy drawn(&window().map(), &MapCanvas::drawingFinished);
    const double before = handle.line();
    const QPoint grip = handle.rect().center();
    QTest::mousePress(&handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&handle, grip + QPoint(-10, 0));
    QMouseEvent move(QEvent::MouseMove, grip + QPoint(-20, 0),
                     handle.mapToGlobal(grip + QPoint(-20, 0)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&handle, &move);
    QTest::mouseRelease(&handle, Qt::LeftButton, {}, handle.rect().center());
    EXPECT_LT(handle.line(), before - 15.0);
    EXPECT_FALSE(window().map().isDrawing());
    const auto [left, right] = placesThatTell();
    EXPECT_GT(left, 20);
    EXPECT_GT(right, 100);
    QTest::qWait(50);
    EXPECT_EQ(drawn.count(), 0);
}

TEST_F(Compare, ListensToTheKeyboard) {
    openTwo();
    startSwipe();
    SwipeHandle& handle = window().map().swipeHandle();
    EXPECT_FALSE(handle.accessibleName().isEmpty());
    QTest::keyClick(&handle, Qt::Key_Right);
    const double small = handle.share() - 0.5;
    EXPECT_GT(small, 0.0);
    QTest::keyClick(&handle, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_LT(handle.share(), 0.5 - small);
    for (int step = 0; step < 9; ++step) {
        QTest::keyClick(&handle, Qt::Key_Left, Qt::ShiftModifier);
    }
    EXPECT_EQ(handle.share(), 0.0);
    QTest::keyClick(&handle, Qt::Key_Escape);
    EXPECT_FALSE(comparison().isActive());
    waitForPictures();
    EXPECT_FALSE(window().map().isSwiping());
    EXPECT_FALSE(handle.isVisible());
    EXPECT_FALSE(window().compareBar().isVisible());
}

TEST_F(Compare, ShowsOneOnTheWholeMapAndThenTheOther) {
    openTwo();
    QTest::qWait(10);
    QTest::keyClick(&window(), Qt::Key_K);  // begins by itself
    ASSERT_TRUE(comparison().isActive());
    waitForPictures();
    SwipeHandle& handle = window().map().swipeHandle();
    EXPECT_EQ(handle.share(), 1.0);
    auto [left, right] = placesThatTell();
    EXPECT_GT(left, 200);
    EXPECT_EQ(right, 0);
    const QSignalSpy drawn(&window().map(), &MapCanvas::drawingFinished);
    window().compareBar().blinkButton()->click();
    EXPECT_EQ(handle.share(), 0.0);
    std::tie(left, right) = placesThatTell();
    EXPECT_EQ(left, 0);
    EXPECT_GT(right, 200);
    QTest::keyClick(&handle, Qt::Key_K);
    EXPECT_EQ(handle.share(), 1.0);
    QTest::qWait(50);
    EXPECT_EQ(handle.share(), 1.0);  // never by itself
    EXPECT_EQ(drawn.count(), 0);
    QTest::keyClick(&handle, Qt::Key_Escape);
    waitForPictures();
    startSwipe();
    EXPECT_EQ(handle.share(), 0.5);
}

TEST_F(Compare, SwapsSidesInTheBarAndHasOneLegendForLooksThatAreAlike) {
    openTwo();
    startSwipe();
    const CompareBar& bar = window().compareBar();
    EXPECT_EQ(bar.left()->currentData().toString(), early_);
    bar.left()->setCurrentIndex(bar.left()->findData(hot_));
    EXPECT_EQ(comparison().pair(), (LayerPair{hot_, early_}));
    waitForPictures();
    EXPECT_EQ(bar.right()->currentData().toString(), early_);
    const auto [left, right] = placesThatTell();
    EXPECT_GT(left, 100);
    EXPECT_GT(right, 100);
    const auto sections = [this] { return window().legend().sections().size(); };
    EXPECT_EQ(sections(), 1U);
    bar.closeButton()->click();
    QTest::qWait(50);
    EXPECT_EQ(sections(), 2U);
}

TEST_F(Compare, EndsWhenALayerIsTakenOut) {
    openTwo();
    startSwipe();
    window().layers().list()->setCurrentIndex(
        window().layers().list()->model()->index(project().positionOf(hot_), 0));
    window().layers().actionsOfLayer().remove->trigger();
    EXPECT_FALSE(comparison().isActive());
    waitForPictures();
    EXPECT_FALSE(window().map().isSwiping());
}

TEST_F(Compare, OffersTheMapOfARunWhereItsAreasAreChosen) {
    for (const auto& [hour, name] : {std::pair(10.0, "vroeg"), std::pair(13.0, "heet")}) {
        openResult(town_.run("heat-stress", name,
                             {"dsm=ahn/R_41AZ1.tif", "dtm=ahn/M_41AZ1.tif",
                              "neighbourhoods=cbs/buurten.gpkg"},
                             {{"hours", std::vector<double>{hour}}}),
                   6);
    }
    hot_ = petOnTop();
    const auto areas =
        std::find_if(project().layers().begin(), project().layers().end(), [](const Layer& layer) {
            return layer.origin && layer.origin->output == QLatin1String("neighbourhoods");
        });
    ASSERT_NE(areas, project().layers().end());
    ASSERT_EQ(areas->origin->folder, project().find(hot_)->origin->folder);
    workspace().setActiveLayer(areas->id);
    QAction* compare = window().layers().actionsOfLayer().compare;
    ASSERT_TRUE(compare->isEnabled());
    compare->trigger();
    auto* dialog = window().findChild<DifferenceDialog*>();
    ASSERT_NE(dialog, nullptr);
    ASSERT_EQ(dialog->layers()->count(), 1);
    // Settings as people read them, not as they stand in the record.
    EXPECT_TRUE(dialog->layers()->item(0)->text().endsWith(QStringLiteral("Uren: 10")))
        << dialog->layers()->item(0)->text().toStdString();
    dialog->reject();
}

TEST_F(Compare, MakesAMapOfTheDifference) {
    openTwo();
    workspace().setActiveLayer(hot_);
    ASSERT_TRUE(window().layers().actionsOfLayer().compare->isEnabled());
    DifferenceDialog* dialog = window().compareWith(hot_);
    ASSERT_EQ(dialog->layers()->count(), 1);
    const int before = project().count();
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace().runner().isRunning(); }, kPatience));
    ASSERT_EQ(project().count(), before + 2) << said_.toStdString();
    const Layer& result = project().layers().front();
    EXPECT_EQ(result.origin->output, QStringLiteral("difference"));
    EXPECT_EQ(result.name, QStringLiteral("Verschil in gevoelstemperatuur"));
    EXPECT_TRUE(result.isVisible);
    // Hot minus early: nowhere cooler by much, and in most places warmer.
    EXPECT_TRUE(said_.contains(QStringLiteral("warmer"))) << said_.toStdString();
    EXPECT_TRUE(said_.contains(QStringLiteral("°C"))) << said_.toStdString();
    // The panel says the same as the message did.
    workspace().setActiveLayer(result.id);
    const auto* panel = window().findChild<OriginPanel*>();
    ASSERT_NE(panel, nullptr);
    EXPECT_TRUE(panel->toPlainText().contains(QStringLiteral("Van het vergeleken oppervlak")))
        << panel->toPlainText().toStdString();
    EXPECT_TRUE(panel->toPlainText().contains(QStringLiteral("\nVerschil in gevoelstemperatuur.")));
    const auto& classes = result.style.classes;
    ASSERT_GE(classes.size(), 3U);
    ASSERT_EQ(classes.size() % 2, 1U);
    EXPECT_EQ(classes[classes.size() / 2].label.dutch,
              QStringLiteral("geen duidelijk verschil (minder dan 1\u00A0°C)"));
    EXPECT_TRUE(classes.front().label.dutch.endsWith(QStringLiteral("koeler")));
    EXPECT_TRUE(classes.back().label.dutch.endsWith(QStringLiteral("warmer")));
    EXPECT_EQ(result.style.hole, Nothing::notApplicable);  // as on the maps it was made of
}

}  // namespace
}  // namespace lommer::app
