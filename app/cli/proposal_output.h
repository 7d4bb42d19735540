#pragma once

#include "app/text/texts.h"
#include "gis/registers/mapping_proposal.h"

#include <nlohmann/json_fwd.hpp>

namespace lommer::app {

/// `{subject, score, columns: [{to, from, score}]}`; names are those of `table`.
nlohmann::ordered_json proposalJson(const gis::MappingProposal& proposal,
                                    const core::TableInfo& table);

/// Says on stdout what the columns of a layer may be; of a layer whose subject is known only those
/// that its register does not name.
void printProposal(const gis::MappingProposal& proposal, const gis::LayerDescription& layer,
                   const Texts& texts);

}  // namespace lommer::app
