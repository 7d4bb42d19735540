#include "app/composition/column_assignment.h"

#include "core/base/error.h"
#include "core/subjects/subjects.h"
#include "gis/platform/file_error.h"
#include "gis/registers/inventory.h"
#include "gis/registers/recognition.h"
#include "gis/registers/register_tables.h"

#include <algorithm>
#include <numeric>

namespace lommer::app {
namespace {

/// Enough to show and to judge by.
constexpr std::int64_t kRows = 1000;

core::Table firstRows(const core::Table& table) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(std::min(kRows, table.rowCount())));
    std::iota(rows.begin(), rows.end(), 0);
    return table.select(rows);
}

/// The layer at that place, as it is in the file, without a subject.
gis::LayerDescription plainLayer(const gis::LayerLocation& location, const std::stop_token& stop) {
    core::RemarkList said;  // when it was opened first
    const auto layers = gis::inspect(location.files.front(), said, {}, stop);
    const auto found = std::find_if(layers.begin(), layers.end(), [&location](const auto& layer) {
        return location.layer.empty() || layer.location.layer == location.layer;
    });
    if (found == layers.end()) {
        throw core::Error(core::ErrorCode::layerUnknown,
                          {{"layer", location.layer},
                           {"file", gis::utf8(location.files.front().filename())},
                           {"allowed", std::string()}});
    }
    gis::LayerDescription plain = *found;
    plain.location.subject.clear();
    plain.subject.clear();
    return plain;
}

}  // namespace

std::vector<std::string_view> possibleSubjects(const core::TableInfo& table) {
    std::vector<std::string_view> possible;
    for (const core::Subject& subject : core::subjects()) {
        if (subject.kind == core::DataKind::table && gis::fitsPlaces(subject.id, table)) {
            possible.push_back(subject.id);
        }
    }
    return possible;
}

UnassignedLayer readUnassigned(const gis::LayerLocation& location, const gis::Mappings& mappings,
                               const std::stop_token& stop) {
    UnassignedLayer result;
    result.description = plainLayer(location, stop);
    core::RemarkList said;
    core::TableQuery query;
    query.withGeometry = false;
    result.rows = firstRows(
        gis::openRegisterTable(result.description.location, said, stop).source->read(query, stop));
    result.isOfRegister = gis::hasRowsOfRegister(result.description);
    if (const auto mapping = gis::mappingOf(result.description.table, mappings)) {
        result.proposal = gis::MappingProposal{*mapping, 1.0, {}};
    } else {
        result.proposal = gis::proposeMapping(result.description, result.rows);
    }
    return result;
}

}  // namespace lommer::app
