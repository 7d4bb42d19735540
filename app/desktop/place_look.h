#pragma once

#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/progress.h"

#include <QString>
#include <vector>

namespace lommer::app {

/// One column of the feature at a place.
struct FoundCell {
    QString column;
    QString value;
    /// False where the privacy check keeps it in the house.
    bool mayLeave = true;
};

/// What one layer has at a place.
struct FoundLayer {
    QString layer;
    /// Of cells: the value with its unit and class, or what no value means. Empty for features.
    QString value;
    bool mayLeave = true;
    std::vector<FoundCell> cells;
    /// Columns that are not among `cells`.
    int furtherColumns = 0;
};

/// What the visible layers of `layers` (the topmost first) have at `place`; those with nothing
/// there are left out. Of the topmost feature ten columns, of those below three. Reads cells: not
/// on the thread of the window. Throws Error as reading does, and Cancelled.
std::vector<FoundLayer> lookAt(const std::vector<Layer>& layers, core::Point place,
                               double toleranceMetres, const Texts& texts,
                               const core::Progress& progress);

}  // namespace lommer::app
