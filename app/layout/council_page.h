#pragma once

#include "app/layout/house_style.h"
#include "app/layout/item_writer.h"
#include "app/layout/map_page.h"
#include "core/vector/table.h"

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
    HouseStyle house = {};
    /// What the logo is for who does not see it.
    QString logoAlternative = {};
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

/// Map, legend and sources in a picture for a text document, as wide as the house style says:
/// title, answer and limits are the words of the document around it.
TaggedDocument wordPicture(const CouncilPage& page);

}  // namespace lommer::app
