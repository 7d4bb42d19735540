#include "app/text/answer_rule.h"

#include "app/text/json_file.h"
#include "app/text/number_format.h"
#include "app/text/texts.h"
#include "app/text/utf8.h"
#include "core/base/error.h"
#include "core/engine/parameter_check.h"

#include <QFile>
#include <QJsonArray>
#include <algorithm>

namespace lommer::app {
namespace {

std::optional<AnswerKind> kindFromText(const QString& text) {
    return text == QLatin1String("areas")        ? std::optional(AnswerKind::areas)
           : text == QLatin1String("difference") ? std::optional(AnswerKind::difference)
                                                 : std::nullopt;
}

}  // namespace

std::optional<AnswerRule> answerRuleOf(const std::string& analysis) {
    const QString name = QStringLiteral(":/analyses/%1/answer.json").arg(fromUtf8(analysis));
    if (!QFile::exists(name)) {
        return std::nullopt;
    }
    const QJsonObject json = readJsonObject(name);
    const auto kind = kindFromText(json.value(QStringLiteral("kind")).toString());
    AnswerRule rule{kind.value_or(AnswerKind::areas),
                    json.value(QStringLiteral("output")).toString(),
                    json.value(QStringLiteral("whole")).toString(),
                    stringsOf(json.value(QStringLiteral("values"))),
                    stringsOf(json.value(QStringLiteral("shares"))),
                    {},
                    json.value(QStringLiteral("dateParameter")).toString(),
                    stringsOf(json.value(QStringLiteral("gaps"))),
                    stringsOf(json.value(QStringLiteral("said"))),
                    stringsOf(json.value(QStringLiteral("marks")))};
    for (const auto& limit : json.value(QStringLiteral("limits")).toArray()) {
        rule.limits.push_back(limit.toDouble());
    }
    const bool hasFigures =
        kind != AnswerKind::areas || (!rule.values.isEmpty() && !rule.limits.empty());
    if (!kind || rule.output.isEmpty() || !hasFigures) {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", name.toStdString()}},
                          "kind, output, values or limits are missing");
    }
    return rule;
}

QString answeringOutput(const AnswerRule& rule, const core::RunRecord& record) {
    const auto isMade = [&record](const QString& id) {
        return std::any_of(
            record.outputs.begin(), record.outputs.end(),
            [name = id.toStdString()](const auto& output) { return output.id == name; });
    };
    return !rule.whole.isEmpty() && !isMade(rule.output) && isMade(rule.whole) ? rule.whole
                                                                               : rule.output;
}

QString dayOf(const std::string& analysis, const core::ParameterValues& settings,
              const Texts& texts) {
    const auto rule = answerRuleOf(analysis);
    if (!rule || rule->dateParameter.isEmpty()) {
        return {};
    }
    const auto found = settings.find(rule->dateParameter.toStdString());
    const std::string date = found == settings.end() ? std::string() : core::toText(found->second);
    return date.empty()
               ? texts.answer(analysis, QStringLiteral("day"), {})
               : texts.answer(
                     analysis, QStringLiteral("dayOfDate"),
                     {{"date", formatDate(fromUtf8(date), texts.language()).toStdString()}});
}

}  // namespace lommer::app
