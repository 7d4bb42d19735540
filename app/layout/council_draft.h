#pragma once

#include "app/layout/council_page.h"
#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/declaration.h"
#include "core/engine/run_record.h"

namespace lommer::app {

/// What a council page is drafted from; all outlive the call.
struct CouncilDraft {
    const core::AnalysisDeclaration& analysis;
    const core::RunRecord& record;
    /// What the map shows.
    const Layer& layer;
    /// The figures that the run answers with; null where it has none.
    const core::Table* figures = nullptr;
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    /// Drawn over it; outlive the call.
    std::vector<const Layer*> marks = {};
    HouseStyle house = {};
    /// "Bijlage 2 bij raadsvoorstel Z-123"; may be empty.
    QString headline = {};
};

/// A page with the answer drafted from the figures of the run, as `answer.json` of the analysis
/// says. Of areas: in how many a limit is reached, which belong to the highest, and a table of at
/// most eight; else the title is that of the analysis. The public record of the run is attached.
CouncilPage draftCouncilPage(const CouncilDraft& draft, const Texts& texts);

/// Logo, letters, colours and contact of an organisation onto a page.
void setHouseStyle(CouncilPage& page, const HouseStyle& house, const Texts& texts);

}  // namespace lommer::app
