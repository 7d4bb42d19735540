#include "app/map/map_view.h"

#include "app/map/scale_bar.h"

#include <gtest/gtest.h>

#include <QImage>

namespace lommer::app {
namespace {

void expectNear(core::Point a, core::Point b) {
    EXPECT_NEAR(a.x, b.x, 1e-6);
    EXPECT_NEAR(a.y, b.y, 1e-6);
}

TEST(MapView, PutsItsCentreInTheMiddleAndNorthUp) {
    const MapView view({1000.0, 2000.0}, 2.0, {400.0, 300.0});
    EXPECT_EQ(view.toScreen({1000.0, 2000.0}), QPointF(200.0, 150.0));
    EXPECT_EQ(view.toScreen({1000.0, 2010.0}), QPointF(200.0, 145.0));
    EXPECT_EQ(view.bounds(), (core::Bounds{600.0, 1700.0, 1400.0, 2300.0}));
    expectNear(view.toMap(view.toScreen({1234.0, 1999.0})), {1234.0, 1999.0});
}

TEST(MapView, ZoomsAroundThePlaceUnderTheCursor) {
    const MapView view({155000.0, 463000.0}, 8.0, {800.0, 600.0});
    const QPointF cursor(123.0, 456.0);
    for (const double factor : {0.5, 1.25, 2.0, 16.0}) {
        const MapView zoomed = view.zoomed(factor, cursor);
        expectNear(zoomed.toMap(cursor), view.toMap(cursor));
        EXPECT_DOUBLE_EQ(zoomed.metresPerPixel(), 8.0 / factor);
    }
}

TEST(MapView, StopsAtTheFinestAndCoarsestScale) {
    const MapView view({0.0, 0.0}, 1.0, {100.0, 100.0});
    EXPECT_EQ(view.zoomed(1e12, {50, 50}).metresPerPixel(), MapView::kFinest);
    EXPECT_EQ(view.zoomed(1e-12, {50, 50}).metresPerPixel(), MapView::kCoarsest);
}

TEST(MapView, FollowsADrag) {
    const MapView view({0.0, 0.0}, 2.0, {100.0, 100.0});
    EXPECT_EQ(view.movedBy({10.0, 5.0}).toScreen(view.toMap({20.0, 20.0})), QPointF(30.0, 25.0));
}

TEST(MapView, ShowsAllOfWhatIsAskedWithAMargin) {
    const core::Bounds wanted{100000.0, 400000.0, 101000.0, 400100.0};
    const core::Bounds shown = MapView::showing(wanted, {500.0, 500.0}, 0.1).bounds();
    EXPECT_NEAR(shown.width(), 1200.0, 1e-6);
    EXPECT_LT(shown.ymin, wanted.ymin);
    EXPECT_GT(shown.ymax, wanted.ymax);
}

TEST(MapView, ShowsTheCountryWhereThereIsNothingAndSomeGroundAroundAPoint) {
    EXPECT_TRUE(
        MapView::showing({}, {500.0, 500.0}).bounds().intersects({1.5e5, 4.6e5, 1.6e5, 4.7e5}));
    const core::Bounds point{100.0, 200.0, 100.0, 200.0};
    EXPECT_NEAR(MapView::showing(point, {500.0, 500.0}, 0.0).bounds().width(), 100.0, 1e-6);
}

TEST(ScaleBar, IsARoundLengthThatFits) {
    EXPECT_EQ(roundLength(999.0), 500.0);
    EXPECT_EQ(roundLength(1000.0), 1000.0);
    EXPECT_EQ(roundLength(2600.0), 2000.0);
    EXPECT_EQ(roundLength(0.7), 0.5);
    const QLocale dutch(QLocale::Dutch);
    EXPECT_EQ(lengthText(2000.0, dutch), QStringLiteral("2\u00a0km"));
    EXPECT_EQ(lengthText(500.0, dutch), QStringLiteral("500\u00a0m"));
    EXPECT_EQ(lengthText(0.2, dutch), QStringLiteral("20\u00a0cm"));
}

TEST(ScaleBar, IsAsLongOnThePictureAsItSays) {
    // 100 pixels at 3 m: at most 300 m, so 200 m: 66.7 pixels.
    QImage image(200, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const MapView view({0.0, 0.0}, 3.0, {200.0, 60.0});
    const QRectF sheet = paintScaleBar(painter, {20.0, 50.0}, 100.0, view, QLocale(QLocale::Dutch));
    painter.end();
    int first = -1;
    int last = -1;
    for (int x = 0; x < image.width(); ++x) {
        if (qGray(image.pixel(x, 50)) < 128) {
            first = first < 0 ? x : first;
            last = x;
        }
    }
    EXPECT_NEAR(first, 20, 1);
    EXPECT_NEAR(last - first, 66.7, 1.5);
    // The pale sheet lies as far beyond the bar on the right as on the left.
    EXPECT_NEAR(sheet.right() - last, first - sheet.left(), 2.0);
}

}  // namespace
}  // namespace lommer::app
