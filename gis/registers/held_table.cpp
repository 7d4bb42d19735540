#include "gis/registers/held_table.h"

#include <utility>

namespace lommer::gis {

HeldTable::HeldTable(core::TableInfo info, core::Table table)
    : info_(std::move(info)), table_(std::move(table)) {}

core::Table HeldTable::read(const core::TableQuery& query, const std::stop_token&) const {
    if (!query.columns) {
        return table_;
    }
    std::vector<core::ColumnPointer> columns;
    columns.reserve(query.columns->size());
    for (const std::string& name : *query.columns) {
        table_.columnNamed(name);  // throws where there is none
        columns.push_back(table_.columns()[*table_.indexOf(name)]);
    }
    return {table_.rowCount(), std::move(columns), nullptr};
}

core::TableInfo infoOf(std::string name, const core::Table& table) {
    core::TableInfo info;
    info.name = std::move(name);
    info.rowCount = table.rowCount();
    for (const core::ColumnPointer& column : table.columns()) {
        info.columns.push_back(column->info());
    }
    return info;
}

}  // namespace lommer::gis
