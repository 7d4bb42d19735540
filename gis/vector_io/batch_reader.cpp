#include "gis/vector_io/batch_reader.h"

#include "gis/vector_io/csv_value.h"
#include "gis/vector_io/wkb_decoder.h"

#include <algorithm>

namespace lommer::gis {
namespace {

/// Largest angle between two points of an arc, seen from its centre: a chord then lies at most
/// 1.5 cm from an arc of 100 m radius, 1.5 mm from one of 10 m. OGR makes the points from the arc
/// alone, the same from either end, so that neighbours keep a common border.
constexpr double kArcStepDegrees = 2.0;

struct GeometryDeleter {
    void operator()(void* geometry) const noexcept { OGR_G_DestroyGeometry(geometry); }
};
using GeometryHandle = std::unique_ptr<void, GeometryDeleter>;

/// The geometry without curves, as WKB; empty where OGR cannot make it.
std::vector<std::uint8_t> linearised(std::span<const std::uint8_t> wkb) {
    OGRGeometryH made = nullptr;
    if (OGR_G_CreateFromWkb(wkb.data(), nullptr, &made, static_cast<int>(wkb.size())) !=
        OGRERR_NONE) {
        return {};
    }
    const GeometryHandle curved(made);
    const GeometryHandle linear(OGR_G_GetLinearGeometry(curved.get(), kArcStepDegrees, nullptr));
    if (linear == nullptr) {
        return {};
    }
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(OGR_G_WkbSize(linear.get())));
    if (OGR_G_ExportToIsoWkb(linear.get(), wkbNDR, bytes.data()) != OGRERR_NONE) {
        return {};
    }
    return bytes;
}

}  // namespace

RowBatch::RowBatch(const std::vector<core::ColumnInfo>& infos) {
    columns.reserve(infos.size());
    for (const core::ColumnInfo& info : infos) {
        columns.emplace_back(info);
    }
}

void GeometryCounts::add(const GeometryCounts& other) noexcept {
    linearised += other.linearised;
    partsLeftOut += other.partsLeftOut;
    unreadable += other.unreadable;
}

void BatchReader::addGeometry(std::span<const std::uint8_t> wkb, core::GeometryColumn& geometries) {
    if (wkb.empty()) {
        geometries.endFeature(core::GeometryKind::none);
        return;
    }
    WkbOutcome outcome = appendWkb(wkb, geometries);
    if (outcome == WkbOutcome::curved) {
        const auto bytes = linearised(wkb);
        outcome = bytes.empty() ? WkbOutcome::malformed : appendWkb(bytes, geometries);
        counts_.linearised += outcome == WkbOutcome::malformed ? 0 : 1;
    }
    if (outcome == WkbOutcome::malformed || outcome == WkbOutcome::curved) {
        addUnreadable(geometries);
    }
    counts_.partsLeftOut += outcome == WkbOutcome::partsLeftOut ? 1 : 0;
}

void BatchReader::addUnreadable(core::GeometryColumn& geometries) {
    geometries.endFeature(core::GeometryKind::none);
    ++counts_.unreadable;
}

void BatchReader::addStrayText(std::string_view text, std::size_t index, core::Column& column) {
    const auto reason = absenceOf(trimmed(text));
    column.appendAbsent(reason.value_or(core::Presence::missing));
    lostTexts_.resize(std::max(lostTexts_.size(), index + 1));
    lostTexts_[index] += reason ? 0 : 1;
}

}  // namespace lommer::gis
