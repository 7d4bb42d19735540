#include "app/project/difference_classes.h"

#include "app/style/colour_ramp.h"
#include "app/style/number_text.h"
#include "app/text/translator.h"
#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::app {
namespace {

constexpr int kMostSteps = 3;
constexpr double kLargestDouble = std::numeric_limits<double>::max();

/// Where classes begin, rising from the limit.
std::vector<double> startsOf(double limit, double largest) {
    std::vector<double> starts{limit};
    const double wide = std::max(1.0, std::ceil((largest / limit - 1.0) / kMostSteps));
    for (int step = 1; step < kMostSteps; ++step) {
        const double start = limit * (1.0 + step * wide);
        if (start < largest) {
            starts.push_back(start);
        }
    }
    return starts;
}

class Labels {
public:
    Labels(const StyleDifferences& texts, core::Unit unit, QString symbol)
        : texts_(texts), isFelt_(unit == core::Unit::degreeCelsius), symbol_(std::move(symbol)) {}

    LocalText none(double limit) const {
        return {filled(texts_.none.dutch, withUnit(limit, Language::nl)),
                filled(texts_.none.english, withUnit(limit, Language::en))};
    }
    /// From `start` to `end`; without an end the outermost.
    LocalText side(double start, std::optional<double> end, bool isHigher) const {
        const LocalText& side = isHigher ? (isFelt_ ? texts_.warmer : texts_.higher)
                                         : (isFelt_ ? texts_.cooler : texts_.lower);
        return {filled(side.dutch, range(start, end, Language::nl, texts_.more.dutch)),
                filled(side.english, range(start, end, Language::en, texts_.more.english))};
    }

private:
    static QString filled(QString pattern, const QString& value) {
        return pattern.replace(QStringLiteral("{x}"), value);
    }
    QString withUnit(double value, Language language) const {
        const QString number = numberText(value, localeOf(language));
        return symbol_.isEmpty() ? number : number + QChar(0x00A0) + symbol_;
    }
    QString range(double start, std::optional<double> end, Language language,
                  const QString& more) const {
        return end ? QStringLiteral("%1 – < %2")
                         .arg(numberText(start, localeOf(language)), withUnit(*end, language))
                   : filled(more, withUnit(start, language));
    }

    const StyleDifferences& texts_;
    bool isFelt_;
    QString symbol_;
};

}  // namespace

std::vector<StyleClass> differenceClasses(const LayerStyle& style, double limit, double largest,
                                          const QString& symbol) {
    LOMMER_ASSERT(limit > 0.0);
    const std::vector<double> starts = startsOf(limit, largest);
    const Labels labels(style.differences, style.unit, symbol);
    const int sides = static_cast<int>(starts.size());
    const std::vector<QColor> shades = colours(style.ramp, 2 * sides + 1);
    // A class holds its lower end: below zero the ends move up by a hair, so that what is exactly
    // the limit is a clear difference on either side.
    const auto below = [](double start) { return std::nextafter(-start, kLargestDouble); };
    std::vector<StyleClass> classes;
    for (int side = sides; side-- > 0;) {
        const auto index = static_cast<std::size_t>(side);
        const bool isOutermost = side + 1 == sides;
        const auto end = isOutermost ? std::nullopt : std::optional(starts[index + 1]);
        classes.push_back({end ? std::optional(below(*end)) : std::nullopt, below(starts[index]),
                           shades[static_cast<std::size_t>(sides - 1 - side)],
                           labels.side(starts[index], end, false)});
    }
    classes.push_back(
        {below(limit), limit, shades[static_cast<std::size_t>(sides)], labels.none(limit)});
    for (int side = 0; side < sides; ++side) {
        const auto index = static_cast<std::size_t>(side);
        const bool isOutermost = side + 1 == sides;
        const auto end = isOutermost ? std::nullopt : std::optional(starts[index + 1]);
        classes.push_back({starts[index], end, shades[static_cast<std::size_t>(sides) + 1 + index],
                           labels.side(starts[index], end, true)});
    }
    return classes;
}

}  // namespace lommer::app
