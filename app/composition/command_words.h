#pragma once

#include "app/composition/run_service.h"
#include "core/engine/declaration.h"

#include <string>
#include <vector>

namespace lommer::app {

/// The words that make lommer-cli run `order` on this computer, its name first. Settings that are
/// the usual ones, or those of the definition, are left out. Tiles of one raster are named by their
/// folder. Nothing is quoted: see shellLine.
std::vector<std::string> commandWords(const core::AnalysisDeclaration& analysis,
                                      const RunOrder& order);

/// The roles whose data such a line reads otherwise than the order: of a table whose rows and
/// columns are those of a subject that the role does not ask for, or that would be repaired with
/// the others, as a line has no words for that.
std::vector<std::string> rolesReadOtherwise(const core::AnalysisDeclaration& analysis,
                                            const RunOrder& order);

}  // namespace lommer::app
