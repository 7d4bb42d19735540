#pragma once

#include "core/vector/table_source.h"
#include "gis/registers/layer_pattern.h"

namespace lommer::gis {

/// True where a layer that fits `pattern` has the columns of a register that is published as it is,
/// and no other. A list of a municipality's own often starts from a register: what was added to it
/// need not be for everyone.
bool isAsPublished(const LayerPattern& pattern, const core::TableInfo& table);

}  // namespace lommer::gis
