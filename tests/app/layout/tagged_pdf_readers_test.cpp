// What other programs make of a tagged PDF: those that are on PATH.
#include "tests/app/layout/tagged_sample.h"

#include <gtest/gtest.h>
#include <qpdf/QPDFJob.hh>

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace lommer::app {
namespace {

using test::sampleMap;
using test::taggedSample;

class TaggedPdfReaders : public testing::Test {
protected:
    void SetUp() override {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(taggedPdf(taggedSample()));
    }

    QString path() const { return folder_.filePath(QStringLiteral("pagina.pdf")); }
    QString inFolder(const QString& name) const { return folder_.filePath(name); }

    static bool has(const char* program) {
        return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
    }

    /// What the program says on standard output. It must succeed.
    static QString outputOf(const char* program, const QStringList& arguments) {
        QProcess process;
        process.start(QString::fromLatin1(program), arguments);
        EXPECT_TRUE(process.waitForFinished(60'000)) << program;
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private:
    QTemporaryDir folder_;
};

// The command `qpdf --check`, from the library.
TEST_F(TaggedPdfReaders, QpdfFindsNothingWrong) {
    const std::string file = path().toStdString();
    const char* arguments[] = {"qpdf", "--check", file.c_str(), nullptr};
    QPDFJob job;
    job.initializeFromArgv(arguments);
    job.run();
    EXPECT_EQ(job.getExitCode(), 0);
}

TEST_F(TaggedPdfReaders, PdfinfoSeesATaggedPageOfExactSize) {
    if (!has("pdfinfo")) {
        GTEST_SKIP() << "skipped: no pdfinfo";
    }
    const QString facts = outputOf("pdfinfo", {path()});
    for (const char* expected :
         {"Tagged: +yes", "Title: +Warmte in de gemeente <Ede & omgeving>", "Pages: +2",
          "PDF version: +1.7", "Page size: +595.276 x 841.89 pts"}) {
        EXPECT_TRUE(facts.contains(QRegularExpression(QString::fromLatin1(expected))))
            << expected << " in " << facts.toStdString();
    }
}

TEST_F(TaggedPdfReaders, PdfinfoReadsTheTextsInOrder) {
    if (!has("pdfinfo")) {
        GTEST_SKIP() << "skipped: no pdfinfo";
    }
    const QString structure = outputOf("pdfinfo", {QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                                   QStringLiteral("-struct-text"), path()});
    qsizetype last = -1;
    for (const char* expected : {"H1", "\"Ruim een derde van de buurten is warm\"", "Figure",
                                 "\"Gemiddeld per buurt, in graden.\"", "\"– Ouderen in de kern\"",
                                 "\"– Scholen zonder schaduw\"", "H2", "\"De cijfers\"", "TH",
                                 "/Scope /Column", "\"Buurt\"", "\"Bomen\"", "/Scope /Row",
                                 "\"Kern\"", "TD", "\"1.234\"", "\"Heide\"", "\"56\""}) {
        const qsizetype place = structure.indexOf(QString::fromUtf8(expected), last + 1);
        EXPECT_GT(place, last) << expected << " in " << structure.toStdString();
        last = place;
    }
}

TEST_F(TaggedPdfReaders, PdffontsSeesAllFontsEmbeddedAsSubsets) {
    if (!has("pdffonts")) {
        GTEST_SKIP() << "skipped: no pdffonts";
    }
    const QStringList lines =
        outputOf("pdffonts", {path()}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 4);
    for (const QString& font : lines.mid(2)) {
        EXPECT_TRUE(font.contains(QRegularExpression(QStringLiteral(" yes +yes +yes "))))
            << font.toStdString();
    }
}

TEST_F(TaggedPdfReaders, PdfdetachGivesTheAttachmentBack) {
    if (!has("pdfdetach")) {
        GTEST_SKIP() << "skipped: no pdfdetach";
    }
    const QString saved = inFolder(QStringLiteral("saved"));
    outputOf("pdfdetach",
             {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), saved, path()});
    QFile file(saved);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), taggedSample().attachments[0].bytes);
}

// Ten pixels are a millimetre.
TEST_F(TaggedPdfReaders, PdftoppmDrawsEverythingInItsPlace) {
    if (!has("pdftoppm")) {
        GTEST_SKIP() << "skipped: no pdftoppm";
    }
    outputOf("pdftoppm", {QStringLiteral("-r"), QStringLiteral("254"), QStringLiteral("-png"),
                          path(), inFolder(QStringLiteral("page"))});
    const QImage page(inFolder(QStringLiteral("page-1.png")));
    ASSERT_EQ(page.size(), QSize(2100, 2970));
    // The frame and the cross of the map.
    const QRectF map = sampleMap().mapPlaceMillimetres;
    for (const QPointF place :
         {QPointF(map.left(), 70.0), QPointF(map.right(), 70.0), QPointF(60.0, map.top()),
          QPointF(60.0, map.bottom()), map.center() + QPointF(3.0, 0.0), map.center()}) {
        EXPECT_LT(qGray(page.pixel((place * 10.0).toPoint())), 60) << place.x() << " " << place.y();
    }
    EXPECT_GT(qGray(page.pixel((map.topLeft() * 10.0).toPoint() - QPoint(4, 4))), 250);
    // The strips along the edges of the paper are neither cut off nor short.
    EXPECT_GT(qRed(page.pixel(2099, 1500)) - qBlue(page.pixel(2099, 1500)), 100);
    EXPECT_GT(qRed(page.pixel(1000, 2969)) - qBlue(page.pixel(1000, 2969)), 100);
    EXPECT_GT(qGray(page.pixel(2077, 1500)), 250);
}

TEST_F(TaggedPdfReaders, GdalinfoFindsAPlaceWithinAMetre) {
    if (!has("gdalinfo") || !outputOf("gdalinfo", {QStringLiteral("--formats")})
                                 .contains(QLatin1String("PDF -raster"))) {
        GTEST_SKIP() << "skipped: no gdalinfo that reads PDF";
    }
    const QJsonObject facts =
        QJsonDocument::fromJson(outputOf("gdalinfo", {QStringLiteral("-json"), path()}).toUtf8())
            .object();
    const QString system =
        facts[QLatin1String("coordinateSystem")][QLatin1String("wkt")].toString();
    EXPECT_TRUE(system.contains(QLatin1String("ID[\"EPSG\",28992]"))) << system.toStdString();
    const QJsonArray transform = facts[QLatin1String("geoTransform")].toArray();
    const QJsonArray size = facts[QLatin1String("size")].toArray();
    ASSERT_EQ(transform.size(), 6);
    // The cross stands 105 mm from the left and 100 mm from the top of A4.
    const double column = 105.0 / 210.0 * size[0].toDouble();
    const double row = 100.0 / 297.0 * size[1].toDouble();
    EXPECT_NEAR(transform[0].toDouble() + column * transform[1].toDouble(), 177450.0, 1.0);
    EXPECT_NEAR(transform[3].toDouble() + row * transform[5].toDouble(), 457300.0, 1.0);
}

}  // namespace
}  // namespace lommer::app
