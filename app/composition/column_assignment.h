#pragma once

#include "core/base/remark.h"
#include "core/vector/table.h"
#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"
#include "gis/registers/mapping_proposal.h"

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace lommer::app {

/// A layer as its file has it, for a person to say what its columns are.
struct UnassignedLayer {
    /// With the columns of the file.
    gis::LayerDescription description = {};
    /// Some of its rows, without places.
    core::Table rows = {};
    /// What is assigned now, or what may be right.
    std::optional<gis::MappingProposal> proposal = {};
    /// A register says what the layer is and which of its rows count: there is nothing to assign.
    bool isOfRegister = false;
};

/// The subjects that the rows of a layer can be of, by whether they have places and of which kind,
/// in the order in which people see them.
std::vector<std::string_view> possibleSubjects(const core::TableInfo& table);

/// The layer at `location` as its file has it. Blocks. Throws what gis::inspect and
/// gis::openRegisterTable throw, and Cancelled.
UnassignedLayer readUnassigned(const gis::LayerLocation& location, const gis::Mappings& mappings,
                               const std::stop_token& stop);

}  // namespace lommer::app
