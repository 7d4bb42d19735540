#pragma once

#include "app/style/layer_style.h"
#include "app/style/nothing.h"
#include "core/vector/table.h"

#include <QPainter>
#include <QString>
#include <set>
#include <vector>

namespace lommer::app {

enum class LegendShape { area, line, point, cells };

/// What a legend has to know of the data besides the style.
struct LegendFacts {
    LegendShape shape = LegendShape::area;
    /// The kinds of nothing that occur.
    std::set<Nothing> nothings = {};
    /// The categories that occur, by their place in the style.
    std::set<std::size_t> categories = {};
};

/// The facts of a table under a style: its kind of geometry and the gaps in the style's column.
LegendFacts legendFactsOf(const core::Table& table, const LayerStyle& style);
/// Of a raster: holes are always possible.
LegendFacts legendFactsOfRaster(const LayerStyle& style);

struct LegendItem {
    LegendShape shape = LegendShape::area;
    QColor colour = {};
    /// An area without a fill.
    bool isOutline = false;
    /// Several colours: a strip with `lowLabel` and `highLabel` at its ends and no `label`.
    std::vector<QColor> ramp = {};
    std::optional<Nothing> nothing = {};
    QString label = {};
    QString lowLabel = {};
    QString highLabel = {};
};

/// The legend of one layer.
struct LegendSection {
    QString title;
    std::vector<LegendItem> items;
};

LegendSection makeLegend(const LayerStyle& style, const LegendFacts& facts, const QString& title,
                         const QLocale& locale);

/// "tot 29", "29 – < 35", "41 en hoger"; the class's own label where it has one.
QString classLabel(const StyleClass& styleClass, const QLocale& locale);

/// Draws the sign of an item, filling `place`.
void paintSwatch(QPainter& painter, const QRectF& place, const LegendItem& item);

}  // namespace lommer::app
