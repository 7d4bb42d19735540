#pragma once

#include "app/text/texts.h"
#include "core/engine/run_record.h"
#include "core/vector/table.h"

namespace lommer::app {

/// What a run of `difference` says: the mean over the whole, and how much of it is clearly higher
/// and lower. From its output `summary`; empty where there was nothing to compare. Numbers go as
/// far as the limit of a clear difference does.
QString differenceSentence(const core::RunRecord& record, const core::Table& summary,
                           core::Unit unit, const Texts& texts);

}  // namespace lommer::app
