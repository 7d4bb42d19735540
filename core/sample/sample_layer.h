#pragma once

#include "core/vector/table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lommer::core {

/// The tables of the made-up place.
enum class SampleLayer : std::uint8_t {
    bgtBuildings,
    bgtRoadParts,
    bgtRoadVerges,
    bgtBareTerrain,
    bgtGreen,
    bgtWater,
    bgtBanks,
    bgtVegetation,
    bagBuildings,
    bagUnits,
    neighbourhoods,
    districts,
    municipality,
    trees,
    ways,
};

constexpr std::size_t kSampleLayerCount = 15;

/// Register (a folder) and layer, as a delivery names them: `bgt`, `bgt_wegdeel`.
struct SampleLayerName {
    std::string_view source;
    std::string_view layer;
};
SampleLayerName nameOf(SampleLayer layer) noexcept;

/// Port: takes the rows of the tables, some thousands at a time.
class SampleTableSink {
public:
    virtual ~SampleTableSink() = default;
    /// Throws Error as a TableSink does, and Cancelled.
    virtual void append(SampleLayer layer, const Table& rows) = 0;
};

/// Rows of one layer until there are enough to hand on.
class SampleLayerRows {
public:
    SampleLayerRows(SampleTableSink& sink, SampleLayer layer, std::vector<ColumnInfo> columns,
                    GeometryKind kind);

    /// Values in the order of the columns, then the geometry, which ends the row.
    SampleLayerRows& text(std::string_view value);
    SampleLayerRows& textOrNone(std::string_view value);
    SampleLayerRows& integer(std::int64_t value);
    SampleLayerRows& real(double value);
    SampleLayerRows& none();
    void point(Point place);
    void line(const std::vector<Point>& points);
    void polygon(const std::vector<Point>& ring, const std::vector<std::vector<Point>>& holes = {});
    /// Hands on what is left; a layer without rows too.
    void flush();

private:
    Column& next() { return columns_[at_++]; }
    void endRow();

    SampleTableSink& sink_;
    SampleLayer layer_;
    GeometryKind kind_;
    std::vector<ColumnInfo> infos_;
    std::vector<Column> columns_;
    std::shared_ptr<GeometryColumn> geometries_;
    std::size_t at_ = 0;
    bool isBegun_ = false;
};

/// `value` with zeros in front until it has `digits`.
std::string padded(std::int64_t value, std::size_t digits);

}  // namespace lommer::core
