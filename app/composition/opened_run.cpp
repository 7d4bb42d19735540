#include "app/composition/opened_run.h"

#include "core/engine/scenario.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"

namespace lommer::app {

OpenedRun::OpenedRun(const Environment& environment, const core::AnalysisDeclaration& analysis,
                     const RunOrder& order, core::RemarkList& remarks, const std::stop_token& stop)
    : inputs(environment, analysis, order.inputs, remarks, stop),
      request{.given = order.parameters,
              .definition = order.definition,
              .inputs = inputs.bound(),
              .region = order.region,
              .options = {.tileSize = order.tileSize}} {
    if (!order.scenario.empty()) {
        const std::string text = gis::readTextFile(order.scenario);
        gis::Sha256 hash;
        hash.add(text.data(), text.size());
        scenarioHash = hash.finish();
        request.inputs =
            core::applyScenario(core::scenarioFromText(text), std::move(request.inputs));
    }
}

}  // namespace lommer::app
