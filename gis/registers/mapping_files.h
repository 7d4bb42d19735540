#pragma once

#include "core/base/remark.h"
#include "gis/registers/column_mapping.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace lommer::gis {

/// The mappings that were remembered: what has been assigned once need not be again.
using Mappings = std::vector<std::shared_ptr<const ColumnMapping>>;

/// All mappings in a folder, one JSON file each, in the order of the files' names. No folder: none.
/// A file that is none is passed over: `mapping-unreadable` {file}.
Mappings readMappings(const std::filesystem::path& folder, core::RemarkList& remarks);

/// Writes a mapping into the folder, which is made where it is not there; one for the same delivery
/// is replaced. The file is there whole or not at all. Throws Error disk-full, folder-read-only.
void rememberMapping(const ColumnMapping& mapping, const std::filesystem::path& folder);

/// The last of the mappings that the layer's delivery is known by; null: there is none.
std::shared_ptr<const ColumnMapping> mappingOf(const core::TableInfo& table,
                                               const Mappings& mappings);

}  // namespace lommer::gis
