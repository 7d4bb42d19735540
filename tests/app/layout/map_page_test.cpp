#include "app/layout/map_page.h"

#include "app/layout/page_export.h"
#include "app/style/default_style.h"
#include "core/base/error.h"
#include "tests/app/map/shapes.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace lommer::app {
namespace {

MapPage samplePage() {
    auto geometry = std::make_shared<core::GeometryColumn>();
    core::Column column({"mean", core::ColumnType::real});
    for (int i = 0; i < 10; ++i) {
        test::addSquare(*geometry, 200000.0 + 120.0 * i, 450000.0 + 60.0 * (i % 3), 100.0);
        column.appendReal(20.0 + 3.0 * i);
    }
    const auto table = std::make_shared<const core::Table>(
        10, std::vector<core::ColumnPointer>{std::make_shared<core::Column>(column)}, geometry);
    MapPage page;
    page.title = QStringLiteral("Gevoelstemperatuur op een zeer warme zomermiddag");
    page.subtitle = QStringLiteral("Gemiddelde per buurt.");
    page.locale = QLocale(QLocale::Dutch, QLocale::Netherlands);
    page.date = QDate(2026, 3, 5);
    page.source = QStringLiteral("Bron: BGT (peildatum 1-3-2026).");
    const LayerStyle style = classifiedStyle(*table->columns()[0], 5, ClassMethod::equal);
    page.layers = {{"layer-1", LayerData::of(table), style}};
    page.bounds = page.layers[0].data.bounds();
    page.legend = {makeLegend(style, legendFactsOf(*table, style),
                              QStringLiteral("Gevoelstemperatuur (PET), °C"), page.locale)};
    return page;
}

PagePlaces placesOf(const MapPage& page) {
    QImage image(10, 10, QImage::Format_RGB32);
    QPainter painter(&image);
    return MapPagePainter(painter, page).places();
}

void expectInOrder(const PagePlaces& places) {
    const QRectF paper(QPointF(0.0, 0.0), places.page);
    for (const QRectF& place : {places.title, places.map, places.legend, places.footer}) {
        EXPECT_TRUE(paper.contains(place));
        EXPECT_GT(place.width(), 20.0);
        EXPECT_GT(place.height(), 3.0);
    }
    EXPECT_LE(places.title.bottom(), places.map.top());
    EXPECT_LE(places.map.bottom(), places.footer.top());
    EXPECT_FALSE(places.map.intersects(places.legend));
    EXPECT_LE(places.legend.bottom(), places.footer.top());
}

TEST(MapPage, PutsEverythingOnThePaperWithoutOverlap) {
    MapPage page = samplePage();
    for (const auto orientation : {QPageLayout::Portrait, QPageLayout::Landscape}) {
        page.orientation = orientation;
        expectInOrder(placesOf(page));
    }
}

TEST(MapPage, GivesLongTextsRoomOutOfTheMap) {
    MapPage page = samplePage();
    const double mapHeight = placesOf(page).map.height();
    page.title = QStringLiteral(
        "In een groot deel van de buurten van de gemeente voelt het op een "
        "hete middag veel te warm aan om buiten te werken");
    for (LegendItem& item : page.legend[0].items) {
        item.label = QStringLiteral(
            "35 – < 41 °C: sterke hittestress, vooral op verharde pleinen "
            "zonder bomen en in straten die op het zuiden liggen");
    }
    const PagePlaces places = placesOf(page);
    expectInOrder(places);
    EXPECT_LT(places.map.height(), mapHeight - 10.0);
    EXPECT_GT(places.map.height(), 60.0);
}

/// The part of `image` that is not white, in millimetres of the page.
QRectF inkOf(const QImage& image) {
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 250) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    const double perMillimetre = image.dotsPerMeterX() / 1000.0;
    return {ink.x() / perMillimetre, ink.y() / perMillimetre, ink.width() / perMillimetre,
            ink.height() / perMillimetre};
}

ReleasedPage forAll(const MapPage& page) {
    return released(page, core::ReleaseProfile::openbaar);
}

TEST(MapPage, KeepsItsMarginsWhite) {
    MapPage page = samplePage();
    page.source = QString(60, QLatin1Char('x')).replace(QLatin1Char('x'), QStringLiteral("Bron; "));
    for (const auto orientation : {QPageLayout::Portrait, QPageLayout::Landscape}) {
        page.orientation = orientation;
        const QRectF ink = inkOf(pageAsImage(forAll(page), 60));
        const QSizeF paper = pageSizeOf(page);
        EXPECT_GT(ink.left(), 14.0);
        EXPECT_GT(ink.top(), 14.0);
        EXPECT_LT(ink.right(), paper.width() - 14.0);
        EXPECT_LT(ink.bottom(), paper.height() - 14.0);
    }
}

TEST(PageExport, MakesAPngOfThreeHundredDotsPerInch) {
    const QImage image = pageAsImage(forAll(samplePage()));
    EXPECT_EQ(image.size(), QSize(2480, 3508));
    EXPECT_EQ(image.dotsPerMeterX(), 11811);
}

TEST(PageExport, MakesAPdfWithTitleLanguageAndEmbeddedFonts) {
    const QByteArray pdf = pageAsPdf(forAll(samplePage()));
    EXPECT_TRUE(pdf.startsWith("%PDF-1.6"));
    EXPECT_TRUE(pdf.contains("/Lang (nl"));
    EXPECT_TRUE(pdf.contains("/DisplayDocTitle true"));
    EXPECT_TRUE(pdf.contains("/FontFile2"));
    EXPECT_LT(pdf.size(), 2'000'000);
}

TEST(PageExport, WritesTheKindThatTheNameAsksFor) {
    const QTemporaryDir folder;
    exportPage(forAll(samplePage()), folder.filePath("kaart.pdf"));
    exportPage(forAll(samplePage()), folder.filePath("kaart.png"));
    QFile pdf(folder.filePath("kaart.pdf"));
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
    EXPECT_EQ(QImage(folder.filePath("kaart.png")).size(), QSize(2480, 3508));
}

TEST(PageExport, RefusesToShowFiguresThatAreNotForEveryone) {
    const QTemporaryDir folder;
    MapPage page = samplePage();
    const core::Table& open = *page.layers[0].data.table;
    core::ColumnInfo info = open.column(0).info();
    info.privacy = core::PrivacyClass::perAddress;
    page.layers[0].data = LayerData::of(
        std::make_shared<const core::Table>(open.withColumn(open.column(0).withInfo(info))));
    try {
        exportPage(forAll(page), folder.filePath("kaart.png"));
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::privacyLevel);
    }
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
    page.layers[0].style = plainStyle(0);  // places only, which are open
    EXPECT_NO_THROW(exportPage(forAll(page), folder.filePath("kaart.png")));
    page.layers[0].data.places = core::PrivacyClass::perAddress;
    for (const char* name : {"plekken.pdf", "plekken.png", "plekken.svg"}) {
        EXPECT_THROW(exportPage(forAll(page), folder.filePath(name)), core::Error) << name;
        EXPECT_FALSE(QFile::exists(folder.filePath(name)));
    }
}

TEST(PageExport, SaysThatAFolderIsNotThere) {
    const QTemporaryDir folder;
    try {
        exportPage(forAll(samplePage()), folder.filePath("is-niet-hier/kaart.pdf"));
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::fileMissing);
    }
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace lommer::app
