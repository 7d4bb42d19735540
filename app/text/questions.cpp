#include "app/text/questions.h"

#include "app/text/json_file.h"

#include <QDir>
#include <algorithm>
#include <tuple>

namespace lommer::app {
namespace {

std::optional<TimeRate> rateOf(const QJsonObject& json) {
    const TimeRate rate{json.value(QStringLiteral("role")).toString().toStdString(),
                        json.value(QStringLiteral("perSecond")).toDouble(),
                        json.value(QStringLiteral("finestCellMetres")).toDouble()};
    return !rate.role.empty() && rate.perSecond > 0.0 ? std::optional(rate) : std::nullopt;
}

std::optional<Question> questionIn(const QString& path, Language language) {
    const QJsonObject json = readJsonObject(path);
    const Language other = language == Language::nl ? Language::en : Language::nl;
    QJsonObject words = json.value(toText(language)).toObject();
    words = words.isEmpty() ? json.value(toText(other)).toObject() : words;
    const Question question{
        .id = QFileInfo(path).completeBaseName(),
        .analysis = json.value(QStringLiteral("analysis")).toString().toStdString(),
        .theme = json.value(QStringLiteral("theme")).toString(),
        .order = json.value(QStringLiteral("order")).toInt(),
        .isShownFirst = json.value(QStringLiteral("isShownFirst")).toBool(true),
        .text = words.value(QStringLiteral("question")).toString(),
        .words = stringsOf(words.value(QStringLiteral("words"))),
        .time = rateOf(json.value(QStringLiteral("time")).toObject())};
    const bool isWhole =
        !question.analysis.empty() && !question.theme.isEmpty() && !question.text.isEmpty();
    return isWhole ? std::optional(question) : std::nullopt;
}

QFileInfoList filesIn(const QString& folder) {
    return QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

}  // namespace

QuestionCatalogue::QuestionCatalogue(Language language, const std::filesystem::path& folder,
                                     core::RemarkList& remarks) {
    QFileInfoList files = filesIn(QStringLiteral(":/questions"));
    if (!folder.empty()) {
        files += filesIn(QDir(folder).path());
    }
    for (const QFileInfo& file : files) {
        if (auto question = questionIn(file.filePath(), language)) {
            add(std::move(*question));
        } else {
            remarks.add({"question-unreadable", {{"file", file.fileName().toStdString()}}});
        }
    }
    std::sort(questions_.begin(), questions_.end(), [](const Question& a, const Question& b) {
        return std::tie(a.order, a.id) < std::tie(b.order, b.id);
    });
}

std::vector<std::size_t> QuestionCatalogue::shownFirst() const {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < questions_.size(); ++place) {
        if (questions_[place].isShownFirst) {
            places.push_back(place);
        }
    }
    return places;
}

void QuestionCatalogue::add(Question question) {
    const auto same = std::find_if(questions_.begin(), questions_.end(),
                                   [&](const Question& one) { return one.id == question.id; });
    if (same == questions_.end()) {
        questions_.push_back(std::move(question));
    } else {
        *same = std::move(question);
    }
}

}  // namespace lommer::app
