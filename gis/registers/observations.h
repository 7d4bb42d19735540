#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"

#include <stop_token>

namespace lommer::gis {

/// True for a table of StatLine version 4: one row for each figure (`Measure`, `ValueAttribute`,
/// `Value`), from a CSV or a JSON file.
bool areObservations(const core::TableInfo& table);

/// One row for each area, period and whatever else the figures are for, in the order in which they
/// first occur, and one column for each measure. What `ValueAttribute` says of a figure that is not
/// there becomes its reason. Of figures that occur twice the first counts: `observations-twice`
/// {layer, count}. Source: CBS, Open Data v4, entity Observations.
/// Throws Error column-missing, file-unreadable where nearly every figure has a measure and an area
/// of its own (a table of those would not fit in memory), and Cancelled.
core::Table pivotedObservations(const core::Table& observations, const std::string& layer,
                                core::RemarkList& remarks, const std::stop_token& stop = {});

}  // namespace lommer::gis
