#pragma once

#include "app/text/language.h"
#include "core/base/remark.h"

#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// How long an analysis takes, measured once on a machine with two processors.
struct TimeRate {
    /// The role whose cells (of a raster) or rows (of a table) are counted.
    std::string role;
    double perSecond = 0.0;
    /// Finer cells than this are counted as cells of this size; 0 = as they are.
    double finestCellMetres = 0.0;
};

/// A question that an analysis answers. Texts in one language.
struct Question {
    /// Name of its file without ending.
    QString id;
    std::string analysis;
    /// Id of the section `themes` of the common texts, or a name.
    QString theme;
    /// Lower comes first.
    int order = 0;
    /// False: only found by searching and among all questions.
    bool isShownFirst = true;
    QString text;
    /// Words that people type for it, beside those of the analysis.
    QStringList words;
    std::optional<TimeRate> time = {};
};

/// The questions of the start page: those in resources/questions, a JSON file each, and those that
/// a municipality keeps in a folder of its own. Immutable; may be used from any thread.
class QuestionCatalogue {
public:
    /// A file in `folder` (empty: none) with the name of a built-in question takes its place. One
    /// that is no question is passed over: remark `question-unreadable` {file}. A text that is not
    /// there in `language` comes in the other one.
    QuestionCatalogue(Language language, const std::filesystem::path& folder,
                      core::RemarkList& remarks);

    /// By order, then by id.
    const std::vector<Question>& questions() const noexcept { return questions_; }
    /// Places in `questions` of those that are not only found by asking for them.
    std::vector<std::size_t> shownFirst() const;

private:
    void add(Question question);

    std::vector<Question> questions_;
};

}  // namespace lommer::app
