#include "gis/vector_io/batch_reader.h"
#include "gis/vector_io/utf8.h"

#include <chrono>
#include <cmath>

namespace lommer::gis {
namespace {

struct FeatureDeleter {
    void operator()(void* feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<void, FeatureDeleter>;

constexpr int kUtcFlag = 100;
constexpr int kMinutesPerFlag = 15;

class FeatureReader : public BatchReader {
public:
    FeatureReader(OGRLayerH layer, const std::vector<LayerField>& fields, bool withGeometry)
        : layer_(layer), fields_(fields), withGeometry_(withGeometry) {
        OGR_L_ResetReading(layer_);
    }

    bool next(RowBatch& batch) override {
        int added = 0;
        for (; added < kRows; ++added) {
            const FeatureHandle feature(OGR_L_GetNextFeature(layer_));
            if (feature == nullptr) {
                break;
            }
            for (std::size_t index = 0; index < fields_.size(); ++index) {
                addValue(feature.get(), index, batch.columns[index]);
            }
            if (withGeometry_) {
                addGeometryOf(feature.get(), batch.geometries);
            }
        }
        batch.rowCount += added;
        return added > 0;
    }

private:
    void addValue(OGRFeatureH feature, std::size_t index, core::Column& column);
    static void addMoment(OGRFeatureH feature, const LayerField& field, core::Column& column);
    void addGeometryOf(OGRFeatureH feature, core::GeometryColumn& geometries);

    OGRLayerH layer_;
    const std::vector<LayerField>& fields_;
    bool withGeometry_;
    std::vector<std::uint8_t> wkb_;
};

void FeatureReader::addValue(OGRFeatureH feature, std::size_t index, core::Column& column) {
    const LayerField& field = fields_[index];
    if (field.strayTexts != nullptr) {
        const auto stray = field.strayTexts->find(OGR_F_GetFID(feature));
        if (stray != field.strayTexts->end()) {
            addStrayText(stray->second, index, column);
            return;
        }
    }
    if (OGR_F_IsFieldSetAndNotNull(feature, field.index) == 0) {
        column.appendAbsent();
        return;
    }
    switch (field.info.type) {
        case core::ColumnType::integer:
        case core::ColumnType::boolean:
            column.appendInteger(OGR_F_GetFieldAsInteger64(feature, field.index));
            break;
        case core::ColumnType::real:
            column.appendReal(OGR_F_GetFieldAsDouble(feature, field.index));
            break;
        case core::ColumnType::date:
        case core::ColumnType::dateTime:
            addMoment(feature, field, column);
            break;
        case core::ColumnType::text:
            column.appendText(validUtf8(OGR_F_GetFieldAsString(feature, field.index)));
            break;
    }
}

void FeatureReader::addMoment(OGRFeatureH feature, const LayerField& field, core::Column& column) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0.0F;
    int zone = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field.index, &year, &month, &day, &hour, &minute, &second,
                               &zone);
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        column.appendAbsent();
        return;
    }
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    if (field.info.type == core::ColumnType::date) {
        column.appendInteger(days);
        return;
    }
    // Times without a zone are taken as they stand.
    const std::int64_t minutesEast = zone > 1 ? (zone - kUtcFlag) * kMinutesPerFlag : 0;
    const std::int64_t milliseconds = std::llround(static_cast<double>(second) * 1000.0);
    column.appendInteger(((days * 24 + hour) * 60 + minute - minutesEast) * 60'000 + milliseconds);
}

void FeatureReader::addGeometryOf(OGRFeatureH feature, core::GeometryColumn& geometries) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    wkb_.clear();
    if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0) {
        wkb_.resize(static_cast<std::size_t>(OGR_G_WkbSize(geometry)));
        OGR_G_ExportToIsoWkb(geometry, wkbNDR, wkb_.data());
    }
    addGeometry(wkb_, geometries);
}

}  // namespace

std::unique_ptr<BatchReader> makeFeatureReader(OGRLayerH layer,
                                               const std::vector<LayerField>& fields,
                                               bool withGeometry) {
    return std::make_unique<FeatureReader>(layer, fields, withGeometry);
}

}  // namespace lommer::gis
