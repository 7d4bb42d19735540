#include "app/text/question_search.h"

#include "app/text/json_file.h"
#include "app/text/texts.h"
#include "core/base/assert.h"

#include <algorithm>
#include <numeric>

namespace lommer::app {
namespace {

/// Shorter words stand in too many others: they have to be the beginning.
constexpr int kShortWord = 3;
/// A longer known word may be the beginning of what was typed: buurt in buurten.
constexpr int kStem = 4;

int likeness(const QString& known, const QString& word) {
    if (known == word) {
        return 4;
    }
    if (known.startsWith(word) || (known.size() >= kStem && word.startsWith(known))) {
        return 3;
    }
    return word.size() >= kShortWord && known.contains(word) ? 2 : 0;
}

int best(const QStringList& known, const QString& word) {
    int found = 0;
    for (const QString& one : known) {
        found = std::max(found, likeness(one, word));
    }
    return found;
}

QStringList passedOverIn(Language language) {
    const QJsonObject json = readJsonObject(QStringLiteral(":/texts/search.json"));
    LOMMER_ASSERT(!json.isEmpty());
    return json.value(QStringLiteral("passedOver"))
        .toObject()
        .value(toText(language))
        .toString()
        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

QString searchable(const QString& text) {
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.isLetterOrNumber()) {
            plain += letter;
        } else if (!letter.isMark()) {
            plain += QLatin1Char(' ');
        }
    }
    return plain.toCaseFolded().simplified();
}

QuestionSearch::QuestionSearch(const QuestionCatalogue& catalogue, const Texts& texts)
    : passedOver_(passedOverIn(texts.language())) {
    for (const Question& question : catalogue.questions()) {
        const auto of = [&](const char* key) {
            return texts.analysisList(question.analysis, QLatin1String(key)).join(QLatin1Char(' '));
        };
        Entry entry;
        entry.words =
            wordsOf(question.text + QLatin1Char(' ') + question.words.join(QLatin1Char(' ')) +
                    QLatin1Char(' ') + of("searchWords"));
        entry.lesser = wordsOf(texts.analysisText(question.analysis, QStringLiteral("menu")) +
                               QLatin1Char(' ') + of("questions") + QLatin1Char(' ') +
                               texts.common(QStringLiteral("themes"), question.theme));
        entries_.push_back(std::move(entry));
    }
}

QStringList QuestionSearch::wordsOf(const QString& text) const {
    QStringList words = searchable(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.erase(std::remove_if(words.begin(), words.end(),
                               [this](const QString& word) { return passedOver_.contains(word); }),
                words.end());
    return words;
}

int QuestionSearch::scoreOf(const Entry& entry, const QString& word) {
    return std::max(2 * best(entry.words, word), best(entry.lesser, word));
}

std::vector<std::size_t> QuestionSearch::find(const QString& asked) const {
    const QStringList words = wordsOf(asked);
    std::vector<std::size_t> found(entries_.size());
    std::iota(found.begin(), found.end(), std::size_t{0});
    if (words.isEmpty()) {
        return found;
    }
    struct Score {
        int words = 0;
        int sum = 0;
    };
    std::vector<Score> scores(entries_.size());
    int most = 1;
    for (std::size_t place = 0; place < entries_.size(); ++place) {
        for (const QString& word : words) {
            const int score = scoreOf(entries_[place], word);
            scores[place].words += score > 0 ? 1 : 0;
            scores[place].sum += score;
        }
        most = scores[place].words == words.size() ? static_cast<int>(words.size()) : most;
    }
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](std::size_t place) { return scores[place].words < most; }),
                found.end());
    std::stable_sort(found.begin(), found.end(), [&scores](std::size_t a, std::size_t b) {
        return scores[a].sum > scores[b].sum;
    });
    return found;
}

}  // namespace lommer::app
