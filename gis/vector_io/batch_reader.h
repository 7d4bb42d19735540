#pragma once

#include "core/base/remark.h"
#include "core/vector/column.h"
#include "core/vector/geometry_column.h"
#include "gis/vector_io/layer_fields.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// Some rows of a layer as the file has them: own coordinates, curves linearised.
struct RowBatch {
    RowBatch() = default;
    /// Without rows yet.
    explicit RowBatch(const std::vector<core::ColumnInfo>& infos);

    std::vector<core::Column> columns;
    core::GeometryColumn geometries;
    std::int64_t rowCount = 0;
};

/// How many geometries needed something on the way in.
struct GeometryCounts {
    std::int64_t linearised = 0;
    std::int64_t partsLeftOut = 0;
    std::int64_t unreadable = 0;

    void add(const GeometryCounts& other) noexcept;
};

/// Hands out the rows of one opened layer in the order of the file.
class BatchReader {
public:
    /// Rows per batch: batches of GDAL's own size are slower than its feature loop.
    static constexpr int kRows = 4096;

    virtual ~BatchReader() = default;
    /// Adds the next rows to `batch`, which has the columns of the layer; false after the last.
    virtual bool next(RowBatch& batch) = 0;
    const GeometryCounts& counts() const noexcept { return counts_; }
    /// For each column, how many texts came in where numbers belong and are missing values now;
    /// empty where there were none.
    const std::vector<std::int64_t>& lostTexts() const noexcept { return lostTexts_; }

protected:
    /// Adds one geometry in WKB; null and unreadable ones become rows without geometry.
    void addGeometry(std::span<const std::uint8_t> wkb, core::GeometryColumn& geometries);
    /// Adds a row without geometry for one that cannot be read.
    void addUnreadable(core::GeometryColumn& geometries);
    /// Adds the missing value that a text is in the column `index` of numbers: a mark gives its
    /// reason, another text counts as lost.
    void addStrayText(std::string_view text, std::size_t index, core::Column& column);

private:
    GeometryCounts counts_;
    std::vector<std::int64_t> lostTexts_;
};

/// By GDAL's Arrow stream; null where the layer's fields need the feature loop.
std::unique_ptr<BatchReader> makeArrowReader(OGRLayerH layer, const std::vector<LayerField>& fields,
                                             bool withGeometry);
/// Feature by feature: works for every driver and field.
std::unique_ptr<BatchReader> makeFeatureReader(OGRLayerH layer,
                                               const std::vector<LayerField>& fields,
                                               bool withGeometry);

}  // namespace lommer::gis
