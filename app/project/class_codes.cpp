#include "app/project/class_codes.h"

#include "app/style/classification.h"
#include "app/style/number_text.h"
#include "app/text/translator.h"

#include <algorithm>
#include <map>

namespace lommer::app {
namespace {

constexpr std::size_t kMostCodes = 12;

/// What one code stands for: ranges of the values that were classified; none = not known.
using Ranges = std::vector<StyleClass>;

void addRules(const core::RuleTable& rules, std::map<double, Ranges>& codes) {
    for (const auto& row : rules.rows) {
        const auto numberIn = [&row](std::size_t column) {
            const double* number =
                column < row.size() ? std::get_if<double>(&row[column]) : nullptr;
            return number == nullptr ? std::nullopt : std::optional<double>(*number);
        };
        if (const auto code = numberIn(2)) {
            codes[*code].push_back({numberIn(0), numberIn(1)});
        }
    }
}

void addLimits(const std::vector<double>& limits, std::map<double, Ranges>& codes) {
    for (const StyleClass& range : classesFor(limits, std::vector<QColor>(2))) {
        codes[static_cast<double>(codes.size() + 1)].push_back(range);
    }
}

void addNumbers(std::int64_t count, std::map<double, Ranges>& codes) {
    for (std::int64_t number = 1; number <= count; ++number) {
        codes[static_cast<double>(number)] = {};
    }
}

std::map<double, Ranges> codesOf(const core::RunRecord& record, const StyleCodes& settings) {
    std::map<double, Ranges> codes;
    for (const std::string& id : settings.from) {
        const auto found = record.parameters.find(id);
        if (found == record.parameters.end() || !codes.empty()) {
            continue;
        }
        if (const auto* rules = std::get_if<core::RuleTable>(&found->second)) {
            addRules(*rules, codes);
        } else if (const auto* limits = std::get_if<std::vector<double>>(&found->second)) {
            addLimits(*limits, codes);
        } else if (const auto* count = std::get_if<std::int64_t>(&found->second)) {
            addNumbers(*count, codes);
        }
    }
    return codes;
}

bool is(const core::RunRecord& record, const std::pair<std::string, std::string>& setting) {
    const auto found = record.parameters.find(setting.first);
    const auto* text =
        found == record.parameters.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text != nullptr && *text == setting.second;
}

/// In signs, not in words: they hold in any language.
QString rangeIn(const QLocale& locale, const StyleClass& range) {
    const QString from = range.from ? numberText(*range.from, locale) : QString();
    const QString to = range.to ? numberText(*range.to, locale) : QString();
    return from.isEmpty() && to.isEmpty() ? QStringLiteral("…")
           : from.isEmpty()               ? QStringLiteral("< %1").arg(to)
           : to.isEmpty()                 ? QStringLiteral("≥ %1").arg(from)
           : range.from == range.to       ? from
                                          : QStringLiteral("%1 – < %2").arg(from, to);
}

QString labelIn(Language language, double code, const Ranges& ranges) {
    const QLocale locale = localeOf(language);
    QStringList parts;
    for (const StyleClass& range : ranges) {
        parts << rangeIn(locale, range);
    }
    const QString number = numberText(code, locale);
    return parts.isEmpty()
               ? number
               : QStringLiteral("%1 (%2)").arg(number, parts.join(QStringLiteral("; ")));
}

}  // namespace

std::vector<StyleClass> classesOfCodes(const core::RunRecord& record, const LayerStyle& style) {
    std::map<double, Ranges> codes = codesOf(record, style.codes);
    if (codes.empty() || codes.size() > kMostCodes || is(record, style.codes.unless)) {
        return {};
    }
    // Between two codes lies what a coarse look mixed: it goes to the nearest.
    std::vector<double> bounds;
    for (auto next = std::next(codes.begin()); next != codes.end(); ++next) {
        bounds.push_back((std::prev(next)->first + next->first) / 2.0);
    }
    std::vector<StyleClass> classes = classesFor(bounds, style.ramp);
    const bool hasPlainRanges = !is(record, style.codes.withoutRanges);
    auto code = codes.begin();
    for (StyleClass& one : classes) {
        const Ranges ranges = hasPlainRanges ? code->second : Ranges{};
        one.label = {labelIn(Language::nl, code->first, ranges),
                     labelIn(Language::en, code->first, ranges)};
        ++code;
    }
    return classes;
}

}  // namespace lommer::app
