#pragma once

#include "app/composition/delivery_service.h"
#include "app/text/texts.h"
#include "core/disclosure/released.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace lommer::app {

/// What the check of a delivery found, to be printed. It holds counts, names of columns and numbers
/// of rows: no values.
struct CheckReport {
    /// The file or folder, without path.
    QString delivery;
    Delivery found;
    QDate date;
};

using ReleasedReport = core::Released<CheckReport>;

/// Numbers of rows and names of columns are for everyone.
ReleasedReport released(CheckReport report);

/// What one finding says, with the number of rows: "3 rijen hebben geen ‘code’."
QString findingText(const core::CheckFinding& finding, const Texts& texts);
/// What to do about it.
QString adviceText(const core::CheckFinding& finding, const Texts& texts);

/// The report as HTML with headings and tables: verdict, what was checked, remarks, what was
/// repaired, what the supplier has to repair; a heading for each layer.
QString reportHtml(const ReleasedReport& report, const Texts& texts);

/// The report on pages of A4: title, language and page numbers, and a bookmark for each heading.
/// Needs QGuiApplication for its fonts, no display.
QByteArray reportAsPdf(const ReleasedReport& report, const Texts& texts);

/// Writes `reportAsPdf` to a file, which is whole or not there. Throws Error folder-read-only,
/// disk-full, and file-missing where its folder is not there.
void saveReport(const ReleasedReport& report, const Texts& texts, const QString& fileName);

}  // namespace lommer::app
