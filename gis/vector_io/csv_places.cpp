#include "gis/vector_io/csv_places.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"
#include "gis/crs/transformer.h"
#include "gis/vector_io/ogr_handles.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>

namespace lommer::gis {
namespace {

using core::ColumnType;
using core::GeometryKind;

/// Where RD has places, from the North Sea to the German border (Kadaster: x between -7 and 300 km,
/// y between 289 and 629 km).
constexpr core::Bounds kRdRange{-7'000.0, 289'000.0, 300'000.0, 629'000.0};

struct Name {
    std::string_view text;
    PlaceName meaning;
};
constexpr Name kNames[] = {
    {"x", PlaceName::x},
    {"xcoordinaat", PlaceName::x},
    {"xcoord", PlaceName::x},
    {"xco", PlaceName::x},
    {"rdx", PlaceName::x},
    {"xrd", PlaceName::x},
    {"coordx", PlaceName::x},
    {"y", PlaceName::y},
    {"ycoordinaat", PlaceName::y},
    {"ycoord", PlaceName::y},
    {"yco", PlaceName::y},
    {"rdy", PlaceName::y},
    {"yrd", PlaceName::y},
    {"coordy", PlaceName::y},
    {"lon", PlaceName::longitude},
    {"lng", PlaceName::longitude},
    {"long", PlaceName::longitude},
    {"longitude", PlaceName::longitude},
    {"lengtegraad", PlaceName::longitude},
    {"lat", PlaceName::latitude},
    {"latitude", PlaceName::latitude},
    {"breedtegraad", PlaceName::latitude},
    {"wkt", PlaceName::wellKnownText},
    {"geom", PlaceName::wellKnownText},
    {"geometry", PlaceName::wellKnownText},
    {"geometrie", PlaceName::wellKnownText},
    {"thegeom", PlaceName::wellKnownText},
    {"shape", PlaceName::wellKnownText},
};

struct GeometryDeleter {
    void operator()(void* geometry) const noexcept { OGR_G_DestroyGeometry(geometry); }
};

GeometryKind kindOf(OGRGeometryH geometry) {
    switch (OGR_G_GetDimension(geometry)) {
        case 0:
            return GeometryKind::point;
        case 1:
            return GeometryKind::line;
        default:
            return GeometryKind::polygon;
    }
}

using GeometryHandle = std::unique_ptr<void, GeometryDeleter>;

/// Takes `SRID=28992;` off the front of `text`.
int takeSrid(std::string& text) {
    int epsg = 0;
    if ((text[0] == 'S' || text[0] == 's') && text.find(';') != std::string::npos) {
        const std::size_t end = text.find(';');
        const std::size_t sign = std::min(text.find('='), end);
        std::from_chars(text.data() + sign + 1, text.data() + end, epsg);
        text.erase(0, end + 1);
    }
    return epsg;
}

GeometryHandle parsedWkt(std::string text) {
    OGRGeometryH made = nullptr;
    char* rest = text.data();
    const OGRErr outcome = OGR_G_CreateFromWkt(&rest, nullptr, &made);
    GeometryHandle geometry(made);
    const bool isWhole = rest != nullptr && trimmed(rest).empty();
    return outcome == OGRERR_NONE && isWhole ? std::move(geometry) : nullptr;
}

bool isNumber(const CsvColumn& column) {
    return column.info.type == ColumnType::real || column.info.type == ColumnType::integer;
}

bool isWithin(const CsvColumnProfile& profile, const CsvColumn& column, double low, double high) {
    const auto& range = profile.range(column.decimal);
    return isNumber(column) && range.lowest >= low && range.highest <= high;
}

class PlaceFinder {
public:
    PlaceFinder(const CellFile& file, std::span<const CsvColumnProfile> profiles,
                std::span<const CsvColumn> columns, CsvLayout& layout, const std::stop_token& stop)
        : file_(file), profiles_(profiles), columns_(columns), layout_(layout), stop_(stop) {}

    void find() {
        for (const CsvColumn& column : columns_) {
            const bool isWkt = placeNameOf(column.info.name) == PlaceName::wellKnownText &&
                               profiles_[column.cell].isWkt();
            if (isWkt && surveyWkt(column)) {
                return;
            }
        }
        const CsvColumn* x = named(PlaceName::x);
        const CsvColumn* y = named(PlaceName::y);
        const CsvColumn* longitude = named(PlaceName::longitude);
        const CsvColumn* latitude = named(PlaceName::latitude);
        if (x != nullptr && y != nullptr &&
            isWithin(profiles_[x->cell], *x, kRdRange.xmin, kRdRange.xmax) &&
            isWithin(profiles_[y->cell], *y, kRdRange.ymin, kRdRange.ymax)) {
            use(*x, *y, rdNew());
        } else if (longitude != nullptr && latitude != nullptr &&
                   isWithin(profiles_[longitude->cell], *longitude, -180.0, 180.0) &&
                   isWithin(profiles_[latitude->cell], *latitude, -90.0, 90.0)) {
            use(*longitude, *latitude, parseCrs("EPSG:4326"));
        } else if (x != nullptr && y != nullptr && isNumber(*x) && isNumber(*y)) {
            layout_.remarks.push_back(
                {"coordinates-unused",
                 {{"layer", file_.name()}, {"x", x->info.name}, {"y", y->info.name}}});
        }
    }

private:
    const CsvColumn* named(PlaceName meaning) const {
        const auto found = std::find_if(columns_.begin(), columns_.end(), [=](const auto& column) {
            return placeNameOf(column.info.name) == meaning;
        });
        return found == columns_.end() ? nullptr : &*found;
    }

    void use(const CsvColumn& x, const CsvColumn& y, const CrsInfo& crs) {
        layout_.places = CsvPlaces::coordinates;
        layout_.x = x;
        layout_.y = y;
        layout_.crs = crs;
        layout_.kinds = {GeometryKind::point};
        const auto& across = profiles_[x.cell].range(x.decimal);
        const auto& up = profiles_[y.cell].range(y.decimal);
        layout_.bounds = {across.lowest, up.lowest, across.highest, up.highest};
    }

    /// A second look at the file, for the kinds and the place of its geometries. False where there
    /// is none.
    bool surveyWkt(const CsvColumn& column) {
        GdalErrors quiet;
        const auto records = file_.open();
        std::vector<CsvCell> cells;
        std::set<GeometryKind> kinds;
        std::set<int> systems;
        for (bool isHeader = true; records->next(cells); isHeader = false) {
            if (stop_.stop_requested()) {
                throw core::Cancelled{};
            }
            if (isHeader || column.cell >= cells.size()) {
                continue;
            }
            std::string text(trimmed(cells[column.cell].text));
            const int epsg = text.empty() ? 0 : takeSrid(text);
            const GeometryHandle geometry = parsedWkt(std::move(text));
            if (geometry == nullptr || OGR_G_IsEmpty(geometry.get()) != 0) {
                continue;
            }
            systems.insert(epsg);
            kinds.insert(kindOf(geometry.get()));
            OGREnvelope envelope;
            OGR_G_GetEnvelope(geometry.get(), &envelope);
            layout_.bounds.include(
                core::Bounds{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY});
        }
        if (kinds.empty()) {
            return false;
        }
        layout_.wkt = column;
        layout_.places = CsvPlaces::wellKnownText;
        layout_.kinds.assign(kinds.begin(), kinds.end());
        const bool isOneSystem = systems.size() == 1 && *systems.begin() > 0;
        const bool isUnnamed = systems.size() == 1 && *systems.begin() == 0;
        if (isOneSystem) {
            layout_.crs = parseCrs("EPSG:" + std::to_string(*systems.begin()));
        } else if (isUnnamed && kRdRange.contains(layout_.bounds)) {
            layout_.crs = rdNew();
        }
        return true;
    }

    const CellFile& file_;
    std::span<const CsvColumnProfile> profiles_;
    std::span<const CsvColumn> columns_;
    CsvLayout& layout_;
    const std::stop_token& stop_;
};

}  // namespace

PlaceName placeNameOf(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != '_' && c != '-' && c != ' ') {
            plain += core::lowered(c);
        }
    }
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                     [&plain](const Name& one) { return one.text == plain; });
    return found == std::end(kNames) ? PlaceName::none : found->meaning;
}

WktGeometry geometryOfWkt(std::string_view text) {
    std::string plain(trimmed(text));
    WktGeometry result;
    if (plain.empty()) {
        return result;
    }
    result.epsg = takeSrid(plain);
    const GeometryHandle geometry = parsedWkt(std::move(plain));
    if (geometry != nullptr) {
        result.wkb.resize(static_cast<std::size_t>(OGR_G_WkbSize(geometry.get())));
        OGR_G_ExportToIsoWkb(geometry.get(), wkbNDR, result.wkb.data());
    }
    return result;
}

void findPlaces(const CellFile& file, std::span<const CsvColumnProfile> profiles,
                std::span<const CsvColumn> columns, CsvLayout& layout,
                const std::stop_token& stop) {
    PlaceFinder(file, profiles, columns, layout, stop).find();
}

}  // namespace lommer::gis
