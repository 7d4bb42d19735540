#include "app/desktop/place_look.h"

#include "app/desktop/shown_cell.h"
#include "app/style/legend.h"
#include "app/style/number_text.h"
#include "app/text/number_format.h"
#include "app/text/translator.h"
#include "core/base/error.h"
#include "core/disclosure/released.h"

#include <cmath>

namespace lommer::app {
namespace {

constexpr int kColumnsOfTopmost = 10;
constexpr int kColumnsOfOthers = 3;

/// True where `figures` of a layer may be copied out of the program.
bool mayLeave(const QString& layer, core::Table figures, core::PrivacyClass places) {
    const std::vector<core::ShownLayer> shown{{layer.toStdString(), std::move(figures), places}};
    try {
        core::PrivacyCheck(core::ReleaseProfile::openbaar).release(QString(), shown);
        return true;
    } catch (const core::Error&) {
        return false;
    }
}

QString numberOf(double value, core::Unit unit, const Texts& texts) {
    const bool isMeasured = unit == core::Unit::degreeCelsius || unit == core::Unit::metrePerSecond;
    const QString symbol = texts.unitSymbol(unit);
    if (isMeasured) {
        return formatQuantity(value, symbol, texts.language(), 1);
    }
    const QString number = numberText(value, localeOf(texts.language()), 4);
    return symbol.isEmpty() ? number : number + QChar(0x00A0) + symbol;
}

QString valueText(double value, const LayerStyle& style, const Texts& texts) {
    if (std::isnan(value)) {
        return labelOf(style.hole);
    }
    QString text = numberOf(value, style.unit, texts);
    for (const StyleClass& one : style.classes) {
        if (style.kind == StyleKind::classes && one.holds(value)) {
            text += QStringLiteral(" · ") + classLabel(one, localeOf(texts.language()));
            break;
        }
    }
    return text;
}

bool lookAtCells(const Layer& layer, core::Point place, const Texts& texts, FoundLayer& found) {
    const core::Grid& grid = layer.data.raster->grid();
    const auto cell = grid.cellAt(place);
    if (!cell) {
        return false;
    }
    core::RasterBuffer<float> value(1, 1);
    layer.data.raster->read({cell->column, cell->row, 1, 1}, value.view());
    found.value = valueText(static_cast<double>(value.view()(0, 0)), layer.style, texts);
    found.mayLeave = mayLeave(layer.name, {}, layer.data.places);
    return true;
}

bool lookAtFeatures(const Layer& layer, core::Point place, double tolerance, int most,
                    const Texts& texts, FoundLayer& found) {
    const auto row = layer.data.index->rowAt(place, tolerance);
    if (!row) {
        return false;
    }
    const core::Table& table = *layer.data.table;
    const std::string analysis = layer.origin ? layer.origin->analysis.toStdString() : "";
    const core::Table one = core::Table(table.rowCount(), table.columns(), nullptr).select({*row});
    for (const core::ColumnPointer& column : one.columns()) {
        if (static_cast<int>(found.cells.size()) == most) {
            ++found.furtherColumns;
            continue;
        }
        found.cells.push_back(
            {shownColumn(column->info(), analysis, texts), shownCell(*column, 0, texts),
             mayLeave(layer.name, core::Table(1, {column}, nullptr), layer.data.places)});
    }
    return true;
}

}  // namespace

std::vector<FoundLayer> lookAt(const std::vector<Layer>& layers, core::Point place,
                               double toleranceMetres, const Texts& texts,
                               const core::Progress& progress) {
    std::vector<FoundLayer> all;
    bool isTopmost = true;
    for (const Layer& layer : layers) {
        progress.checkpoint();
        if (!layer.isVisible) {
            continue;
        }
        FoundLayer found;
        found.layer = layer.name;
        if (layer.data.raster != nullptr) {
            if (lookAtCells(layer, place, texts, found)) {
                all.push_back(std::move(found));
            }
        } else if (layer.data.index != nullptr) {
            const int most = isTopmost ? kColumnsOfTopmost : kColumnsOfOthers;
            if (lookAtFeatures(layer, place, toleranceMetres, most, texts, found)) {
                isTopmost = false;
                all.push_back(std::move(found));
            }
        }
    }
    return all;
}

}  // namespace lommer::app
