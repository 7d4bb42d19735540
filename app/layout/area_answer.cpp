#include "app/layout/area_answer.h"

#include "app/project/name_column.h"
#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "core/engine/parameter_check.h"
#include "core/geometry/label_point.h"
#include "core/geometry/measure.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr std::size_t kMostRows = 8;
constexpr std::size_t kMostNames = 4;

/// Null where there is none.
core::ColumnPointer firstOf(const core::Table& table, const QStringList& names) {
    for (const QString& name : names) {
        if (const auto index = table.indexOf(name.toStdString())) {
            return table.columns()[*index];
        }
    }
    return nullptr;
}

/// "Gebied 3" where nothing is called anything.
QString nameOf(const core::Column* names, std::int64_t row, const Texts& texts) {
    const QString name = names == nullptr || !names->isPresent(row)
                             ? QString()
                             : fromUtf8(names->displayAt(row)).trimmed();
    return name.isEmpty() ? QStringLiteral("%1 %2")
                                .arg(texts.common(QStringLiteral("page"), QStringLiteral("area")))
                                .arg(row + 1)
                          : name;
}

}  // namespace

AreaAnswer::AreaAnswer(const core::RunRecord& record, const AnswerRule& rule,
                       const core::Table& areas, const Texts& texts)
    : analysis_(record.analysis), texts_(texts), settings_(settingsOf(record)) {
    const core::ColumnPointer values = firstOf(areas, rule.values);
    const bool isOne = !areas.hasGeometry();
    if (values == nullptr || (isOne && areas.rowCount() != 1)) {
        return;
    }
    valueColumn_ = fromUtf8(values->info().name);
    const core::ColumnPointer shares = firstOf(areas, rule.shares);
    hasShares_ = shares != nullptr;
    const core::ColumnPointer names = firstOf(areas, {nameColumnOf(areas)});
    std::vector<core::ColumnPointer> shown{values, shares, names};
    std::erase(shown, nullptr);
    shown_ = core::Table(areas.rowCount(), std::move(shown), nullptr);
    places_ = isOne ? nullptr : areas.geometryPointer();
    std::vector<core::ColumnPointer> others;
    for (const QString& name : rule.values) {
        if (const auto index = areas.indexOf(name.toStdString())) {
            others.push_back(areas.columns()[*index]);
        }
    }
    read(*values, shares.get(), names.get(), others);
    chooseLimit(rule.limits);
}

void AreaAnswer::read(const core::Column& values, const core::Column* shares,
                      const core::Column* names, const std::vector<core::ColumnPointer>& others) {
    for (std::int64_t row = 0; row < values.size(); ++row) {
        if (!values.isPresent(row)) {
            without_ += std::any_of(others.begin(), others.end(),
                                    [row](const auto& other) { return other->isPresent(row); })
                            ? 1
                            : 0;
            continue;
        }
        AnsweredArea area;
        area.row = row;
        area.name = isOfWhole() ? texts_.common(QStringLiteral("page"), QStringLiteral("wholeArea"))
                                : nameOf(names, row, texts_);
        area.value = values.numberAt(row);
        if (shares != nullptr && shares->isPresent(row)) {
            area.share = shares->numberAt(row);
        }
        areas_.push_back(std::move(area));
    }
    std::stable_sort(areas_.begin(), areas_.end(), [](const auto& a, const auto& b) {
        return a.value != b.value ? a.value > b.value : a.name < b.name;
    });
}

void AreaAnswer::chooseLimit(const std::vector<double>& limits) {
    for (const double limit : limits) {
        limit_ = limit;
        reaching_ = std::count_if(areas_.begin(), areas_.end(),
                                  [limit](const auto& area) { return area.value >= limit; });
        if (reaching_ > 0) {
            break;
        }
    }
}

core::Arguments AreaAnswer::settingsOf(const core::RunRecord& record) const {
    core::Arguments settings;
    for (const auto& [id, value] : record.parameters) {
        if (const auto* number = std::get_if<double>(&value)) {
            settings.emplace_back(id, *number);
        } else {
            settings.emplace_back(id, core::toText(value));
        }
    }
    settings.emplace_back("day", dayOf(analysis_, record.parameters, texts_).toStdString());
    return settings;
}

QString AreaAnswer::wholeNumber(double value) const {
    return formatNumber(std::round(value), texts_.language(), 0);
}

const AnsweredArea* AreaAnswer::mostShared() const {
    constexpr double kOnePercent = 0.01;
    const auto most = std::max_element(
        areas_.begin(), areas_.end(),
        [](const auto& a, const auto& b) { return a.share.value_or(0.0) < b.share.value_or(0.0); });
    return most == areas_.end() || most->share.value_or(0.0) < kOnePercent ? nullptr : &*most;
}

QStringList AreaAnswer::highestNames() const {
    QStringList names;
    for (const AnsweredArea& area : areas_) {
        const bool isAsHigh = std::round(area.value) == std::round(areas_.front().value);
        if (names.size() == static_cast<qsizetype>(kMostNames) || !isAsHigh) {
            break;
        }
        names << area.name;
    }
    return names;
}

QString AreaAnswer::highest() const {
    QStringList names = highestNames();
    const QString last = names.takeLast();
    return names.isEmpty()
               ? last
               : texts_.common(QStringLiteral("page"), QStringLiteral("and"),
                               {{"first", names.join(QStringLiteral(", ")).toStdString()},
                                {"last", last.toStdString()}});
}

core::Arguments AreaAnswer::arguments() const {
    core::Arguments arguments{{"count", reaching_},
                              {"total", static_cast<std::int64_t>(areas_.size())},
                              {"without", without_},
                              {"limit", limit_},
                              {"names", highest().toStdString()},
                              {"highest", wholeNumber(areas_.front().value).toStdString()},
                              {"lowest", wholeNumber(areas_.back().value).toStdString()},
                              {"first", areas_.front().name.toStdString()}};
    if (const AnsweredArea* most = mostShared()) {
        arguments.emplace_back("most", most->name.toStdString());
        arguments.emplace_back("share", wholeNumber(100.0 * *most->share).toStdString());
    }
    arguments.insert(arguments.end(), settings_.begin(), settings_.end());
    return arguments;
}

QString AreaAnswer::text(const QString& key) const {
    return texts_.answer(analysis_, key, arguments());
}

QString AreaAnswer::byCount(const QString& key) const {
    // "All two" is no way to put it.
    const bool isAll = areas_.size() > 2 && reaching_ == static_cast<std::int64_t>(areas_.size());
    return text(reaching_ == 0 ? key + QLatin1String("None")
                : isAll        ? key + QLatin1String("All")
                               : key);
}

QString AreaAnswer::title() const {
    return areas_.size() == 1 ? text(QStringLiteral("titleSingle"))
                              : byCount(QStringLiteral("title"));
}

QString AreaAnswer::sentence() const {
    if (isOfWhole()) {
        const QString level = text(QStringLiteral("sentenceWhole"));
        return mostShared() == nullptr
                   ? level
                   : level + QLatin1Char(' ') + text(QStringLiteral("shareWhole"));
    }
    if (areas_.size() == 1) {
        return text(QStringLiteral("sentenceSingle"));
    }
    const QString level = byCount(QStringLiteral("sentence"));
    const bool isOne = highestNames().size() == 1;
    return level + QLatin1Char(' ') +
           text(isOne ? QStringLiteral("highestOne") : QStringLiteral("highest"));
}

QStringList AreaAnswer::meaning() const {
    QStringList lines;
    if (std::round(areas_.front().value) != std::round(areas_.back().value)) {
        lines << text(QStringLiteral("spread"));
    }
    if (mostShared() != nullptr && !isOfWhole()) {
        lines << text(QStringLiteral("share"));
    }
    const QString ground = QStringLiteral("over-") + valueColumn_;
    if (texts_.hasAnalysisText(analysis_, {QStringLiteral("answer"), ground})) {
        lines << text(ground);
    }
    if (without_ > 0) {
        lines << text(without_ == 1 ? QStringLiteral("withoutOne") : QStringLiteral("without"));
    }
    if (!isOfWhole()) {
        lines << text(QStringLiteral("certainty"));  // of differences between areas
    }
    return lines;
}

PageTable AreaAnswer::tableOf(std::size_t count) const {
    PageTable table;
    table.header << texts_.common(QStringLiteral("page"), QStringLiteral("area"))
                 << text(QStringLiteral("value"));
    if (hasShares_) {
        table.header << text(QStringLiteral("valueShare"));
    }
    for (std::size_t index = 0; index < std::min(count, areas_.size()); ++index) {
        const AnsweredArea& area = areas_[index];
        QStringList row{area.name, wholeNumber(area.value)};
        if (hasShares_) {
            row << (area.share ? wholeNumber(100.0 * *area.share) + QLatin1Char('%')
                               : texts_.presence(core::Presence::missing));
        }
        table.rows.push_back(row);
    }
    return table;
}

PageTable AreaAnswer::table() const {
    if (isOfWhole()) {
        return {};
    }
    PageTable table = tableOf(kMostRows);
    table.caption = text(QStringLiteral("table"));
    return table;
}

PageTable AreaAnswer::figures() const {
    PageTable table = tableOf(areas_.size());
    table.caption = texts_.common(QStringLiteral("page"), QStringLiteral("figures"));
    return table;
}

std::vector<MapLabel> AreaAnswer::labels() const {
    if (isOfWhole()) {
        return {};
    }
    std::vector<std::pair<double, const AnsweredArea*>> bySize;
    bySize.reserve(areas_.size());
    for (const AnsweredArea& area : areas_) {
        bySize.emplace_back(core::areaOf(*places_, area.row), &area);
    }
    std::stable_sort(bySize.begin(), bySize.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<MapLabel> labels;
    labels.reserve(bySize.size());
    for (const auto& [squareMetres, area] : bySize) {
        if (const auto place = core::labelPoint(*places_, area->row)) {
            labels.push_back({*place, area->name});
        }
    }
    return labels;
}

}  // namespace lommer::app
