#include "gis/registers/register_tables.h"

#include "core/base/error.h"
#include "gis/crs/transformer.h"
#include "gis/platform/file_error.h"
#include "gis/registers/classified_table.h"
#include "gis/registers/knmi_hours.h"
#include "gis/registers/normalised_table.h"
#include "gis/registers/recognition.h"
#include "gis/registers/register_columns.h"
#include "gis/registers/register_files.h"
#include "gis/registers/repaired_table.h"

#include <algorithm>
#include <string_view>

namespace lommer::gis {
namespace {

/// Opens a layer; one of a register that prescribes RD New need not state it.
OpenedLayer<core::TableSource> openAsRegister(const LayerLocation& location,
                                              core::RemarkList& remarks,
                                              const std::stop_token& stop) {
    try {
        return openRegisterFile(location, remarks, stop);
    } catch (const core::Error& error) {
        if (error.code() != core::ErrorCode::crsMissing) {
            throw;
        }
        for (const LayerDescription& layer : describeRegisterFile(location.files.front())) {
            const bool isIt = location.layer.empty() || layer.name == location.layer;
            const auto patterns = patternsOf(layer);
            if (isIt && !patterns.empty() && patterns.front()->isAlwaysRd) {
                remarks.add({"crs-of-register", {{"layer", layer.name}}});
                return openRegisterFile(location, remarks, stop, rdNew());
            }
        }
        throw;
    }
}

/// The pattern of the subject that is asked for; without one the first, for its history.
const LayerPattern& chosenPattern(const LayerDescription& layer,
                                  const std::vector<const LayerPattern*>& patterns) {
    const LayerPattern* pattern =
        layer.subject.empty() ? patterns.front() : patternOf(layer, layer.subject);
    if (pattern == nullptr) {
        throw core::Error(core::ErrorCode::layerUnknown,
                          {{"layer", layer.subject},
                           {"file", utf8(layer.location.files.front().filename())},
                           {"allowed", layer.name}});
    }
    return *pattern;
}

/// What a person assigned; null: nothing, or a register knows better which rows count.
std::shared_ptr<const ColumnMapping> assignedTo(const LayerDescription& layer,
                                                const Mappings& mappings) {
    const bool isOpen = layer.kind == core::DataKind::table && !mappings.empty();
    return isOpen && !hasRowsOfRegister(layer) ? mappingOf(layer.table, mappings) : nullptr;
}

/// Says in the record of a run what was assigned. Throws Error column-missing where the layer does
/// not have a column of the mapping (any more).
void remarkOnMapping(const ColumnMapping& mapping, const core::TableInfo& table,
                     core::RemarkList& remarks) {
    const std::vector<std::string> delivery = deliveryOf(table);
    for (const auto& [to, from] : mapping.columns) {
        if (!std::binary_search(delivery.begin(), delivery.end(), from)) {
            throw core::Error(core::ErrorCode::columnMissing,
                              {{"column", from}, {"layer", table.name}});
        }
    }
    if (mapping.columns.empty()) {
        remarks.add({"subject-assigned", {{"layer", table.name}}});
    } else {
        remarks.add(
            {"columns-assigned", {{"layer", table.name}, {"columns", textOf(mapping, table)}}});
    }
}

}  // namespace

OpenedRegisterTable openRegisterTable(const LayerLocation& location, core::RemarkList& remarks,
                                      const std::stop_token& stop, const RecordedTable& recorded) {
    if (isKnmiHours(location.files.front())) {
        OpenedRegisterTable hours{openKnmiHours(location.files.front(), remarks, stop),
                                  {},
                                  [](const std::stop_token&) { return TablePrivacy{}; }};
        hours.referenceDate = [day = hours.description.referenceDate](const std::stop_token&) {
            return day;
        };
        return hours;
    }
    OpenedRegisterTable opened{openAsRegister(location, remarks, stop), {}, {}};
    opened.referenceDate = [day = opened.description.referenceDate](const std::stop_token&) {
        return day;
    };
    const auto patterns = patternsOf(opened.description);
    opened.description.location.subject = location.subject;
    opened.description.subject = location.subject;
    ClassifiedTable::Knowledge knowledge{.recorded = recorded};
    opened.description.location.mapping = location.mapping;
    if (location.mapping != nullptr) {
        remarkOnMapping(*location.mapping, opened.description.table, remarks);
    }
    if (!patterns.empty() || !location.subject.empty()) {
        const LayerPattern pattern = location.mapping == nullptr
                                         ? chosenPattern(opened.description, patterns)
                                         : patternOf(*location.mapping);
        if (opened.description.registerId.empty() && location.mapping == nullptr) {
            opened.description.registerId = pattern.source;
        }
        knowledge.isPublished = isAsPublished(pattern, opened.description.table);
        knowledge.delivered = opened.source;
        const auto table = std::make_shared<const NormalisedTable>(
            opened.source, pattern, !location.subject.empty(), remarks);
        opened.source = table;
        opened.referenceDate = [table](const std::stop_token& later) {
            return table->referenceDate(later);
        };
    }
    if (!location.repairs.empty()) {
        opened.description.location.repairs = location.repairs;
        opened.source = std::make_shared<const RepairedTable>(opened.source, location.subject,
                                                              location.repairs, remarks);
    }
    const auto classified =
        std::make_shared<const ClassifiedTable>(opened.source, std::move(knowledge), remarks);
    opened.source = classified;
    opened.privacy = [classified](const std::stop_token& later) {
        return classified->privacy(later);
    };
    opened.description.table = opened.source->info();
    return opened;
}

std::vector<LayerDescription> withSubjects(const std::vector<LayerDescription>& layers,
                                           const Mappings& mappings) {
    std::vector<LayerDescription> result;
    for (const LayerDescription& layer : layers) {
        if (!layer.subject.empty()) {  // known already
            result.push_back(layer);
            continue;
        }
        if (const auto mapping = assignedTo(layer, mappings)) {
            result.push_back(layer);
            result.back().subject = mapping->subject;
            result.back().location.subject = mapping->subject;
            result.back().location.mapping = mapping;
            continue;
        }
        const auto patterns = patternsOf(layer);
        for (const LayerPattern* pattern : patterns) {
            if (pattern->subject.empty()) {
                continue;
            }
            result.push_back(layer);
            result.back().subject = pattern->subject;
            if (layer.registerId.empty()) {
                result.back().registerId = pattern->source;
            }
            result.back().location.subject = pattern->subject;
        }
        if (patterns.empty() || patterns.front()->subject.empty()) {
            result.push_back(layer);
            if (layer.kind == core::DataKind::raster) {
                result.back().subject = rasterSubject(layer);
                result.back().registerId = rasterRegister(layer);
            }
        }
    }
    return result;
}

}  // namespace lommer::gis
