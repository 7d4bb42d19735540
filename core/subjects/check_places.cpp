#include "core/subjects/check_findings.h"
#include "core/subjects/row_equality.h"

#include <algorithm>

namespace lommer::core {
namespace {

using Weight = CheckFindings::Weight;

/// RD coordinates of the European Netherlands; areas reach into the sea.
constexpr Bounds kNetherlands{0.0, 300'000.0, 300'000.0, 620'000.0};
constexpr Bounds kWithSea{0.0, 300'000.0, 300'000.0, 640'000.0};

bool isInside(const Bounds& box, GeometryKind kind) {
    const Bounds& country = kind == GeometryKind::polygon ? kWithSea : kNetherlands;
    return box.isEmpty() || (box.xmin >= country.xmin && box.xmax <= country.xmax &&
                             box.ymin >= country.ymin && box.ymax <= country.ymax);
}

}  // namespace

void checkPlaces(const Subject* subject, const Table& table, CheckFindings& findings) {
    const bool isAsked = subject != nullptr && !subject->geometryKinds.empty();
    if (!table.hasGeometry()) {
        if (isAsked) {
            RowTally all;
            all.rows = std::max<std::int64_t>(1, table.rowCount());
            findings.add("place-present", {}, std::move(all), Weight::fails);
        }
        return;
    }
    const GeometryColumn& places = table.geometries();
    const auto kindOf = [&places](std::int64_t row) {
        return places.kinds[static_cast<std::size_t>(row)];
    };
    const auto hasPlace = [&](std::int64_t row) { return kindOf(row) != GeometryKind::none; };
    if (isAsked || subject == nullptr) {
        findings.forRows("place-present", {}, hasPlace, Weight::failsWhereMany);
    }
    if (isAsked) {
        const auto& kinds = subject->geometryKinds;
        findings.forRows(
            "place-kind", {},
            [&](std::int64_t row) {
                return !hasPlace(row) ||
                       std::find(kinds.begin(), kinds.end(), kindOf(row)) != kinds.end();
            },
            Weight::failsWhereMany);
    }
    findings.forRows(
        "place-inside", {},
        [&](std::int64_t row) { return isInside(places.boundsOf(row), kindOf(row)); },
        Weight::failsWhereMany);
    // Several things may stand on one point: homes in a building.
    if (isAsked && subject->geometryKinds == std::vector{GeometryKind::point}) {
        return;
    }
    RowTally repeated;
    for (const std::int64_t row : repeatedPlaces(places, findings.stopToken())) {
        if (kindOf(row) != GeometryKind::point) {
            repeated.add(row);
        }
    }
    findings.add("place-unique", {}, std::move(repeated), Weight::failsWhereMany);
}

}  // namespace lommer::core
