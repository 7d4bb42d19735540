#include "gis/registers/register_files.h"

#include "gis/registers/held_table.h"
#include "gis/registers/knmi_hours.h"
#include "gis/registers/observations.h"
#include "gis/registers/statline_json.h"
#include "gis/vector_io/table_files.h"

namespace lommer::gis {
namespace {

/// A column for each measure instead of a row for each figure; other tables stay as they are.
void pivotObservations(OpenedLayer<core::TableSource>& opened, core::RemarkList& remarks,
                       const std::stop_token& stop) {
    if (!areObservations(opened.description.table)) {
        return;
    }
    core::Table table =
        pivotedObservations(opened.source->read({}, stop), opened.description.name, remarks, stop);
    opened.description.table = infoOf(opened.description.name, table);
    opened.source = std::make_shared<const HeldTable>(opened.description.table, std::move(table));
}

}  // namespace

std::vector<LayerDescription> describeRegisterFile(const std::filesystem::path& path) {
    if (isKnmiHours(path)) {
        return {describeKnmiHours(path)};
    }
    core::RemarkList said;  // opening says it
    if (isStatLineJson(path)) {
        return {openRegisterFile({{path}}, said).description};
    }
    std::vector<LayerDescription> layers = describeTables(path);
    for (LayerDescription& layer : layers) {
        if (areObservations(layer.table)) {
            const auto opened = openRegisterFile(layer.location, said);
            layer.table = opened.description.table;
        }
    }
    return layers;
}

OpenedLayer<core::TableSource> openRegisterFile(const LayerLocation& location,
                                                core::RemarkList& remarks,
                                                const std::stop_token& stop,
                                                const std::optional<CrsInfo>& prescribed) {
    const bool isStatLine = isStatLineJson(location.files.front());
    auto opened = isStatLine ? openStatLineJson(location.files.front(), stop)
                             : openTable(location, remarks, stop, prescribed);
    if (isStatLine) {
        for (const core::Remark& remark : opened.description.remarks) {
            remarks.add(remark);
        }
    }
    pivotObservations(opened, remarks, stop);
    return opened;
}

}  // namespace lommer::gis
