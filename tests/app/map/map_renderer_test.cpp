#include "app/map/map_renderer.h"

#include "app/map/raster_painter.h"
#include "app/style/nothing.h"
#include "core/base/error.h"
#include "tests/app/map/shapes.h"
#include "tests/support/memory_raster.h"

#include <gtest/gtest.h>

#include <limits>

namespace lommer::app {
namespace {

/// 100 x 100 pixels of 1 m, south-west corner at RD (0, 0).
MapView hundredMetres() {
    return {{50.0, 50.0}, 1.0, {100.0, 100.0}};
}

LayerStyle twoClasses() {
    LayerStyle style;
    style.kind = StyleKind::classes;
    style.column = "v";
    style.classes = {{{}, 10.0, Qt::red}, {10.0, {}, Qt::blue}};
    return style;
}

MapLayer squaresLayer() {
    auto geometry = std::make_shared<core::GeometryColumn>();
    test::addSquare(*geometry, 10, 10, 20);
    test::addSquare(*geometry, 50, 10, 20);
    test::addSquare(*geometry, 10, 60, 20);
    test::addSquareWithHole(*geometry, 50, 50, 40);
    core::Column column({"v", core::ColumnType::real});
    column.appendReal(3.0);
    column.appendReal(12.0);
    column.appendAbsent(core::Presence::missing);
    column.appendReal(10.0);
    const auto table = std::make_shared<const core::Table>(
        4, std::vector<core::ColumnPointer>{std::make_shared<core::Column>(std::move(column))},
        geometry);
    return {"layer-1", LayerData::of(table), twoClasses()};
}

QRgb at(const QImage& image, double x, double y) {
    const double ratio = image.devicePixelRatio();
    return image.pixel(static_cast<int>(x * ratio), static_cast<int>((100.0 - y) * ratio));
}

RenderRequest requestFor(MapLayer layer) {
    RenderRequest request;
    request.layers = {std::move(layer)};
    request.view = hundredMetres();
    return request;
}

TEST(MapRenderer, PassesOverSelectedRowsThatTheTableDoesNotHave) {
    MapLayer layer = squaresLayer();
    const QImage before = MapRenderer().render(requestFor(layer));
    layer.selectedRows = {-1, 4, 4'000'000};
    EXPECT_EQ(MapRenderer().render(requestFor(layer)), before);
}

TEST(MapRenderer, DrawsEachFeatureInTheColourOfItsClass) {
    const QImage image = MapRenderer().render(requestFor(squaresLayer()));
    EXPECT_EQ(at(image, 20, 20), QColor(Qt::red).rgb());
    EXPECT_EQ(at(image, 60, 20), QColor(Qt::blue).rgb());
    EXPECT_EQ(at(image, 40, 40), QColor(Qt::white).rgb()) << "nothing between the squares";
}

TEST(MapRenderer, DrawsAMissingValueGreyAndAHoleOpen) {
    const QImage image = MapRenderer().render(requestFor(squaresLayer()));
    EXPECT_EQ(at(image, 20, 70), brushOf(Nothing::noData).color().rgb());
    EXPECT_EQ(at(image, 53, 70), QColor(Qt::blue).rgb());
    EXPECT_EQ(at(image, 70, 70), QColor(Qt::white).rgb()) << "the hole";
}

TEST(MapRenderer, DrawsEachFeatureInTheColourOfItsKind) {
    auto geometry = std::make_shared<core::GeometryColumn>();
    core::Column column({"kind"});
    for (const char* kind : {"heath", "wood", "moor"}) {
        test::addSquare(*geometry, 10.0 + 30.0 * static_cast<double>(column.size()), 10, 20);
        column.appendText(kind);
    }
    LayerStyle style;
    style.kind = StyleKind::categories;
    style.column = "kind";
    style.categories = {{{"wood"}, Qt::red}, {{"heath", "dune"}, Qt::blue}, {{}, Qt::yellow}};
    const auto table = std::make_shared<const core::Table>(
        3, std::vector<core::ColumnPointer>{std::make_shared<core::Column>(std::move(column))},
        geometry);
    const QImage image = MapRenderer().render(requestFor({"layer-1", LayerData::of(table), style}));
    EXPECT_EQ(at(image, 20, 20), QColor(Qt::blue).rgb());
    EXPECT_EQ(at(image, 50, 20), QColor(Qt::red).rgb());
    EXPECT_EQ(at(image, 80, 20), QColor(Qt::yellow).rgb());
}

MapLayer pointsLayer(int perSide) {
    auto geometry = std::make_shared<core::GeometryColumn>();
    for (int index = 0; index < perSide * perSide; ++index) {
        const core::Point place{(index % perSide + 0.5) * 100.0 / perSide,
                                (index / perSide + 0.5) * 100.0 / perSide};
        geometry->addRing({&place, 1});
        geometry->endPart();
        geometry->endFeature(core::GeometryKind::point);
    }
    const auto table = std::make_shared<const core::Table>(
        perSide * perSide, std::vector<core::ColumnPointer>{}, geometry);
    return {"layer-1", LayerData::of(table), LayerStyle{.colour = Qt::red}};
}

double whiteShare(const QImage& image) {
    int white = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            white += image.pixel(x, y) == QColor(Qt::white).rgb() ? 1 : 0;
        }
    }
    return static_cast<double>(white) / (image.width() * image.height());
}

TEST(MapRenderer, DrawsManyPointsSmallAndFewOnesLarge) {
    const QImage few = MapRenderer().render(requestFor(pointsLayer(2)));
    EXPECT_LT(qGreen(at(few, 27.0, 25.5)), 40) << "red two pixels from the middle";
    const QImage many = MapRenderer().render(requestFor(pointsLayer(25)));
    EXPECT_GT(whiteShare(many), 0.6);  // dots of their usual size would leave nothing white
    EXPECT_LT(whiteShare(many), 0.97);
}

TEST(MapRenderer, DrawsNoFillForAnOutline) {
    MapLayer layer = squaresLayer();
    layer.style = LayerStyle{.colour = Qt::red, .isOutline = true};
    const QImage image = MapRenderer().render(requestFor(layer));
    EXPECT_EQ(at(image, 20, 20), QColor(Qt::white).rgb());
    EXPECT_NE(at(image, 10, 20), QColor(Qt::white).rgb());
}

TEST(MapRenderer, KeepsPlacesAndSizesOnAFineScreen) {
    RenderRequest request = requestFor(squaresLayer());
    request.pixelRatio = 2.0;
    const QImage image = MapRenderer().render(request);
    EXPECT_EQ(image.size(), QSize(200, 200));
    EXPECT_EQ(at(image, 20, 20), QColor(Qt::red).rgb());
    EXPECT_EQ(at(image, 60, 20), QColor(Qt::blue).rgb());
    EXPECT_EQ(at(image, 33, 20), QColor(Qt::white).rgb());
}

TEST(MapRenderer, DrawsOnTopWhatComesLast) {
    MapLayer lower = squaresLayer();
    MapLayer upper = squaresLayer();
    upper.style = LayerStyle{};
    upper.style.colour = Qt::green;
    RenderRequest request = requestFor(lower);
    request.layers.push_back(upper);
    EXPECT_EQ(at(MapRenderer().render(request), 20, 20), QColor(Qt::green).rgb());
}

TEST(MapRenderer, RingsWhatIsSelected) {
    MapLayer layer = squaresLayer();
    const QImage plain = MapRenderer().render(requestFor(layer));
    layer.selectedRows = {1};
    const QImage selected = MapRenderer().render(requestFor(layer));
    EXPECT_NE(at(plain, 50, 20), at(selected, 50, 20)) << "the edge of row 1";
    EXPECT_EQ(at(plain, 60, 20), at(selected, 60, 20)) << "its middle keeps its colour";
    EXPECT_EQ(at(plain, 10, 20), at(selected, 10, 20)) << "the edge of row 0";
}

MapLayer rasterLayer(std::int64_t cells, double cellSize) {
    const core::Grid grid(0.0, static_cast<double>(cells) * cellSize, cellSize, cells, cells);
    // West half 0, east half 20, one hole in the north-west corner.
    const auto raster =
        std::make_shared<const lommer::test::MemoryRaster>(grid, [cells](core::CellIndex cell) {
            if (cell.row < cells / 10 && cell.column < cells / 10) {
                return std::numeric_limits<float>::quiet_NaN();
            }
            return cell.column < cells / 2 ? 0.0f : 20.0f;
        });
    return {"layer-2", LayerData::of(raster), twoClasses()};
}

TEST(MapRenderer, DrawsCellsWhereTheyLieAtEveryReduction) {
    // The same 100 m of ground in cells of 10 m down to 6 cm: enlarged, one to one and reduced.
    for (const std::int64_t cells : {10, 100, 200, 700, 1600}) {
        const QImage image = MapRenderer().render(
            requestFor(rasterLayer(cells, 100.0 / static_cast<double>(cells))));
        EXPECT_EQ(at(image, 30, 50), QColor(Qt::red).rgb()) << cells;
        EXPECT_EQ(at(image, 47, 50), QColor(Qt::red).rgb()) << cells;
        EXPECT_EQ(at(image, 53, 50), QColor(Qt::blue).rgb()) << cells;
        EXPECT_EQ(at(image, 5, 95), brushOf(Nothing::noData).color().rgb()) << cells;
    }
}

TEST(MapRenderer, DrawsNoCellsBesideTheGrid) {
    RenderRequest request = requestFor(rasterLayer(100, 1.0));
    request.view = MapView({100.0, 50.0}, 1.0, {100.0, 100.0});
    const QImage image = MapRenderer().render(request);
    EXPECT_EQ(at(image, 25, 50), QColor(Qt::blue).rgb());
    EXPECT_EQ(at(image, 75, 50), QColor(Qt::white).rgb());
}

TEST(MapRenderer, ReadsNoMoreCellsThanThePictureCanShow) {
    EXPECT_EQ(reductionFor(0.5, 0.1), 1);
    EXPECT_EQ(reductionFor(0.5, 0.5), 1);
    EXPECT_EQ(reductionFor(0.5, 100.0), 200);
}

TEST(MapRenderer, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const MapRenderer renderer(stop.get_token());
    EXPECT_THROW(renderer.render(requestFor(rasterLayer(100, 1.0))), core::Cancelled);
}

TEST(MapRenderer, DrawsTheSameTwice) {
    EXPECT_EQ(MapRenderer().render(requestFor(squaresLayer())),
              MapRenderer().render(requestFor(squaresLayer())));
}

}  // namespace
}  // namespace lommer::app
