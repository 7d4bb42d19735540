#include "app/text/texts.h"

#include "app/text/json_file.h"
#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "core/base/assert.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace lommer::app {
namespace {

QString readText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QJsonValue valueAt(const QJsonObject& object, const QStringList& path) {
    QJsonValue value(object);
    for (const QString& key : path) {
        value = value.toObject().value(key);
    }
    return value;
}

/// The key of a sentence about exactly one thing: `left-out-format-one`.
QString keyOf(const core::Remark& remark, bool isForOne) {
    return fromUtf8(remark.code) + (isForOne ? QStringLiteral("-one") : QString());
}

bool isAboutOne(const core::Remark& remark) {
    return std::any_of(remark.arguments.begin(), remark.arguments.end(), [](const auto& argument) {
        return argument.first == "count" && argument.second == core::Argument(std::int64_t{1});
    });
}

}  // namespace

struct Texts::Content {
    QJsonObject common;
    std::map<std::string, QJsonObject> analyses;
    std::map<std::string, QString> methodCards;

    QString text(const std::string& analysis, const QStringList& path,
                 const std::string& fallback) const {
        const auto found = analyses.find(analysis);
        const QString value =
            found == analyses.end() ? QString() : valueAt(found->second, path).toString();
        return value.isEmpty() ? fromUtf8(fallback) : value;
    }
};

Texts::Texts(Language language) : language_(language), content_(std::make_unique<Content>()) {
    const QString ending = QLatin1Char('.') + toText(language);
    content_->common =
        readJsonObject(QStringLiteral(":/texts/common") + ending + QStringLiteral(".json"));
    LOMMER_ASSERT(!content_->common.isEmpty());
    const QDir folder(QStringLiteral(":/analyses"));
    for (const QString& id : folder.entryList(QDir::Dirs)) {
        const QString base = folder.filePath(id) + QLatin1Char('/');
        content_->analyses[id.toStdString()] =
            readJsonObject(base + QStringLiteral("texts") + ending + QStringLiteral(".json"));
        content_->methodCards[id.toStdString()] =
            readText(base + QStringLiteral("method") + ending + QStringLiteral(".md"));
    }
}

Texts::~Texts() = default;

QString Texts::shownValue(const std::string& name, const core::Argument& value,
                          const std::string& analysis) const {
    if (const auto* number = std::get_if<double>(&value)) {
        return formatNumber(*number, language_);
    }
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        if (name == "year") {
            return QString::number(*count);
        }
        const bool isMemory = name == "allowed" || name == "needed" || name == "bytes";
        return isMemory ? formatBytes(*count, language_) : formatCount(*count, language_);
    }
    return nameFor(name, std::get<std::string>(value), analysis);
}

QString Texts::filled(const QString& pattern, const core::Arguments& arguments,
                      const std::string& analysis) const {
    // A place for a value, with what leads up to it: "cannot be read: {reason}.".
    static const QRegularExpression places(
        QStringLiteral("(: | \\(|, |\u00A0)?\\{([a-zA-Z-]+)\\}(\\)?)"));
    QString text;
    qsizetype done = 0;
    // Once from front to back: a value may hold braces itself.
    for (auto found = places.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch place = found.next();
        text += QStringView(pattern).mid(done, place.capturedStart() - done);
        done = place.capturedEnd();
        const std::string name = place.captured(2).toStdString();
        const auto argument = std::find_if(arguments.begin(), arguments.end(),
                                           [&name](const auto& one) { return one.first == name; });
        if (argument == arguments.end()) {
            continue;  // what nobody knew is left out, with what leads up to it
        }
        const QString shown = shownValue(name, argument->second, analysis);
        const bool isBare = shown.isEmpty() && place.captured(1) == QChar(0x00A0);  // "100 {unit}"
        text += (isBare ? QString() : place.captured(1)) + shown + place.captured(3);
    }
    return text + pattern.mid(done);
}

QString Texts::nameFor(const std::string& argument, const std::string& id,
                       const std::string& analysis) const {
    if (argument == "unit") {
        for (const core::Unit unit : core::allUnits()) {
            if (core::toText(unit) == id) {
                return unitSymbol(unit);
            }
        }
    }
    if (argument == "reason") {
        return common(QStringLiteral("reasons"), fromUtf8(id));
    }
    if (analysis.empty()) {
        return fromUtf8(id);  // the command line: people type ids
    }
    return argument == "role"        ? roleName(analysis, id)
           : argument == "parameter" ? parameterLabel(analysis, id)
           : argument == "analysis"  ? analysisText(id, QStringLiteral("menu"))
                                     : fromUtf8(id);
}

QString Texts::sentence(const core::Error& error, const std::string& analysis) const {
    QString key = fromUtf8(core::toText(error.code()));
    if (error.code() == core::ErrorCode::valueOutOfRange) {
        const auto has = [&](const char* name) {
            return std::any_of(error.arguments().begin(), error.arguments().end(),
                               [&](const auto& argument) { return argument.first == name; });
        };
        key += !has("maximum")   ? QStringLiteral("-below")
               : !has("minimum") ? QStringLiteral("-above")
                                 : QString();
    }
    const QString pattern = valueAt(content_->common, {QStringLiteral("errors"), key}).toString();
    if (pattern.isEmpty()) {
        return fromUtf8(error.what());
    }
    return filled(pattern, error.arguments(), analysis);
}

QString Texts::sentence(const core::Remark& remark, const std::string& analysis) const {
    const bool isForOne = isAboutOne(remark);
    for (const QString& key : {keyOf(remark, isForOne), keyOf(remark, false)}) {
        const QStringList path{QStringLiteral("remarks"), key};
        const QString own = content_->text(analysis, path, {});
        const QString pattern = own.isEmpty() ? valueAt(content_->common, path).toString() : own;
        if (!pattern.isEmpty()) {
            return filled(pattern, remark.arguments, analysis) + firstPlace(remark);
        }
    }
    return fromUtf8(remark.code);
}

QString Texts::firstPlace(const core::Remark& remark) const {
    return remark.place
               ? QLatin1Char(' ') + common(QStringLiteral("remarkPlaces"), QStringLiteral("first"),
                                           {{"x", remark.place->x}, {"y", remark.place->y}})
               : QString();
}

QString Texts::common(const QString& section, const QString& id,
                      const core::Arguments& arguments) const {
    const QString pattern = valueAt(content_->common, {section, id}).toString();
    return pattern.isEmpty() ? id : filled(pattern, arguments, {});
}

QString Texts::unitName(core::Unit unit) const {
    return valueAt(content_->common,
                   {QStringLiteral("units"), fromUtf8(core::toText(unit)), QStringLiteral("name")})
        .toString();
}

QString Texts::unitSymbol(core::Unit unit) const {
    return valueAt(content_->common, {QStringLiteral("units"), fromUtf8(core::toText(unit)),
                                      QStringLiteral("symbol")})
        .toString();
}

QString Texts::presence(core::Presence presence) const {
    return common(QStringLiteral("presence"), fromUtf8(core::toText(presence)));
}

bool Texts::has(const std::string& analysis) const {
    return content_->analyses.count(analysis) != 0;
}

QString Texts::analysisText(const std::string& analysis, const QString& key) const {
    return content_->text(analysis, {key}, analysis);
}

QStringList Texts::analysisList(const std::string& analysis, const QString& key) const {
    const auto found = content_->analyses.find(analysis);
    return found == content_->analyses.end() ? QStringList() : stringsOf(found->second.value(key));
}

QString Texts::roleName(const std::string& analysis, const std::string& role) const {
    return content_->text(analysis, {QStringLiteral("roles"), fromUtf8(role)}, role);
}

QString Texts::parameterLabel(const std::string& analysis, const std::string& parameter) const {
    return content_->text(
        analysis, {QStringLiteral("parameters"), fromUtf8(parameter), QStringLiteral("label")},
        parameter);
}

QString Texts::parameterHelp(const std::string& analysis, const std::string& parameter) const {
    return content_->text(
        analysis, {QStringLiteral("parameters"), fromUtf8(parameter), QStringLiteral("help")}, {});
}

QString Texts::choice(const std::string& analysis, const std::string& parameter,
                      const std::string& value) const {
    return content_->text(analysis,
                          {QStringLiteral("choices"), fromUtf8(parameter), fromUtf8(value)}, value);
}

QString Texts::ruleColumn(const std::string& analysis, const std::string& parameter,
                          const std::string& column) const {
    return content_->text(
        analysis, {QStringLiteral("ruleColumns"), fromUtf8(parameter), fromUtf8(column)}, column);
}

QString Texts::definition(const std::string& analysis, const std::string& definition) const {
    return content_->text(analysis, {QStringLiteral("definitions"), fromUtf8(definition)},
                          definition);
}

QString Texts::output(const std::string& analysis, const std::string& output) const {
    return content_->text(analysis, {QStringLiteral("outputs"), fromUtf8(output)}, output);
}

QString Texts::outputAnywhere(const std::string& output) const {
    QString name;
    for (const auto& [id, texts] : content_->analyses) {
        const QString found =
            valueAt(texts, {QStringLiteral("outputs"), fromUtf8(output)}).toString();
        if (!found.isEmpty() && !name.isEmpty() && found != name) {
            return {};
        }
        name = found.isEmpty() ? name : found;
    }
    return name;
}

QString Texts::legendTitle(const std::string& analysis, const std::string& output) const {
    return content_->text(analysis, {QStringLiteral("legendTitle"), fromUtf8(output)}, output);
}

QString Texts::column(const std::string& analysis, const std::string& column) const {
    return content_->text(analysis, {QStringLiteral("columns"), fromUtf8(column)}, column);
}

QString Texts::step(const std::string& analysis, const std::string& step) const {
    const QString own = content_->text(analysis, {QStringLiteral("steps"), fromUtf8(step)}, {});
    return own.isEmpty() ? common(QStringLiteral("steps"), fromUtf8(step)) : own;
}

QString Texts::answer(const std::string& analysis, const QString& key,
                      const core::Arguments& arguments) const {
    return filled(content_->text(analysis, {QStringLiteral("answer"), key}, {}), arguments,
                  analysis);
}

QString Texts::explanation(const std::string& analysis, const QString& key,
                           const core::Arguments& arguments) const {
    return filled(content_->text(analysis, {QStringLiteral("explanation"), key}, key.toStdString()),
                  arguments, analysis);
}

QString Texts::methodCard(const std::string& analysis) const {
    const auto found = content_->methodCards.find(analysis);
    return found == content_->methodCards.end() ? QString() : found->second;
}

bool Texts::hasAnalysisText(const std::string& analysis, const QStringList& path) const {
    return !content_->text(analysis, path, {}).isEmpty();
}

bool Texts::hasCommonText(const QStringList& path) const {
    return valueAt(content_->common, path).isString();
}

}  // namespace lommer::app
