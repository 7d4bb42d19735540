#include "gis/registers/classified_table.h"

#include "core/vector/row_writer.h"

#include <algorithm>
#include <string>

namespace lommer::gis {

ClassifiedTable::ClassifiedTable(std::shared_ptr<const core::TableSource> source,
                                 Knowledge knowledge, core::RemarkList& remarks)
    : source_(std::move(source)),
      knowledge_(std::move(knowledge)),
      remarks_(remarks),
      privacy_{core::PrivacyClass::open, knowledge_.recorded.places},
      knowsPlaces_(knowledge_.isPublished || !source_->info().hasGeometry) {}

const core::TableSource& ClassifiedTable::delivered() const noexcept {
    return knowledge_.delivered == nullptr ? *source_ : *knowledge_.delivered;
}

core::Table ClassifiedTable::withUnits(const core::Table& table) const {
    std::vector<core::ColumnPointer> columns = table.columns();
    for (core::ColumnPointer& column : columns) {
        const auto unit = knowledge_.recorded.units.find(column->info().name);
        if (unit != knowledge_.recorded.units.end() && column->isNumeric()) {
            core::ColumnInfo info = column->info();
            info.unit = unit->second;
            column = std::make_shared<const core::Column>(column->withInfo(std::move(info)));
        }
    }
    return {table.rowCount(), std::move(columns), table.geometryPointer()};
}

std::vector<core::PrivacyFinding> ClassifiedTable::findings(const core::Table& table,
                                                            const std::stop_token& stop) const {
    auto found = core::findPersonalData(table, stop);
    if (knowledge_.isPublished || knowledge_.recorded.isResult) {
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const core::PrivacyFinding& finding) {
                                       return finding.privacy == core::PrivacyClass::perAddress;
                                   }),
                    found.end());
    }
    return found;
}

core::Table ClassifiedTable::read(const core::TableQuery& query,
                                  const std::stop_token& stop) const {
    core::Table table = source_->read(query, stop);
    if (!knowledge_.recorded.units.empty()) {
        table = withUnits(table);
    }
    table = core::withPrivacy(table, knowledge_.recorded.columns);
    const auto found = findings(table, stop);
    std::string columns;
    for (const core::PrivacyFinding& finding : found) {
        columns += (columns.empty() ? "" : ", ") + finding.column;
    }
    if (!found.empty()) {
        remarks_.add({"personal-data-found", {{"layer", info().name}, {"columns", columns}}});
    }
    table = core::withPrivacy(table, found);
    const std::lock_guard lock(mutex_);
    privacy_.columns = std::max(privacy_.columns, core::highestPrivacy(table));
    privacy_.places = std::max(privacy_.places, core::placePrivacy(table));
    const bool isWhole = !query.columns && !query.bounds &&
                         info().columns.size() == delivered().info().columns.size();
    knowsPlaces_ = knowsPlaces_ || isWhole;
    return table;
}

TablePrivacy ClassifiedTable::privacy(const std::stop_token& stop) const {
    {
        const std::lock_guard lock(mutex_);
        if (knowsPlaces_) {
            return privacy_;
        }
    }
    core::TableQuery query;
    query.withGeometry = false;
    query.columns.emplace();
    for (const core::ColumnInfo& column : delivered().info().columns) {
        if (column.type != core::ColumnType::real) {  // figures say nothing of whose a place is
            query.columns->push_back(column.name);
        }
    }
    const core::Table table = delivered().read(query, stop);
    const auto places = core::placePrivacy(core::withPrivacy(
        core::withPrivacy(withUnits(table), knowledge_.recorded.columns), findings(table, stop)));
    const std::lock_guard lock(mutex_);
    privacy_.places = std::max(privacy_.places, places);
    knowsPlaces_ = true;
    return privacy_;
}

}  // namespace lommer::gis
