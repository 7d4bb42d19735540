#include "gis/registers/repaired_table.h"

#include "core/base/error.h"

#include <algorithm>

namespace lommer::gis {
namespace {

core::Remark remarkOf(const core::DoneRepair& done, const std::string& layer) {
    core::Remark remark{"repaired-" + std::string(toText(done.repair.kind)), {{"layer", layer}}};
    if (!done.repair.column.empty()) {
        remark.arguments.emplace_back("column", done.repair.column);
    }
    remark.arguments.emplace_back("count", done.count);
    return remark;
}

core::Table withColumnsOnly(const core::Table& table, const std::vector<std::string>& names) {
    std::vector<core::ColumnPointer> columns;
    for (const std::string& name : names) {
        const auto index = table.indexOf(name);
        if (!index) {
            throw core::Error(core::ErrorCode::columnMissing, {{"column", name}});
        }
        columns.push_back(table.columns()[*index]);
    }
    return {table.rowCount(), std::move(columns), table.geometryPointer()};
}

}  // namespace

RepairedTable::RepairedTable(std::shared_ptr<const core::TableSource> source, std::string subject,
                             std::vector<core::DataRepair> repairs, core::RemarkList& remarks)
    : source_(std::move(source)),
      subject_(std::move(subject)),
      repairs_(std::move(repairs)),
      info_(source_->info()),
      remarks_(remarks) {
    for (core::ColumnInfo& column : info_.columns) {
        column = core::repairedInfo(column, repairs_);
    }
    dropsRows_ = std::any_of(repairs_.begin(), repairs_.end(), [](const core::DataRepair& repair) {
        return repair.kind == core::RepairKind::duplicateRows;
    });
    if (dropsRows_) {
        info_.rowCount = -1;
    }
}

core::Table RepairedTable::wholeColumns(const core::TableQuery& query,
                                        const std::stop_token& stop) const {
    core::TableQuery all;
    all.columns.emplace();
    all.withGeometry = false;
    for (const core::ColumnInfo& column : source_->info().columns) {
        const core::DataRepair repair{core::RepairKind::decimalComma, column.name};
        const bool isWanted =
            !query.columns || std::find(query.columns->begin(), query.columns->end(),
                                        column.name) != query.columns->end();
        if (isWanted && std::find(repairs_.begin(), repairs_.end(), repair) != repairs_.end()) {
            all.columns->push_back(column.name);
        }
    }
    return all.columns->empty() ? core::Table() : source_->read(all, stop);
}

core::Table RepairedTable::read(const core::TableQuery& query, const std::stop_token& stop) const {
    core::TableQuery inner = query;
    if (dropsRows_) {  // rows are equal where all of them is
        inner.columns.reset();
        inner.withGeometry = true;
    }
    const core::Table whole = inner.bounds ? wholeColumns(inner, stop) : core::Table();
    const core::RepairedTable repaired = core::repairTable(
        subject_, source_->read(inner, stop), repairs_, stop, inner.bounds ? &whole : nullptr);
    for (const core::DoneRepair& done : repaired.done) {
        if (done.count > 0) {
            remarks_.add(remarkOf(done, info_.name));
        }
        if (done.lost > 0) {
            remarks_.add(
                {"values-not-numbers",
                 {{"layer", info_.name}, {"column", done.repair.column}, {"count", done.lost}}});
        }
    }
    return dropsRows_ && query.columns ? withColumnsOnly(repaired.table, *query.columns)
                                       : repaired.table;
}

}  // namespace lommer::gis
