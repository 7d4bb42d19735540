#pragma once

#include "app/text/texts.h"
#include "core/engine/run_record.h"
#include "core/vector/table.h"

namespace lommer::app {

/// What a run that compares two maps says: the mean over the whole, with the days where these tell
/// the maps apart, and how much of it is clearly higher and lower. From its table with figures;
/// empty where there was nothing to compare. Numbers go as far as the limit of a clear difference
/// does.
QString differenceSentence(const core::RunRecord& record, const core::Table& figures,
                           core::Unit unit, const Texts& texts);

}  // namespace lommer::app
