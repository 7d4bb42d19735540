#include "gis/vector_io/table_builder.h"

#include "core/base/error.h"
#include "core/geometry/validity.h"

#include <span>

namespace lommer::gis {

TableBuilder::TableBuilder(Wish wish)
    : wish_(std::move(wish)), rows_(wish_.columns), lostTexts_(wish_.columns.size()) {}

void TableBuilder::reserve(std::int64_t rows) {
    for (core::Column& column : rows_.columns) {
        column.reserve(rows);
    }
}

void TableBuilder::addAll(BatchReader& reader, const std::stop_token& stop) {
    const auto checkStop = [&stop] {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
    };
    const auto toRd = [this](RowBatch& batch, std::size_t first) {
        if (wish_.toRd != nullptr) {
            wish_.toRd->transform(std::span(batch.geometries.points).subspan(first));
        }
    };
    if (wish_.bounds) {
        RowBatch batch(wish_.columns);
        while (reader.next(batch)) {
            checkStop();
            readRows_ += batch.rowCount;
            toRd(batch, 0);
            addWanted(batch);
            batch = RowBatch(wish_.columns);
        }
    } else {
        const std::int64_t before = rows_.rowCount;
        std::size_t firstPoint = rows_.geometries.points.size();
        while (reader.next(rows_)) {
            checkStop();
            toRd(rows_, firstPoint);
            firstPoint = rows_.geometries.points.size();
        }
        readRows_ += rows_.rowCount - before;
    }
    counts_.add(reader.counts());
    addLostTexts(reader.lostTexts());
}

void TableBuilder::addLostTexts(const std::vector<std::int64_t>& counts) {
    for (std::size_t index = 0; index < counts.size(); ++index) {
        lostTexts_[index] += counts[index];
    }
}

void TableBuilder::add(TableBuilder other) {
    readRows_ += other.readRows_;
    counts_.add(other.counts_);
    addLostTexts(other.lostTexts_);
    for (std::size_t index = 0; index < rows_.columns.size(); ++index) {
        rows_.columns[index].appendAll(other.rows_.columns[index]);
    }
    if (wish_.withGeometry) {
        rows_.geometries.appendAll(other.rows_.geometries);
    }
    rows_.rowCount += other.rows_.rowCount;
}

void TableBuilder::addWanted(const RowBatch& batch) {
    for (std::int64_t row = 0; row < batch.rowCount; ++row) {
        if (!batch.geometries.boundsOf(row).intersects(*wish_.bounds)) {
            continue;
        }
        for (std::size_t index = 0; index < rows_.columns.size(); ++index) {
            rows_.columns[index].appendFrom(batch.columns[index], row);
        }
        rows_.geometries.appendRow(batch.geometries, row);
        ++rows_.rowCount;
    }
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
    for (std::size_t index = 0; index < lostTexts_.size(); ++index) {
        if (lostTexts_[index] > 0) {
            remarks.add({"values-not-numbers",
                         {{"layer", layer},
                          {"column", wish_.columns[index].name},
                          {"count", lostTexts_[index]}}});
        }
    }
    std::shared_ptr<const core::GeometryColumn> sound;
    if (wish_.withGeometry) {
        const core::RepairResult repair = core::repairGeometries(
            std::make_shared<const core::GeometryColumn>(std::move(rows_.geometries)), stop);
        for (core::Remark& repaired : core::repairRemarks(repair, layer)) {
            remarks.add(std::move(repaired));
        }
        sound = repair.geometries;
    }
    std::vector<core::ColumnPointer> columns;
    for (core::Column& column : rows_.columns) {
        columns.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    return {rows_.rowCount, std::move(columns), std::move(sound)};
}

}  // namespace lommer::gis
