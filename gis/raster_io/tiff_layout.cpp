#include "gis/raster_io/tiff_layout.h"

#include "gis/raster_io/storage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <span>
#include <utility>

namespace lommer::gis {
namespace {

static_assert(std::endian::native == std::endian::little, "files are written as II");

// As GDAL's BIGTIFF=IF_SAFER: compression may fail to make things smaller.
constexpr std::uint64_t kClassicLimitBytes = 2'000'000'000;

enum class FieldType : std::uint16_t {
    ascii = 2,
    uint16 = 3,
    uint32 = 4,
    float64 = 12,
    uint64 = 16
};

struct Field {
    std::uint16_t tag;
    FieldType type;
    std::uint64_t count;
    std::vector<std::byte> bytes;
};

template <class Value>
void append(std::vector<std::byte>& bytes, const Value& value) {
    bytes.resize(bytes.size() + sizeof(Value));
    std::memcpy(bytes.data() + bytes.size() - sizeof(Value), &value, sizeof(Value));
}

template <class Value>
Field field(std::uint16_t tag, FieldType type, std::span<const Value> values) {
    Field result{tag, type, values.size(), {}};
    for (const Value& value : values) {
        append(result.bytes, value);
    }
    return result;
}

Field shorts(std::uint16_t tag, std::vector<std::uint16_t> values) {
    return field<std::uint16_t>(tag, FieldType::uint16, values);
}

Field number(std::uint16_t tag, std::int64_t value) {
    const std::array<std::uint32_t, 1> values{static_cast<std::uint32_t>(value)};
    return field<std::uint32_t>(tag, FieldType::uint32, values);
}

Field doubles(std::uint16_t tag, std::vector<double> values) {
    return field<double>(tag, FieldType::float64, values);
}

Field text(std::uint16_t tag, const std::string& value) {
    return field<char>(tag, FieldType::ascii, std::span(value.c_str(), value.size() + 1));
}

Field positions(std::uint16_t tag, const std::vector<std::uint64_t>& values, bool isBig) {
    if (isBig) {
        return field<std::uint64_t>(tag, FieldType::uint64, values);
    }
    std::vector<std::uint32_t> narrow(values.size());
    std::transform(values.begin(), values.end(), narrow.begin(),
                   [](std::uint64_t value) { return static_cast<std::uint32_t>(value); });
    return field<std::uint32_t>(tag, FieldType::uint32, narrow);
}

// GDAL takes the escapes off twice: as XML, and as text of an item.
std::string escaped(const std::string& value) {
    std::string result;
    for (const char letter : value) {
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            default:
                result += letter;
        }
    }
    return result;
}

// Key directory: version 1.1.0; each key as id, place of the value (0 = here), count, value.
std::vector<Field> geoFields(const core::Grid& grid) {
    const std::string citation = "Amersfoort / RD New|";
    return {
        doubles(33550, {grid.cellSize(), grid.cellSize(), 0.0}),
        doubles(33922, {0.0, 0.0, 0.0, grid.left(), grid.top(), 0.0}),
        shorts(34735, {1,     1,     0,
                       5,  //
                       1024,  0,     1,
                       1,  // projected
                       1025,  0,     1,
                       1,  // cells are areas
                       1026,  34737, static_cast<std::uint16_t>(citation.size()),
                       0,  //
                       3072,  0,     1,
                       28992,  // the system
                       3076,  0,     1,
                       9001}),  // metres
        text(34737, citation),
    };
}

std::vector<Field> imageFields(const TiffLevel& level, core::StorageType storage, bool isOverview,
                               bool isBig) {
    const auto [bits, format] = withStorage(storage, [](auto zero) {
        using Stored = decltype(zero);
        using Limits = std::numeric_limits<Stored>;
        const int kind = !Limits::is_integer ? 3 : (Limits::is_signed ? 2 : 1);
        return std::pair(static_cast<std::uint16_t>(sizeof(Stored) * 8),
                         static_cast<std::uint16_t>(kind));
    });
    constexpr std::uint16_t kZstd = 50000;
    const std::uint16_t predictor = format == 3 ? 3 : 2;
    return {
        number(254, isOverview ? 1 : 0),
        number(256, level.columns),
        number(257, level.rows),
        shorts(258, {bits}),
        shorts(259, {kZstd}),
        shorts(262, {1}),  // low is black
        shorts(277, {1}),  // one band
        shorts(284, {1}),
        shorts(317, {predictor}),
        number(322, kTileSide),
        number(323, kTileSide),
        positions(324, level.tileOffsets, isBig),
        positions(325, level.tileByteCounts, isBig),
        shorts(339, {format}),
    };
}

// The number of bytes of an address in the file: also of the room for a value inside its entry.
std::size_t wordBytes(bool isBig) {
    return isBig ? 8 : 4;
}

void appendWord(std::vector<std::byte>& bytes, std::uint64_t value, bool isBig) {
    if (isBig) {
        append(bytes, value);
    } else {
        append(bytes, static_cast<std::uint32_t>(value));
    }
}

void appendFieldCount(std::vector<std::byte>& bytes, std::size_t count, bool isBig) {
    if (isBig) {
        append(bytes, static_cast<std::uint64_t>(count));
    } else {
        append(bytes, static_cast<std::uint16_t>(count));
    }
}

// One directory at the end of `file`; values too long for their entry follow behind it.
void appendDirectory(std::vector<std::byte>& file, const std::vector<Field>& fields, bool isLast,
                     bool isBig) {
    const std::size_t word = wordBytes(isBig);
    const std::size_t entryBytes = 4 + 2 * word;
    const std::size_t countBytes = isBig ? 8 : 2;
    std::uint64_t next = file.size() + countBytes + fields.size() * entryBytes + word;
    std::vector<std::byte> behind;
    appendFieldCount(file, fields.size(), isBig);
    for (const Field& entry : fields) {
        append(file, entry.tag);
        append(file, entry.type);
        appendWord(file, entry.count, isBig);
        if (entry.bytes.size() <= word) {
            auto inside = entry.bytes;
            inside.resize(word);
            file.insert(file.end(), inside.begin(), inside.end());
        } else {
            appendWord(file, next + behind.size(), isBig);
            behind.insert(behind.end(), entry.bytes.begin(), entry.bytes.end());
            behind.resize((behind.size() + 7) / 8 * 8);
        }
    }
    next += behind.size();
    next = (next + 7) / 8 * 8;
    appendWord(file, isLast ? 0 : next, isBig);
    file.insert(file.end(), behind.begin(), behind.end());
    file.resize(next);
}

std::vector<TiffLevel> levelsOf(const core::Grid& grid) {
    std::vector<TiffLevel> levels;
    auto columns = grid.columns();
    auto rows = grid.rows();
    while (true) {
        TiffLevel level{columns, rows, {}, {}};
        const auto tiles = static_cast<std::size_t>(level.tilesAcross() * level.tilesDown());
        level.tileOffsets.resize(tiles);
        level.tileByteCounts.resize(tiles);
        levels.push_back(std::move(level));
        if (columns <= kTileSide && rows <= kTileSide) {
            return levels;
        }
        columns = (columns + 1) / 2;
        rows = (rows + 1) / 2;
    }
}

}  // namespace

core::CellWindow TiffLevel::tileWindow(std::int64_t tileRow,
                                       std::int64_t tileColumn) const noexcept {
    const core::CellWindow tile{tileColumn * kTileSide, tileRow * kTileSide, kTileSide, kTileSide};
    return core::intersection(tile, core::CellWindow{0, 0, columns, rows});
}

TiffLayout::TiffLayout(const core::Grid& grid, core::StorageType storage, std::string description)
    : grid_(grid),
      storage_(storage),
      description_(std::move(description)),
      levels_(levelsOf(grid)) {
    const auto cellBytes = withStorage(storage, [](auto zero) { return sizeof(zero); });
    const auto cells = std::accumulate(
        levels_.begin(), levels_.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& level) {
            return sum + static_cast<std::uint64_t>(level.columns * level.rows);
        });
    isBig_ = cells * cellBytes > kClassicLimitBytes;
}

std::vector<std::byte> TiffLayout::encode() const {
    std::vector<std::byte> file;
    append(file, std::array{'I', 'I'});
    if (isBig_) {
        append(file, std::array<std::uint16_t, 3>{43, 8, 0});
        append(file, std::uint64_t{16});
    } else {
        append(file, std::uint16_t{42});
        append(file, std::uint32_t{8});
    }
    for (std::size_t index = 0; index < levels_.size(); ++index) {
        const bool isOverview = index > 0;
        auto fields = imageFields(levels_[index], storage_, isOverview, isBig_);
        if (!isOverview) {
            for (auto& geoField : geoFields(grid_)) {
                fields.push_back(std::move(geoField));
            }
            if (!description_.empty()) {
                fields.push_back(text(42112,
                                      "<GDALMetadata>\n  <Item name=\"DESCRIPTION\" sample=\"0\" "
                                      "role=\"description\">" +
                                          escaped(escaped(description_)) +
                                          "</Item>\n</GDALMetadata>\n"));
            }
        }
        fields.push_back(text(42113, noDataText(storage_)));
        appendDirectory(file, fields, index + 1 == levels_.size(), isBig_);
    }
    return file;
}

}  // namespace lommer::gis
