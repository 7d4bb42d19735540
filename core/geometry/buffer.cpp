#include "core/geometry/buffer.h"

#include "core/geometry/row_outcome.h"

namespace lommer::core {
namespace {

/// Buffers rows, one after another, on one thread.
class RowBuffer {
public:
    RowBuffer(const GeometryColumn& rows, double distance, int segments,
              const std::stop_token& stop)
        : rows_(rows), distance_(distance), segments_(segments), session_(stop) {}

    bool append(std::int64_t row, GeometryColumn& target) {
        if (rows_.kinds[static_cast<std::size_t>(row)] == GeometryKind::none) {
            throw geos::Failure("nothing was left of it after repair");
        }
        const geos::Pointer geometry = geos::toGeos(session_, rows_, row);
        const geos::Pointer zone =
            session_.own(GEOSBuffer_r(session_.handle(), geometry.get(), distance_, segments_));
        return geos::appendRow(session_, zone.get(), GeometryKind::polygon, target);
    }

private:
    const GeometryColumn& rows_;
    double distance_;
    int segments_;
    geos::Session session_;
};

}  // namespace

MaskedRows bufferRows(const SharedGeometries& rows, double distance, int segments,
                      const Progress& progress) {
    const auto bufferOf = [&](const GeometryColumn& column) {
        return [&] { return RowBuffer(column, distance, segments, progress.stopToken()); };
    };
    auto outcome = treatAll(rowsWithGeometry(*rows), progress, bufferOf(*rows));
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.items), {}};
    }
    const auto sound = repairGeometries(rows, progress.stopToken()).geometries;
    auto both =
        merged(outcome, treatAll(outcome.failed, progress.part(1.0, 1.0, {}), bufferOf(*sound)));
    return {std::move(both.geometries), std::move(both.items), withPlaces(both.failed, *rows)};
}

}  // namespace lommer::core
