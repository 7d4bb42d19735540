#pragma once

#include "core/engine/parameter.h"
#include "core/engine/run_record.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

class Texts;

/// What an answer is made of: the figures of areas, or what two maps differ.
enum class AnswerKind { areas, difference };

/// How an analysis answers its question, from `resources/analyses/<id>/answer.json`.
struct AnswerRule {
    AnswerKind kind = AnswerKind::areas;
    /// The output that holds the figures.
    QString output;
    /// Of areas: the output with one row for all, of runs without areas; may be empty.
    QString whole;
    /// Of areas: the first of these columns that there is.
    QStringList values;
    /// Of areas: a share (0 to 1) beside it; the first that there is. May be empty.
    QStringList shares;
    /// Of areas: the first of these limits that one reaches is spoken of; the last one where none
    /// does.
    std::vector<double> limits;
    /// The parameter with the day that the figures are of; may be empty.
    QString dateParameter;
    /// Codes of remarks that say what the answer does not rest on.
    QStringList gaps;
    /// Parameters whose values stand in the sentences or the legend, whatever they are.
    QStringList said;
    /// Outputs that are drawn over the map of a page where they hold something.
    QStringList marks;
};

/// Nothing where the analysis has no such file. Throws Error file-unreadable.
std::optional<AnswerRule> answerRuleOf(const std::string& analysis);

/// The output of a run that its answer is made of: that of the rule, or else the one for all.
QString answeringOutput(const AnswerRule& rule, const core::RunRecord& record);

/// The day that the figures of a run of `analysis` with these settings are of, as it stands in a
/// sentence: "de middag van 26 juli 2018". Empty where its figures are of no day.
QString dayOf(const std::string& analysis, const core::ParameterValues& settings,
              const Texts& texts);

}  // namespace lommer::app
