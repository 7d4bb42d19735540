#pragma once

#include "core/base/remark.h"
#include "core/vector/table.h"
#include "gis/crs/transformer.h"
#include "gis/vector_io/batch_reader.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::gis {

/// Makes one table of batches: brings coordinates to RD, keeps the rows whose bounding box touches
/// the wanted part, and repairs what is not valid. The one place where read geometries become
/// trusted ones.
class TableBuilder {
public:
    struct Wish {
        std::vector<core::ColumnInfo> columns;
        bool withGeometry = false;
        /// Null: the coordinates are in RD.
        const Transformer* toRd = nullptr;
        std::optional<core::Bounds> bounds;
    };
    explicit TableBuilder(Wish wish);

    bool hasGeometry() const noexcept { return wish_.withGeometry; }
    /// Makes room for so many rows, where they are known beforehand.
    void reserve(std::int64_t rows);
    /// Adds all batches of `reader`. Throws Cancelled.
    void addAll(BatchReader& reader, const std::stop_token& stop);
    /// The rows of a builder with the same wish, behind these.
    void add(TableBuilder other);
    std::int64_t rowCount() const noexcept { return rows_.rowCount; }
    /// How many rows have come in, those that were not wanted too.
    std::int64_t readRows() const noexcept { return readRows_; }
    /// Repairs the geometries, with remarks that name `layer` on that and on what the reader had to
    /// change. Uses up the builder.
    core::Table finish(const std::string& layer, core::RemarkList& remarks,
                       const std::stop_token& stop);

private:
    void addWanted(const RowBatch& batch);
    void addLostTexts(const std::vector<std::int64_t>& counts);

    Wish wish_;
    RowBatch rows_;
    std::int64_t readRows_ = 0;
    GeometryCounts counts_;
    std::vector<std::int64_t> lostTexts_;  // of each column
};

}  // namespace lommer::gis
