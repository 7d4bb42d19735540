#include "gis/vector_io/table_builder.h"

#include "core/base/error.h"
#include "core/geometry/validity.h"

namespace lommer::gis {

TableBuilder::TableBuilder(Wish wish) : wish_(std::move(wish)) {
    for (const core::ColumnInfo& info : wish_.columns) {
        core::Column& column = columns_.emplace_back(info);
        if (wish_.expectedRows > 0 && !wish_.bounds) {
            column.reserve(wish_.expectedRows);
        }
    }
    if (wish_.withGeometry) {
        geometries_ = std::make_shared<core::GeometryColumn>();
    }
}

std::int64_t TableBuilder::addAll(BatchReader& reader, const std::stop_token& stop) {
    RowBatch batch;
    while (reader.next(batch)) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        readRows_ += batch.rowCount;
        add(batch);
    }
    counts_ = reader.counts();
    return readRows_;
}

void TableBuilder::add(RowBatch& batch) {
    if (wish_.toRd != nullptr) {
        wish_.toRd->transform(batch.geometries.points);
    }
    std::vector<std::int64_t> kept;
    for (std::int64_t row = 0; wish_.bounds && row < batch.rowCount; ++row) {
        if (batch.geometries.boundsOf(row).intersects(*wish_.bounds)) {
            kept.push_back(row);
        }
    }
    const bool isWhole = !wish_.bounds || static_cast<std::int64_t>(kept.size()) == batch.rowCount;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        if (isWhole) {
            columns_[index].appendAll(batch.columns[index]);
            continue;
        }
        for (const std::int64_t row : kept) {
            columns_[index].appendFrom(batch.columns[index], row);
        }
    }
    if (geometries_ != nullptr && isWhole) {
        geometries_->appendAll(batch.geometries);
    } else if (geometries_ != nullptr) {
        for (const std::int64_t row : kept) {
            geometries_->appendRow(batch.geometries, row);
        }
    }
    rowCount_ += isWhole ? batch.rowCount : static_cast<std::int64_t>(kept.size());
}

core::Table TableBuilder::finish(const std::string& layer, core::RemarkList& remarks,
                                 const std::stop_token& stop) {
    const auto remark = [&](const char* code, std::int64_t count) {
        if (count > 0) {
            remarks.add({code, {{"layer", layer}, {"count", count}, {"total", readRows_}}});
        }
    };
    remark("curves-linearised", counts_.linearised);
    remark("collection-parts-left-out", counts_.partsLeftOut);
    remark("geometry-unreadable", counts_.unreadable);
    std::shared_ptr<const core::GeometryColumn> sound;
    if (geometries_ != nullptr) {
        const core::RepairResult repair = core::repairGeometries(std::move(geometries_), stop);
        for (core::Remark& repaired : core::repairRemarks(repair, layer)) {
            remarks.add(std::move(repaired));
        }
        sound = repair.geometries;
    }
    std::vector<core::ColumnPointer> columns;
    for (core::Column& column : columns_) {
        columns.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    return {rowCount_, std::move(columns), std::move(sound)};
}

}  // namespace lommer::gis
