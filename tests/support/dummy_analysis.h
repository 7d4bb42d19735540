#pragma once

#include "core/engine/analysis.h"

namespace lommer::test {

/// An analysis that has every kind of parameter, constraint, role and output property that a
/// declaration can have, and really uses each: it keeps the machinery honest.
///
/// Output `places` repeats the rows of role `places` and adds
///   weighted    the column `figure` times number, integer and the weights' sum
///   class       the last rule that holds the figure (from <= figure < to)
///   above_{}    for each entry of `limits`: 1 where the figure is at least the limit
///   <figure>_note   the text, only where `with-note` is true
/// Output `height-doubled` (only with `with-raster`) is twice the optional raster `height`.
std::unique_ptr<const core::Analysis> makeDummyAnalysis();

}  // namespace lommer::test
