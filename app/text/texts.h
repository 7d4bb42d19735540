#pragma once

#include "app/text/language.h"
#include "core/base/error.h"
#include "core/base/remark.h"
#include "core/base/unit.h"
#include "core/engine/parameter.h"
#include "core/vector/column.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <string>

namespace lommer::app {

/// The sentences of the program in one language, from resources/texts and resources/analyses.
/// A text that is not there comes back as its id; a test sees to it that all are there.
/// Immutable after making; may be used from any thread.
class Texts {
public:
    explicit Texts(Language language);
    ~Texts();
    Texts(const Texts&) = delete;
    Texts& operator=(const Texts&) = delete;

    Language language() const noexcept { return language_; }

    /// "crs-missing" said in a sentence that names the thing and says what to do. With an analysis,
    /// its roles and parameters get the names that stand on the form.
    QString sentence(const core::Error& error, const std::string& analysis = {}) const;
    /// Of a count of 1 the text `CODE-one`, where there is one.
    QString sentence(const core::Remark& remark, const std::string& analysis = {}) const;
    /// One text of a section of the common file (command, kinds, families, presence, steps).
    QString common(const QString& section, const QString& id,
                   const core::Arguments& arguments = {}) const;
    QString unitName(core::Unit unit) const;
    QString unitSymbol(core::Unit unit) const;
    QString presence(core::Presence presence) const;

    /// True where the analysis has texts at all.
    bool has(const std::string& analysis) const;
    /// menu, sentence, pageTitle, limits
    QString analysisText(const std::string& analysis, const QString& key) const;
    /// questions, searchWords
    QStringList analysisList(const std::string& analysis, const QString& key) const;
    QString roleName(const std::string& analysis, const std::string& role) const;
    QString parameterLabel(const std::string& analysis, const std::string& parameter) const;
    QString parameterHelp(const std::string& analysis, const std::string& parameter) const;
    QString choice(const std::string& analysis, const std::string& parameter,
                   const std::string& value) const;
    QString ruleColumn(const std::string& analysis, const std::string& parameter,
                       const std::string& column) const;
    QString definition(const std::string& analysis, const std::string& definition) const;
    QString output(const std::string& analysis, const std::string& output) const;
    /// What an output of this id is called, of whatever analysis; empty where there is none, or
    /// where analyses call it differently.
    QString outputAnywhere(const std::string& output) const;
    QString legendTitle(const std::string& analysis, const std::string& output) const;
    /// The label of an added column; the name itself for a column of the source.
    QString column(const std::string& analysis, const std::string& column) const;
    QString step(const std::string& analysis, const std::string& step) const;
    /// A sentence of the section `answer`, filled in.
    QString answer(const std::string& analysis, const QString& key,
                   const core::Arguments& arguments) const;
    /// A sentence or word of the section `explanation`, filled in.
    QString explanation(const std::string& analysis, const QString& key,
                        const core::Arguments& arguments = {}) const;
    /// The method card as Markdown.
    QString methodCard(const std::string& analysis) const;

    /// True where a text for this place stands in the resources: for the test that all are there.
    /// `path` is section and keys: {"parameters", "directions", "label"}.
    bool hasAnalysisText(const std::string& analysis, const QStringList& path) const;
    bool hasCommonText(const QStringList& path) const;

private:
    struct Content;

    QString firstPlace(const core::Remark& remark) const;
    /// What people call the thing that `argument` names: the label on the form of `analysis`.
    QString nameFor(const std::string& argument, const std::string& id,
                    const std::string& analysis) const;

    QString shownValue(const std::string& name, const core::Argument& value,
                       const std::string& analysis) const;
    QString filled(const QString& pattern, const core::Arguments& arguments,
                   const std::string& analysis) const;

    Language language_;
    std::unique_ptr<Content> content_;
};

}  // namespace lommer::app
