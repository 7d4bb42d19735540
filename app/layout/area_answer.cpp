#include "app/layout/area_answer.h"

#include "app/text/number_format.h"
#include "core/base/error.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::app {
namespace {

constexpr std::size_t kMostRows = 8;
constexpr std::size_t kMostNames = 4;

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList listOf(const QJsonValue& json) {
    QStringList list;
    for (const auto& one : json.toArray()) {
        list << one.toString();
    }
    return list;
}

/// Null where there is none.
core::ColumnPointer firstOf(const core::Table& table, const QStringList& names) {
    for (const QString& name : names) {
        if (const auto index = table.indexOf(name.toStdString())) {
            return table.columns()[*index];
        }
    }
    return nullptr;
}

/// Columns that hold what areas are called; codes where there are no names.
const QStringList kNameColumns{QStringLiteral("naam"),         QStringLiteral("buurtnaam"),
                               QStringLiteral("wijknaam"),     QStringLiteral("name"),
                               QStringLiteral("gemeentenaam"), QStringLiteral("code"),
                               QStringLiteral("buurtcode")};

/// "Gebied 3" where nothing is called anything.
QString nameOf(const core::ColumnPointer& names, std::int64_t row, const Texts& texts) {
    const QString name = names == nullptr || !names->isPresent(row)
                             ? QString()
                             : fromUtf8(names->displayAt(row)).trimmed();
    return name.isEmpty() ? QStringLiteral("%1 %2")
                                .arg(texts.common(QStringLiteral("page"), QStringLiteral("area")))
                                .arg(row + 1)
                          : name;
}

double ringArea(core::PointSpan ring) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
               (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    }
    return std::abs(0.5 * sum);
}

/// Of the largest part.
void placeArea(const core::GeometryColumn& geometries, std::int64_t row, AnsweredArea& area) {
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        const core::PointSpan ring = geometries.ring(geometries.partOffsets[part]);
        const double size = ringArea(ring);
        if (size > area.squareMetres) {
            area.squareMetres = size;
            core::Bounds bounds;
            for (const core::Point& point : ring) {
                bounds.include(point);
            }
            area.middle = bounds.centre();
        }
    }
}

}  // namespace

std::optional<AnswerRule> answerRuleOf(const core::AnalysisDeclaration& analysis) {
    const QString name = QStringLiteral(":/analyses/%1/answer.json").arg(fromUtf8(analysis.id));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    AnswerRule rule{json.value(QStringLiteral("output")).toString(),
                    listOf(json.value(QStringLiteral("values"))),
                    listOf(json.value(QStringLiteral("shares"))),
                    {}};
    for (const auto& limit : json.value(QStringLiteral("limits")).toArray()) {
        rule.limits.push_back(limit.toDouble());
    }
    if (rule.output.isEmpty() || rule.values.isEmpty() || rule.limits.empty()) {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", name.toStdString()}},
                          "output, values or limits are missing");
    }
    return rule;
}

AreaAnswer::AreaAnswer(const core::AnalysisDeclaration& analysis, const AnswerRule& rule,
                       const core::Table& areas, const Texts& texts)
    : analysis_(analysis.id), texts_(texts) {
    const core::ColumnPointer values = firstOf(areas, rule.values);
    if (values == nullptr || !areas.hasGeometry()) {
        return;
    }
    const core::ColumnPointer shares = firstOf(areas, rule.shares);
    hasShares_ = shares != nullptr;
    const core::ColumnPointer names = firstOf(areas, kNameColumns);
    std::vector<core::ColumnPointer> shown{values, shares, names};
    std::erase(shown, nullptr);
    shown_ = core::Table(areas.rowCount(), std::move(shown), nullptr);
    for (std::int64_t row = 0; row < areas.rowCount(); ++row) {
        if (!values->isPresent(row)) {
            continue;
        }
        AnsweredArea area;
        area.name = nameOf(names, row, texts);
        area.value = values->numberAt(row);
        if (shares != nullptr && shares->isPresent(row)) {
            area.share = shares->numberAt(row);
        }
        placeArea(areas.geometries(), row, area);
        areas_.push_back(std::move(area));
    }
    std::stable_sort(areas_.begin(), areas_.end(), [](const auto& a, const auto& b) {
        return a.value != b.value ? a.value > b.value : a.name < b.name;
    });
    for (const double limit : rule.limits) {
        limit_ = limit;
        reaching_ = std::count_if(areas_.begin(), areas_.end(),
                                  [limit](const auto& area) { return area.value >= limit; });
        if (reaching_ > 0) {
            break;
        }
    }
}

QString AreaAnswer::wholeNumber(double value) const {
    return formatNumber(std::round(value), texts_.language(), 0);
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
                              {"limit", limit_},
                              {"names", highest().toStdString()},
                              {"highest", wholeNumber(areas_.front().value).toStdString()},
                              {"lowest", wholeNumber(areas_.back().value).toStdString()},
                              {"first", areas_.front().name.toStdString()}};
    if (areas_.front().share) {
        arguments.emplace_back("share", wholeNumber(100.0 * *areas_.front().share).toStdString());
    }
    return arguments;
}

QString AreaAnswer::text(const QString& key) const {
    return texts_.answer(analysis_, key, arguments());
}

QString AreaAnswer::title() const {
    return text(areas_.size() == 1 ? QStringLiteral("titleSingle")
                : reaching_ > 0    ? QStringLiteral("title")
                                   : QStringLiteral("titleNone"));
}

QString AreaAnswer::sentence() const {
    if (areas_.size() == 1) {
        return text(QStringLiteral("sentenceSingle"));
    }
    const QString level =
        text(reaching_ > 0 ? QStringLiteral("sentence") : QStringLiteral("sentenceNone"));
    const bool isOne = highestNames().size() == 1;
    return level + QLatin1Char(' ') +
           text(isOne ? QStringLiteral("highestOne") : QStringLiteral("highest"));
}

QStringList AreaAnswer::meaning() const {
    QStringList lines;
    if (std::round(areas_.front().value) != std::round(areas_.back().value)) {
        lines << text(QStringLiteral("spread"));
    }
    if (areas_.front().share) {
        lines << text(QStringLiteral("share"));
    }
    lines << text(QStringLiteral("certainty"));
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
    std::vector<const AnsweredArea*> bySize;
    bySize.reserve(areas_.size());
    for (const AnsweredArea& area : areas_) {
        bySize.push_back(&area);
    }
    std::stable_sort(bySize.begin(), bySize.end(), [](const auto* a, const auto* b) {
        return a->squareMetres > b->squareMetres;
    });
    std::vector<MapLabel> labels;
    labels.reserve(bySize.size());
    for (const AnsweredArea* area : bySize) {
        labels.push_back({area->middle, area->name});
    }
    return labels;
}

}  // namespace lommer::app
