#pragma once

#include "app/text/questions.h"

#include <vector>

namespace lommer::app {

class Texts;

/// Text as it is searched: small letters without accents, words with one space between.
QString searchable(const QString& text);

/// Finds questions by loose words. Case and accents do not matter, parts of words do; the little
/// words of a sentence (de, het, is) are passed over. Immutable; may be used from any thread.
class QuestionSearch {
public:
    /// The words of a question are its own, and the name and search words of its analysis.
    QuestionSearch(const QuestionCatalogue& catalogue, const Texts& texts);

    /// Places in `catalogue.questions()`, the best first: those with all words, or else those with
    /// some. All of them, in their own order, where nothing is asked.
    std::vector<std::size_t> find(const QString& asked) const;

private:
    struct Entry {
        QStringList words;
        /// The words of what the analysis is called and does: they count less.
        QStringList lesser;
    };

    QStringList wordsOf(const QString& text) const;
    static int scoreOf(const Entry& entry, const QString& word);

    QStringList passedOver_;
    std::vector<Entry> entries_;
};

}  // namespace lommer::app
