#include "app/layout/council_page.h"
#include "app/layout/map_items.h"

#include <algorithm>

namespace lommer::app {

TaggedDocument wordPicture(const CouncilPage& page) {
    constexpr double kGap = 2.0;
    constexpr double kLowest = 70.0;
    constexpr double kHighest = 150.0;
    const double width = page.house.wordWidthMillimetres;
    const core::Bounds& bounds = page.map.bounds;
    const double shape = bounds.width() > 0.0 ? bounds.height() / bounds.width() : 1.0;
    const double map = std::clamp(shape * width, kLowest, kHighest);
    const double legend = legendHeightOf(page.map, width);
    const PageStyle& style = page.map.style;
    const QFont small = pageFont(style.textFamily, 8.0);
    const double source = textHeight(page.map.source, small, width);

    TaggedDocument document;
    document.title = page.map.title;
    document.locale = page.map.locale;
    document.date = page.map.date;
    document.pageSizesMillimetres = {QSizeF(width, map + kGap + legend + source)};
    addMap(document, page.map, page.mapAlternative, {0.2, 0.2, width - 0.4, map - 0.4});
    addLegend(document, page.map, page.legendName, {0.0, map + kGap, width, legend});
    ItemWriter(document, 0, style)
        .below(TextRole::paragraph, {0.0, 0.0, width, 0.0}, map + kGap + legend, page.map.source,
               small, style.faint);
    return document;
}

}  // namespace lommer::app
