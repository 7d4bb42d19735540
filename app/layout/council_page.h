#pragma once

#include "app/layout/item_writer.h"
#include "app/layout/map_page.h"
#include "core/vector/table.h"

#include <QImage>
#include <QStringList>
#include <vector>

namespace lommer::app {

/// A page for the council: one question, its answer, the map and what it stands on. A value;
/// nothing in it changes while it is drawn.
struct CouncilPage {
    /// Title, layers, legend, orientation, date and locale; the title is the answer.
    MapPage map = {};
    /// What the map shows, for who does not see it.
    QString mapAlternative = {};
    /// "Bijlage bij …"
    QString headline = {};
    QString status = {};
    QString question = {};
    QString keySentence = {};
    /// At most eight rows.
    PageTable table = {};
    QString meaningTitle = {};
    QStringList meaning = {};
    QString limitsTitle = {};
    QString limits = {};
    /// What the legend is called for who does not see it.
    QString legendName = {};
    QString dataStatement = {};
    /// Function and address, no name.
    QString contact = {};
    QString checkCode = {};
    /// All figures, on pages of their own.
    PageTable figures = {};
    /// The columns that title, table and figures are made of, for the privacy check.
    core::Table shownFigures = {};
    std::vector<PdfAttachment> attachments = {};
};

/// The parts of the page and of the pages with figures, in the order of reading. They refer to
/// `page`, which outlives them.
TaggedDocument councilDocument(const CouncilPage& page);

/// The first page as an image of `dpi` dots per inch, which the image knows itself; the alternative
/// text of the map goes into it as description.
QImage councilImage(const CouncilPage& page, int dpi = 300);

}  // namespace lommer::app
