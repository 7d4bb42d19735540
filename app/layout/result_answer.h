#pragma once

#include "app/layout/area_answer.h"
#include "core/engine/declaration.h"

namespace lommer::app {

/// What the figures of a run say to the question that its analysis answers.
struct ResultAnswer {
    QString sentence;
    /// What stands out, which ground the figures are of, how sure it is; may be empty.
    QStringList meaning;
    /// The columns that it is made of.
    core::Table shown;
    /// Title, tables and labels, where the figures are of areas.
    std::optional<AreaAnswer> areas;
};

/// By `answer.json` of the analysis. `figures` is the output that it names; null where the run did
/// not make it. Nothing where the analysis has no answer or the figures say nothing. `texts`
/// outlives the answer.
std::optional<ResultAnswer> resultAnswer(const core::AnalysisDeclaration& analysis,
                                         const core::RunRecord& record, const core::Table* figures,
                                         const Texts& texts);

}  // namespace lommer::app
