#include "app/layout/layer_page.h"

#include "app/project/sources.h"
#include "app/text/translator.h"

namespace lommer::app {

LegendSection legendSectionOf(const Layer& layer, const Texts& texts) {
    const LegendFacts facts = layer.data.table != nullptr
                                  ? legendFactsOf(*layer.data.table, layer.style)
                                  : legendFactsOfRaster(layer.style);
    const QString title = layer.legendTitle.isEmpty() ? layer.name : layer.legendTitle;
    const QString unit = texts.unitSymbol(layer.style.unit);
    const bool isNamed = unit.isEmpty() || title.endsWith(unit);
    LegendSection section =
        makeLegend(layer.style, facts, isNamed ? title : QStringLiteral("%1, %2").arg(title, unit),
                   localeOf(texts.language()));
    if (layer.style.kind == StyleKind::single && section.items.size() == 1) {
        section.items.front().label = section.title;
        section.title.clear();
    }
    return section;
}

MapPage pageOfLayers(const std::vector<const Layer*>& layers, const core::Bounds& bounds,
                     const Texts& texts) {
    MapPage page;
    page.bounds = bounds;
    page.orientation =
        bounds.width() > bounds.height() ? QPageLayout::Landscape : QPageLayout::Portrait;
    page.locale = localeOf(texts.language());
    for (const Layer* layer : layers) {
        page.legend.push_back(legendSectionOf(*layer, texts));
        page.layers.insert(page.layers.begin(), {layer->id, layer->data, layer->style});
    }
    page.source = sourceLine(layers);
    return page;
}

}  // namespace lommer::app
