#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/classified_table.h"
#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"

#include <functional>
#include <stop_token>
#include <string>

namespace lommer::gis {

/// A table of which a register may know the day.
struct OpenedRegisterTable : OpenedLayer<core::TableSource> {
    /// The reference date of the rows, ISO 8601; empty where nothing says it. Free after a read of
    /// all rows; before, it costs a read of the column. Throws what reading throws.
    std::function<std::string(const std::stop_token&)> referenceDate;
    /// What of it is not open to everyone, as far as it was read; may have to read the columns that
    /// tell whose the places are. Throws what reading throws.
    std::function<TablePrivacy(const std::stop_token&)> privacy;
};

/// Opens a layer as `openTable` does, and where a register knows it, without the versions of the
/// past: their rows of `location.subject` with the columns of core/subjects, or all current rows as
/// they are, with the repairs of the location done. The columns get their privacy class: what their
/// values show, and `recorded`, what the run said that wrote the file. `description.subject` is
/// filled in. With `location.mapping` the columns are as a person assigned them, which a remark
/// says. Throws what `openTable` throws, and Error layer-unknown, column-missing where the layer
/// does not hold that subject (any more).
OpenedRegisterTable openRegisterTable(const LayerLocation& location, core::RemarkList& remarks,
                                      const std::stop_token& stop = {},
                                      const RecordedTable& recorded = {});

/// The layers with, for each subject that a table holds, a description of its own; rasters get
/// theirs by name. What a person assigned goes before what a register would know.
std::vector<LayerDescription> withSubjects(const std::vector<LayerDescription>& layers,
                                           const Mappings& mappings = {});

}  // namespace lommer::gis
