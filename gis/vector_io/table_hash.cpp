#include "gis/vector_io/table_hash.h"

#include <bit>

namespace lommer::gis {

void TableHash::add(const core::Table& batch) {
    constexpr std::size_t kEnough = 65536;
    if (!hasHeader_) {
        addHeader(batch);
        hasHeader_ = true;
    }
    for (std::int64_t row = 0; row < batch.rowCount(); ++row) {
        for (const core::ColumnPointer& column : batch.columns()) {
            addCell(*column, row);
        }
        if (batch.hasGeometry()) {
            addGeometry(batch.geometries(), row);
        }
        if (pending_.size() > kEnough) {
            hash_.add(pending_.data(), pending_.size());
            pending_.clear();
        }
    }
}

std::string TableHash::finish() {
    hash_.add(pending_.data(), pending_.size());
    return hash_.finish();
}

void TableHash::addHeader(const core::Table& table) {
    addText("table 1");
    addNumber(table.columns().size());
    for (const core::ColumnPointer& column : table.columns()) {
        addText(column->info().name);
        addText(toText(column->info().type));
    }
    addNumber(table.hasGeometry() ? 1 : 0);
}

void TableHash::addCell(const core::Column& column, std::int64_t row) {
    const bool isPresent = column.isPresent(row);
    pending_ += isPresent ? '\1' : '\0';
    if (!isPresent) {
        return;
    }
    switch (column.info().type) {
        case core::ColumnType::text:
            addText(column.textAt(row));
            break;
        case core::ColumnType::real:
            addReal(column.realAt(row));
            break;
        default:
            addNumber(static_cast<std::uint64_t>(column.integerAt(row)));
            break;
    }
}

void TableHash::addGeometry(const core::GeometryColumn& geometries, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    pending_ += static_cast<char>(geometries.kinds[feature]);
    const auto firstPart = geometries.featureOffsets[feature];
    const auto endPart = geometries.featureOffsets[feature + 1];
    addNumber(endPart - firstPart);
    for (auto part = firstPart; part < endPart; ++part) {
        addNumber(geometries.partOffsets[part + 1] - geometries.partOffsets[part]);
        for (auto ring = geometries.partOffsets[part]; ring < geometries.partOffsets[part + 1];
             ++ring) {
            const core::PointSpan points = geometries.ring(ring);
            addNumber(points.size());
            for (const core::Point& point : points) {
                addReal(point.x);
                addReal(point.y);
            }
        }
    }
}

void TableHash::addNumber(std::uint64_t number) {
    char bytes[8];
    for (char& byte : bytes) {
        byte = static_cast<char>(number & 0xFFU);
        number >>= 8U;
    }
    pending_.append(bytes, sizeof(bytes));
}

void TableHash::addReal(double value) {
    addNumber(std::bit_cast<std::uint64_t>(value + 0.0));
}

void TableHash::addText(std::string_view text) {
    addNumber(text.size());
    pending_.append(text);
}

}  // namespace lommer::gis
