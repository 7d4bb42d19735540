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
            return false;
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
    RowOutcome outcome = treatRows(allRows(*rows), progress, bufferOf(*rows));
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.rows), {}};
    }
    const auto sound = repairGeometries(rows, progress.stopToken()).geometries;
    const RowOutcome again =
        treatRows(outcome.failed, progress.part(1.0, 1.0, {}), bufferOf(*sound));
    return merged(outcome, again, *rows);
}

}  // namespace lommer::core
