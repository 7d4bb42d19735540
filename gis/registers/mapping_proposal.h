#pragma once

#include "core/vector/table.h"
#include "gis/registers/column_mapping.h"
#include "gis/registers/layer.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lommer::gis {

/// A mapping that may be right, for a person to look at.
struct MappingProposal {
    ColumnMapping mapping;
    /// How much speaks for the subject, from 0 to 1.
    double score = 0.0;
    /// How well each of the subject's columns that has one fits its column, from 0 to 1.
    std::map<std::string, double> columnScores = {};
};

/// The columns of `layer` that are most likely those of `subject`, by their names, types and
/// values. `rows` are some of the layer's, or none: then values do not count. Without places:
/// geometries do not matter here.
MappingProposal proposeMappingFor(std::string_view subject, const LayerDescription& layer,
                                  const core::Table& rows);

/// The subject for which most speaks: the words in the names of layer and file, and how many
/// columns fit; of a layer that a register knows in part, that subject with more of its columns.
/// Nothing where too little speaks for any, and where the register knows all that can be assigned.
std::optional<MappingProposal> proposeMapping(const LayerDescription& layer,
                                              const core::Table& rows);

}  // namespace lommer::gis
