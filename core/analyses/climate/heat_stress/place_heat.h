#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// Why it is felt as warm as it is at one place of a heat map, against open grass in the same
/// weather (all sky, no warming by surroundings, no obstacles, in the sun wherever it is up).
///
/// `value` is that of the output `pet` of a whole run, before it is rounded for its file. Shares
/// (K): `air` (warmth of the surroundings), `sky`, `shade`, `wind`, `cover` (paved or vegetated),
/// by Shapley's rule over the mean of the hours, so that no order of the factors decides.
///
/// Moments: each hour with `radiant-temperature` (an estimate), `exact-pet` and `utci` with
/// `utci-stress`, left out where they do not hold. Exact PET is that of Höppe (1999) for the
/// standard person and not the regression of the map. UTCI gets the wind at 10 m over open grass
/// that would be this wind at 1.2 m, 0.5 m/s at the least. The air holds as much water as at the
/// station. Below a crown a quarter of the sky that its top sees is taken to be left. The chief
/// moment is 14 UTC, or the warmest hour of a day without it.
///
/// Hindrances: `building`, `water`, `no-data`, `outside`. Reads what lies within a kilometre,
/// unless `kept` has it from a place nearby. Throws what a run throws.
PlaceExplanation explainHeat(const RunContext& context, Point place,
                             std::unique_ptr<KeptSurroundings>& kept);

}  // namespace lommer::core
