#pragma once

#include "core/vector/column.h"

#include <QBrush>
#include <QPen>
#include <QString>
#include <optional>

namespace lommer::app {

/// Why a place has no figure. Zero is not among them: that is a figure. Each has its own label and
/// its own drawing, and none is ever drawn as the lowest class.
enum class Nothing {
    noData,         // the source has no value: grey
    tooFew,         // withheld: hatched
    notApplicable,  // the question makes no sense here: white
    notYetKnown,    // the source publishes it later: light grey, dotted edge
};

/// Nothing for a value that is there.
std::optional<Nothing> nothingOf(core::Presence presence);

/// In the language of the program: "Geen gegevens".
QString labelOf(Nothing nothing);
QBrush brushOf(Nothing nothing);
/// The edge; a plain thin line except for `notYetKnown`. Width in pixels of the painter.
QPen penOf(Nothing nothing, double width);

}  // namespace lommer::app
