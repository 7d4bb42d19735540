#include "gis/vector_io/wkt_text.h"

#include <array>
#include <charconv>

namespace lommer::gis {
namespace {

void addNumber(std::string& text, double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    text.append(buffer.data(), end.ptr);
}

void addPoints(std::string& text, core::PointSpan points) {
    const char* separator = "(";
    for (const core::Point& point : points) {
        text += separator;
        addNumber(text, point.x);
        text += ' ';
        addNumber(text, point.y);
        separator = ", ";
    }
    text += ')';
}

}  // namespace

std::string wktOf(const core::GeometryColumn& geometries, std::int64_t row) {
    using core::GeometryKind;
    const auto feature = static_cast<std::size_t>(row);
    const GeometryKind kind = geometries.kinds[feature];
    if (kind == GeometryKind::none) {
        return {};
    }
    const auto first = geometries.featureOffsets[feature];
    const auto end = geometries.featureOffsets[feature + 1];
    const bool isSinglePoint = kind == GeometryKind::point && end - first == 1;
    std::string text = kind == GeometryKind::polygon ? "MULTIPOLYGON "
                       : kind == GeometryKind::line  ? "MULTILINESTRING "
                       : isSinglePoint               ? "POINT "
                                                     : "MULTIPOINT ";
    text += isSinglePoint ? "" : "(";
    for (auto part = first; part < end; ++part) {
        text += part == first ? "" : ", ";
        text += kind == GeometryKind::polygon ? "(" : "";
        for (auto ring = geometries.partOffsets[part]; ring < geometries.partOffsets[part + 1];
             ++ring) {
            text += ring == geometries.partOffsets[part] ? "" : ", ";
            addPoints(text, geometries.ring(ring));
        }
        text += kind == GeometryKind::polygon ? ")" : "";
    }
    return text + (isSinglePoint ? "" : ")");
}

}  // namespace lommer::gis
