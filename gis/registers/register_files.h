#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/layer.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace lommer::gis {

/// As `describeTables`, also of texts that only a register knows: hours of the KNMI, tables of
/// StatLine. Those are read whole.
std::vector<LayerDescription> describeRegisterFile(const std::filesystem::path& path);

/// As `openTable`, also of tables of StatLine, those of version 4 with a column for each measure.
/// `description.columns` are those of the file; nothing is normalised yet.
OpenedLayer<core::TableSource> openRegisterFile(const LayerLocation& location,
                                                core::RemarkList& remarks,
                                                const std::stop_token& stop = {},
                                                const std::optional<CrsInfo>& prescribed = {});

}  // namespace lommer::gis
