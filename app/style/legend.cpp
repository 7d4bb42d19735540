#include "app/style/legend.h"

#include "app/style/number_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace lommer::app {
namespace {

LegendShape shapeOf(const core::Table& table) {
    if (table.hasGeometry()) {
        for (const core::GeometryKind kind : table.geometries().kinds) {
            if (kind == core::GeometryKind::polygon) {
                return LegendShape::area;
            }
            if (kind == core::GeometryKind::line) {
                return LegendShape::line;
            }
            if (kind == core::GeometryKind::point) {
                return LegendShape::point;
            }
        }
    }
    return LegendShape::area;
}

/// Which category of the style holds a text; nothing where none does.
std::optional<std::size_t> categoryOf(const LayerStyle& style, std::string_view text) {
    std::optional<std::size_t> other;
    for (std::size_t index = 0; index < style.categories.size(); ++index) {
        const auto& values = style.categories[index].values;
        if (std::find(values.begin(), values.end(), text) != values.end()) {
            return index;
        }
        if (values.empty()) {
            other = index;
        }
    }
    return other;
}

/// The categories that the texts of a column fall into, each text looked up once.
std::set<std::size_t> categoriesIn(const LayerStyle& style, const core::Column& column) {
    std::set<std::size_t> found;
    std::set<std::string_view> seen;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        if (column.isPresent(row) && column.info().type == core::ColumnType::text &&
            seen.insert(column.textAt(row)).second) {
            if (const auto category = categoryOf(style, column.textAt(row))) {
                found.insert(*category);
            }
        }
    }
    return found;
}

LegendItem rampItem(const LayerStyle& style, LegendShape shape, const QLocale& locale) {
    LegendItem item;
    item.shape = shape;
    item.ramp = style.ramp;
    item.lowLabel = numberText(style.minimum, locale, 4);
    item.highLabel = numberText(style.maximum, locale, 4);
    return item;
}

void paintStrip(QPainter& painter, const QRectF& place, const std::vector<QColor>& ramp) {
    QLinearGradient gradient(place.topLeft(), place.topRight());
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        gradient.setColorAt(static_cast<double>(i) / static_cast<double>(ramp.size() - 1), ramp[i]);
    }
    painter.fillRect(place, gradient);
    painter.drawRect(place);
}

}  // namespace

LegendFacts legendFactsOf(const core::Table& table, const LayerStyle& style) {
    LegendFacts facts{shapeOf(table)};
    const auto index = table.indexOf(style.column.toStdString());
    if (style.kind == StyleKind::single || !index) {
        return facts;
    }
    const core::Column& column = table.column(*index);
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        if (const auto nothing = nothingOf(column.presenceAt(row))) {
            facts.nothings.insert(*nothing);
        }
    }
    if (style.kind == StyleKind::categories) {
        facts.categories = categoriesIn(style, column);
    }
    return facts;
}

LegendFacts legendFactsOfRaster(const LayerStyle& style) {
    return {LegendShape::cells, {style.hole}};
}

QString classLabel(const StyleClass& styleClass, const QLocale& locale) {
    if (!styleClass.label.isEmpty()) {
        return styleClass.label.in(locale);
    }
    const QString from = styleClass.from ? numberText(*styleClass.from, locale) : QString();
    const QString to = styleClass.to ? numberText(*styleClass.to, locale) : QString();
    if (!styleClass.from && !styleClass.to) {
        return QCoreApplication::translate("Legend", "all values");
    }
    if (!styleClass.from) {
        return QCoreApplication::translate("Legend", "up to %1").arg(to);
    }
    if (!styleClass.to) {
        return QCoreApplication::translate("Legend", "%1 and more").arg(from);
    }
    return QStringLiteral("%1 – < %2").arg(from, to);
}

LegendSection makeLegend(const LayerStyle& style, const LegendFacts& facts, const QString& title,
                         const QLocale& locale) {
    LegendSection section{title, {}};
    if (style.kind == StyleKind::single) {
        LegendItem item;
        item.shape = facts.shape;
        item.colour = style.colour;
        item.isOutline = style.isOutline && facts.shape == LegendShape::area;
        section.items.push_back(item);
    } else if (style.kind == StyleKind::ramp) {
        section.items.push_back(rampItem(style, facts.shape, locale));
    }
    for (const StyleClass& styleClass : style.classes) {
        LegendItem item;
        item.shape = facts.shape;
        item.colour = styleClass.colour;
        item.label = classLabel(styleClass, locale);
        section.items.push_back(item);
    }
    for (const std::size_t index : facts.categories) {
        LegendItem item;
        item.shape = facts.shape;
        item.colour = style.categories[index].colour;
        item.label = style.categories[index].label.in(locale);
        section.items.push_back(item);
    }
    for (const Nothing nothing : facts.nothings) {
        LegendItem item;
        item.shape = facts.shape;
        item.nothing = nothing;
        item.label = labelOf(nothing);
        section.items.push_back(item);
    }
    return section;
}

void paintSwatch(QPainter& painter, const QRectF& place, const LegendItem& item) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Not a pen of width 0: readers of SVG that do not know its hairlines draw them broad.
    const double hairline = place.height() / 24.0;
    painter.setPen(QPen(QColor(90, 90, 90), hairline));
    if (item.nothing) {
        painter.setPen(penOf(*item.nothing, hairline));
        painter.setBrush(brushOf(*item.nothing));
        painter.drawRect(place);
    } else if (!item.ramp.empty()) {
        painter.setBrush(Qt::NoBrush);
        paintStrip(painter, place, item.ramp);
    } else if (item.shape == LegendShape::line) {
        painter.setPen(QPen(item.colour, place.height() / 5.0));
        painter.drawLine(QPointF(place.left(), place.center().y()),
                         QPointF(place.right(), place.center().y()));
    } else if (item.shape == LegendShape::point) {
        painter.setBrush(item.colour);
        painter.drawEllipse(place.center(), place.height() * 0.32, place.height() * 0.32);
    } else if (item.isOutline) {
        painter.setPen(QPen(item.colour, place.height() / 7.0));
        painter.setBrush(Qt::white);  // as the ground of the map, whatever that of the window is
        const double inset = place.height() / 14.0;
        painter.drawRect(place.adjusted(inset, inset, -inset, -inset));
    } else {
        painter.setBrush(item.colour);
        painter.drawRect(place);
    }
    painter.restore();
}

}  // namespace lommer::app
