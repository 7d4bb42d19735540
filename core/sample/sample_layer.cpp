#include "core/sample/sample_layer.h"

#include "core/base/assert.h"

#include <array>

namespace lommer::core {
namespace {

constexpr std::int64_t kBatchRows = 8192;

constexpr std::array<SampleLayerName, kSampleLayerCount> kNames{
    SampleLayerName{"bgt", "bgt_pand"},
    {"bgt", "bgt_wegdeel"},
    {"bgt", "bgt_ondersteunendwegdeel"},
    {"bgt", "bgt_onbegroeidterreindeel"},
    {"bgt", "bgt_begroeidterreindeel"},
    {"bgt", "bgt_waterdeel"},
    {"bgt", "bgt_ondersteunendwaterdeel"},
    {"bgt", "bgt_vegetatieobject"},
    {"bag", "pand"},
    {"bag", "verblijfsobject"},
    {"cbs", "buurten"},
    {"cbs", "wijken"},
    {"cbs", "gemeenten"},
    {"bomen", "gemeentebomen"},
    {"wegen", "looproutes"}};

}  // namespace

SampleLayerName nameOf(SampleLayer layer) noexcept {
    return kNames[static_cast<std::size_t>(layer)];
}

std::string padded(std::int64_t value, std::size_t digits) {
    std::string text = std::to_string(value);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return text;
}

SampleLayerRows::SampleLayerRows(SampleTableSink& sink, SampleLayer layer,
                                 std::vector<ColumnInfo> columns, GeometryKind kind)
    : sink_(sink),
      layer_(layer),
      kind_(kind),
      infos_(std::move(columns)),
      columns_(infos_.begin(), infos_.end()),
      geometries_(std::make_shared<GeometryColumn>()) {}

SampleLayerRows& SampleLayerRows::text(std::string_view value) {
    next().appendText(value);
    return *this;
}

SampleLayerRows& SampleLayerRows::textOrNone(std::string_view value) {
    return value.empty() ? none() : text(value);
}

SampleLayerRows& SampleLayerRows::integer(std::int64_t value) {
    next().appendInteger(value);
    return *this;
}

SampleLayerRows& SampleLayerRows::real(double value) {
    next().appendReal(value);
    return *this;
}

SampleLayerRows& SampleLayerRows::none() {
    next().appendAbsent();
    return *this;
}

void SampleLayerRows::point(Point place) {
    geometries_->addRing({&place, 1});
    geometries_->endPart();
    endRow();
}

void SampleLayerRows::line(const std::vector<Point>& points) {
    geometries_->addRing(points);
    geometries_->endPart();
    endRow();
}

void SampleLayerRows::polygon(const std::vector<Point>& ring,
                              const std::vector<std::vector<Point>>& holes) {
    geometries_->addRing(ring);
    for (const auto& hole : holes) {
        geometries_->addRing(hole);
    }
    geometries_->endPart();
    endRow();
}

void SampleLayerRows::endRow() {
    LOMMER_ASSERT(at_ == columns_.size());
    geometries_->endFeature(kind_);
    at_ = 0;
    if (geometries_->rowCount() >= kBatchRows) {
        flush();
    }
}

void SampleLayerRows::flush() {
    const std::int64_t rows = geometries_->rowCount();
    if (rows == 0 && isBegun_) {
        return;
    }
    std::vector<ColumnPointer> columns;
    columns.reserve(columns_.size());
    for (Column& column : columns_) {
        columns.push_back(std::make_shared<const Column>(std::move(column)));
    }
    sink_.append(layer_, Table(rows, std::move(columns), std::move(geometries_)));
    columns_ = std::vector<Column>(infos_.begin(), infos_.end());
    geometries_ = std::make_shared<GeometryColumn>();
    isBegun_ = true;
}

}  // namespace lommer::core
