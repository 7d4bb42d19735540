#pragma once

#include "core/engine/analysis.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace lommer::test {

/// All analyses of the catalogue, and what a test of one is called.
std::vector<std::string> analysisIds();
std::string testNameOf(const testing::TestParamInfo<std::string>& analysis);

/// The part of the Netherlands that the generated inputs lie in.
inline constexpr core::Bounds kContractArea{200'000.0, 450'000.0, 200'600.0, 450'600.0};

/// Data for every role of an analysis, optional ones included, of one role per alternative group:
/// a hilly raster with holes, parcels, lines or points with the columns `nr` (integer), `figure`
/// (real, some missing) and `name` (text). All lie in `kContractArea`. `size` 1 is quick; 3 has
/// nine times as many cells and features.
std::vector<core::BoundInput> contractInputs(const core::AnalysisDeclaration& analysis, int size);

/// Values for the parameters that have no default and without which the analysis cannot run.
std::map<std::string, std::string> contractSettings(const core::AnalysisDeclaration& analysis);

}  // namespace lommer::test
