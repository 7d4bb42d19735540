#pragma once

#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/run_record.h"

#include <QStringList>
#include <vector>

namespace lommer::app {

/// What people call an input: a result of ours by the name of its output, other data by their own.
QString inputName(const core::RecordedInput& input, const Texts& texts);

/// What a run stands on, as a page names it: registers by their names with reference dates (the
/// first and the last where layers differ) and licence, other data by their own names. Each once,
/// in the order of the inputs: "BGT (peildatum 1 maart 2026, CC0)".
QStringList sourcesOf(const core::RunRecord& record, const Texts& texts);
/// The same for one layer of a delivery.
QString sourceOf(const gis::LayerDescription& layer, const Texts& texts);

/// "Bron: a; b." for the foot of a page, each source once; empty without sources.
QString sourceLine(const std::vector<const Layer*>& layers);

}  // namespace lommer::app
