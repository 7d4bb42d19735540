#include "gis/vector_io/wkb_decoder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace lommer::gis {
namespace {

using core::GeometryColumn;
using core::GeometryKind;

// OGC 06-103r4 (Simple feature access), 8.2; ISO adds 1000 for Z, 2000 for M, 3000 for both.
enum WkbType : std::uint32_t {
    kPoint = 1,
    kLineString = 2,
    kPolygon = 3,
    kMultiPoint = 4,
    kMultiLineString = 5,
    kMultiPolygon = 6,
    kCollection = 7,
    kFirstCurve = 8,  // CircularString … MultiSurface, Curve, Surface
    kLastCurve = 14,
    kPolyhedralSurface = 15,
    kTin = 16,
    kTriangle = 17,
};

constexpr int kDeepest = 32;

/// The number with its bytes in the other order.
template <class Number>
Number reversed(Number value) {
    std::array<std::uint8_t, sizeof(Number)> bytes{};
    std::memcpy(bytes.data(), &value, sizeof(Number));
    std::reverse(bytes.begin(), bytes.end());
    std::memcpy(&value, bytes.data(), sizeof(Number));
    return value;
}

struct Malformed {};
struct Curved {};

struct Header {
    std::uint32_t type = 0;
    std::size_t coordinateBytes = 16;
};

/// Reads one geometry; throws Malformed or Curved, which `appendWkb` turns into an outcome.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    /// -1 where empty, else 0 point, 1 line, 2 polygon: the highest that occurs. Reads past it.
    int highestDimension(int depth);
    /// Adds the parts of that dimension. True where others were left out.
    bool addParts(int dimension, GeometryColumn& geometries, int depth);

private:
    std::uint8_t byte() {
        require(1);
        return bytes_[position_++];
    }
    std::uint32_t count() {
        require(4);
        std::uint32_t value = 0;
        std::memcpy(&value, bytes_.data() + position_, 4);
        position_ += 4;
        return isSwapped_ ? reversed(value) : value;
    }
    double number(const std::uint8_t* from) const {
        std::uint64_t bits = 0;
        std::memcpy(&bits, from, 8);
        return std::bit_cast<double>(isSwapped_ ? reversed(bits) : bits);
    }
    void require(std::size_t byteCount) const {
        if (bytes_.size() - position_ < byteCount) {
            throw Malformed{};
        }
    }
    Header header();
    void skipPoints(std::uint32_t points, std::size_t coordinateBytes) {
        require(std::size_t{points} * coordinateBytes);
        position_ += std::size_t{points} * coordinateBytes;
    }
    void addPoints(std::uint32_t points, std::size_t coordinateBytes, GeometryColumn& geometries);
    int dimensionOfPoint(std::size_t coordinateBytes);
    int dimensionOfPolygon(std::size_t coordinateBytes);
    void addPolygon(std::size_t coordinateBytes, GeometryColumn& geometries);

    std::span<const std::uint8_t> bytes_;
    std::size_t position_ = 0;
    bool isSwapped_ = false;
};

Header Reader::header() {
    const bool isLittle = byte() == 1;
    isSwapped_ = isLittle != (std::endian::native == std::endian::little);
    std::uint32_t type = count();
    constexpr std::uint32_t kZ = 0x80000000U;
    constexpr std::uint32_t kM = 0x40000000U;
    constexpr std::uint32_t kSrid = 0x20000000U;
    std::size_t axes = 2 + ((type & kZ) != 0 ? 1U : 0U) + ((type & kM) != 0 ? 1U : 0U);
    if ((type & kSrid) != 0) {
        count();
    }
    type &= ~(kZ | kM | kSrid);
    const std::uint32_t family = type / 1000;
    if (family > 3) {
        throw Malformed{};
    }
    axes += family == 3 ? 2U : (family > 0 ? 1U : 0U);
    type %= 1000;
    if (type >= kFirstCurve && type <= kLastCurve) {
        throw Curved{};
    }
    if (type == 0 || type > kTriangle || axes > 4) {
        throw Malformed{};
    }
    return {type, axes * 8};
}

int Reader::dimensionOfPoint(std::size_t coordinateBytes) {
    require(coordinateBytes);
    // An empty point is written as NaN, NaN (OGC 12-128r18, 2.1.3).
    const bool isEmpty = std::isnan(number(bytes_.data() + position_));
    position_ += coordinateBytes;
    return isEmpty ? -1 : 0;
}

int Reader::dimensionOfPolygon(std::size_t coordinateBytes) {
    const std::uint32_t rings = count();
    bool hasPoints = false;
    for (std::uint32_t ring = 0; ring < rings; ++ring) {
        const std::uint32_t points = count();
        skipPoints(points, coordinateBytes);
        hasPoints = hasPoints || (ring == 0 && points > 0);
    }
    return hasPoints ? 2 : -1;
}

int Reader::highestDimension(int depth) {
    if (depth > kDeepest) {
        throw Malformed{};
    }
    const Header head = header();
    switch (head.type) {
        case kPoint:
            return dimensionOfPoint(head.coordinateBytes);
        case kLineString: {
            const std::uint32_t points = count();
            skipPoints(points, head.coordinateBytes);
            return points == 0 ? -1 : 1;
        }
        case kPolygon:
        case kTriangle:
            return dimensionOfPolygon(head.coordinateBytes);
        default:
            break;
    }
    int highest = -1;
    const std::uint32_t parts = count();
    for (std::uint32_t part = 0; part < parts; ++part) {
        highest = std::max(highest, highestDimension(depth + 1));
    }
    return highest;
}

void Reader::addPoints(std::uint32_t points, std::size_t coordinateBytes,
                       GeometryColumn& geometries) {
    require(std::size_t{points} * coordinateBytes);
    const std::uint8_t* from = bytes_.data() + position_;
    const std::size_t first = geometries.points.size();
    geometries.points.resize(first + points);
    for (std::uint32_t index = 0; index < points; ++index, from += coordinateBytes) {
        geometries.points[first + index] = {number(from), number(from + 8)};
    }
    position_ += std::size_t{points} * coordinateBytes;
}

void Reader::addPolygon(std::size_t coordinateBytes, GeometryColumn& geometries) {
    const std::uint32_t rings = count();
    for (std::uint32_t ring = 0; ring < rings; ++ring) {
        const std::uint32_t points = count();
        if (points == 0) {
            continue;
        }
        const std::size_t first = geometries.points.size();
        addPoints(points, coordinateBytes, geometries);
        if (geometries.points.back() != geometries.points[first]) {
            geometries.points.push_back(geometries.points[first]);
        }
        geometries.addRing({});
    }
    geometries.endPart();
}

bool Reader::addParts(int dimension, GeometryColumn& geometries, int depth) {
    const std::size_t start = position_;
    const Header head = header();
    const bool isSimple = head.type <= kPolygon || head.type == kTriangle;
    if (isSimple) {
        position_ = start;
        const int own = highestDimension(depth);
        if (own != dimension) {
            return own >= 0;
        }
        position_ = start;
        header();
    }
    switch (head.type) {
        case kPoint:
        case kLineString:
            addPoints(head.type == kPoint ? 1 : count(), head.coordinateBytes, geometries);
            geometries.addRing({});
            geometries.endPart();
            return false;
        case kPolygon:
        case kTriangle:
            addPolygon(head.coordinateBytes, geometries);
            return false;
        default:
            break;
    }
    bool hasOthers = false;
    const std::uint32_t parts = count();
    for (std::uint32_t part = 0; part < parts; ++part) {
        hasOthers = addParts(dimension, geometries, depth + 1) || hasOthers;
    }
    return hasOthers;
}

/// The lengths of a column before a row, to go back to where the row cannot be read.
struct Mark {
    explicit Mark(const GeometryColumn& geometries)
        : points(geometries.points.size()),
          rings(geometries.ringOffsets.size()),
          parts(geometries.partOffsets.size()) {}
    void restore(GeometryColumn& geometries) const {
        geometries.points.resize(points);
        geometries.ringOffsets.resize(rings);
        geometries.partOffsets.resize(parts);
    }
    std::size_t points;
    std::size_t rings;
    std::size_t parts;
};

}  // namespace

WkbOutcome appendWkb(std::span<const std::uint8_t> wkb, GeometryColumn& geometries) {
    const Mark mark(geometries);
    try {
        const int dimension = Reader(wkb).highestDimension(0);
        constexpr GeometryKind kKinds[] = {GeometryKind::point, GeometryKind::line,
                                           GeometryKind::polygon};
        if (dimension < 0) {
            geometries.endFeature(GeometryKind::none);
            return WkbOutcome::done;
        }
        const bool hasOthers = Reader(wkb).addParts(dimension, geometries, 0);
        geometries.endFeature(kKinds[dimension]);
        return hasOthers ? WkbOutcome::partsLeftOut : WkbOutcome::done;
    } catch (const Curved&) {
        mark.restore(geometries);
        return WkbOutcome::curved;
    } catch (const Malformed&) {
        mark.restore(geometries);
        return WkbOutcome::malformed;
    }
}

}  // namespace lommer::gis
