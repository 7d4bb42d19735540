#include "app/layout/check_report.h"

#include "app/layout/document_pdf.h"
#include "core/base/error.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace lommer::app {
namespace {

ReleasedReport sampleReport() {
    RecognisedLayer trees;
    trees.description.name = "bomen <2023>";
    trees.description.subject = "tree-points";
    trees.description.table.rowCount = 1234;
    trees.description.referenceDate = "2023-05-01";
    trees.description.remarks = {{"repaired-spaces",
                                  {{"layer", std::string("bomen")},
                                   {"column", std::string("soort")},
                                   {"count", std::int64_t{4}}}}};
    core::CheckFinding twice{
        "key-unique", "identificatie", core::CheckOutcome::remarks, 2, {6, 11}};
    core::CheckFinding zeros{"zeros-lost", "gemeentecode", core::CheckOutcome::failed, 1234, {0}};
    zeros.repair = core::RepairKind::leadingZeros;
    trees.check = core::DataCheck{{{"rows-present"}, twice, zeros}};
    return released({QStringLiteral("levering"),
                     {{trees}, {{"left-out-unreadable", {{"file", std::string("dsm.tif")}}}}},
                     QDate(2026, 3, 5)});
}

TEST(CheckReport, SaysUnderFixedHeadingsWhatWasFound) {
    const QString html = reportHtml(sampleReport(), Texts(Language::nl));
    for (const char* part :
         {"<h1>Keuringsrapport van ‘levering’</h1>", "5 maart 2026", "01-05-2023",
          "<h2>Oordeel</h2>", "<b>afgekeurd</b>", "1.234", "<h3>Opmerkingen</h3>", "Rij 7, 12.",
          "<h3>Hersteld</h3>", "<h3>Te herstellen door de leverancier</h3>",
          "<h3>Gecontroleerd</h3>", "dsm.tif"}) {
        EXPECT_TRUE(html.contains(QString::fromUtf8(part))) << part;
    }
    // What Lommer can repair is not for the supplier.
    const auto supplier = html.mid(html.indexOf(QStringLiteral("Te herstellen door")));
    EXPECT_FALSE(supplier.left(supplier.indexOf(QStringLiteral("Gecontroleerd")))
                     .contains(QStringLiteral("gemeentecode")));
}

TEST(CheckReport, EscapesWhatComesFromData) {
    const QString html = reportHtml(sampleReport(), Texts(Language::en));
    EXPECT_FALSE(html.contains(QStringLiteral("<2023>")));
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;2023&gt;")));
}

TEST(CheckReport, IsAPdfWithTitleLanguageAndBookmarks) {
    const QByteArray pdf = reportAsPdf(sampleReport(), Texts(Language::nl));
    EXPECT_TRUE(pdf.startsWith("%PDF-1."));
    EXPECT_TRUE(pdf.contains("/Lang (nl"));
    EXPECT_TRUE(pdf.contains("/DisplayDocTitle true"));
    EXPECT_TRUE(pdf.contains("/FontFile2"));
    EXPECT_TRUE(pdf.contains("/Outlines"));
    EXPECT_TRUE(pdf.contains("(Oordeel)"));
    EXPECT_EQ(reportAsPdf(sampleReport(), Texts(Language::nl)).size(), pdf.size());
}

TEST(CheckReport, TakesAsManyPagesAsItNeeds) {
    QString html;
    for (int line = 0; line < 200; ++line) {
        html += QStringLiteral("<h2>Kop %1</h2><p>Regel</p>").arg(line);
    }
    const QByteArray pdf = documentAsPdf(html, QStringLiteral("Lang"), QLocale(QLocale::Dutch));
    EXPECT_GT(pdf.count("/Type /Page\n") + pdf.count("/Type /Page "), 5);
    EXPECT_EQ(pdf.count("/Title (Kop "), 200);
}

TEST(CheckReport, IsWholeOrNotThere) {
    const QTemporaryDir folder;
    const Texts texts(Language::nl);
    saveReport(sampleReport(), texts, folder.filePath("keuring.pdf"));
    EXPECT_TRUE(QFile::exists(folder.filePath("keuring.pdf")));
    EXPECT_THROW(saveReport(sampleReport(), texts, folder.filePath("is-niet-hier/keuring.pdf")),
                 core::Error);
}

}  // namespace
}  // namespace lommer::app
