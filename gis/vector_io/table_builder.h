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
        /// -1 where not known.
        std::int64_t expectedRows = -1;
    };
    explicit TableBuilder(Wish wish);

    bool hasGeometry() const noexcept { return wish_.withGeometry; }
    /// Adds all batches of `reader`; how many rows those had. Throws Cancelled.
    std::int64_t addAll(BatchReader& reader, const std::stop_token& stop);
    /// Repairs the geometries, with remarks that name `layer` on that and on what the reader had to
    /// change. Uses up the builder.
    core::Table finish(const std::string& layer, core::RemarkList& remarks,
                       const std::stop_token& stop);

private:
    void add(RowBatch& batch);

    Wish wish_;
    std::vector<core::Column> columns_;
    std::shared_ptr<core::GeometryColumn> geometries_;
    std::int64_t rowCount_ = 0;
    std::int64_t readRows_ = 0;
    GeometryCounts counts_;
};

}  // namespace lommer::gis
