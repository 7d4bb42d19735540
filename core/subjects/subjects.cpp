#include "core/subjects/subjects.h"

#include <algorithm>

namespace lommer::core {
namespace {

constexpr GeometryKind kPoint = GeometryKind::point;
constexpr GeometryKind kLine = GeometryKind::line;
constexpr GeometryKind kPolygon = GeometryKind::polygon;

constexpr SubjectColumn kId{.name = "identificatie", .isRequired = true};
constexpr SubjectColumn kLevel{
    .name = "niveau", .type = ColumnType::integer};  // BGT relatieveHoogteligging: 0 = ground
constexpr SubjectColumn kHolder{.name = "bronhouder"};

SubjectColumn text(std::string_view name, std::string_view codeList = {}) {
    return {.name = name, .codeList = codeList};
}

SubjectColumn number(std::string_view name, Unit unit) {
    return {.name = name, .type = ColumnType::real, .unit = unit};
}

SubjectColumn year(std::string_view name) {
    return {.name = name, .type = ColumnType::integer, .unit = Unit::year};
}

std::vector<Subject> heightSubjects() {
    return {{.id = "surface-height", .kind = DataKind::raster},
            {.id = "terrain-height", .kind = DataKind::raster},
            {.id = "canopy-height", .kind = DataKind::raster},
            {.id = "vegetation-index", .kind = DataKind::raster}};
}

std::vector<Subject> buildingSubjects() {
    return {{.id = "buildings",
             .geometryKinds = {kPolygon},
             .columns = {kId, year("bouwjaar"), text("status", "bag-pand-status"),
                         number("hoogte", Unit::metre), kLevel, kHolder, text("bag_pand")}},
            {.id = "address-units",
             .geometryKinds = {kPoint},
             .columns = {kId, text("pand"), text("gebruiksdoel", "bag-gebruiksdoel"),
                         number("oppervlakte", Unit::squareMetre),
                         text("status", "bag-verblijfsobject-status"), text("adres")}},
            {.id = "dwellings",
             .geometryKinds = {kPoint},
             .columns = {kId, text("pand"), text("gebruiksdoel", "bag-gebruiksdoel"),
                         number("oppervlakte", Unit::squareMetre),
                         text("status", "bag-verblijfsobject-status"), text("adres")},
             .partOf = "address-units"},
            {.id = "addresses",

             .columns = {kId,
                         text("postcode"),
                         {.name = "huisnummer", .type = ColumnType::integer},
                         text("huisletter"),
                         text("toevoeging"),
                         text("straat"),
                         text("woonplaats"),
                         text("status", "bag-nummeraanduiding-status")}}};
}

std::vector<Subject> surfaceSubjects() {
    return {{.id = "road-parts",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel, text("functie", "bgt-functie-weg"),
                         text("fysiek_voorkomen", "bgt-fysiek-voorkomen-weg"),
                         text("fysiek_voorkomen_plus"), text("functie_plus")}},
            {.id = "road-verges",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel, text("functie", "bgt-functie-ondersteunend-weg"),
                         text("fysiek_voorkomen"), text("fysiek_voorkomen_plus"),
                         text("functie_plus")}},
            {.id = "bare-terrain",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel,
                         text("fysiek_voorkomen", "bgt-fysiek-voorkomen-onbegroeid"),
                         text("fysiek_voorkomen_plus")}},
            {.id = "green-areas",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel,
                         text("fysiek_voorkomen", "bgt-fysiek-voorkomen-begroeid"),
                         text("fysiek_voorkomen_plus")}},
            {.id = "water",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel, text("type", "bgt-type-water"), text("type_plus")}},
            {.id = "water-banks",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel, text("type", "bgt-type-ondersteunend-water"),
                         text("type_plus")}},
            {.id = "other-structures",
             .geometryKinds = {kPolygon},
             .columns = {kId, kHolder, kLevel, text("type"), text("type_plus")}},
            {.id = "barriers",
             .geometryKinds = {kPolygon, kLine},
             .columns = {kId, kHolder, kLevel, text("type"), text("type_plus")}}};
}

std::vector<Subject> greenSubjects() {
    return {{.id = "tree-points",
             .geometryKinds = {kPoint},
             .columns = {kId, text("soort"), number("hoogte", Unit::metre),
                         number("kroondiameter", Unit::metre), year("plantjaar"), kHolder, kLevel}},
            {.id = "tree-crowns",
             .geometryKinds = {kPolygon},
             .columns = {number("hoogte", Unit::metre)}},
            {.id = "hedges", .geometryKinds = {kPolygon, kLine}, .columns = {kId, kHolder, kLevel}},
            {.id = "crop-parcels",
             .geometryKinds = {kPolygon},
             .columns = {text("gewascode"), text("gewas"), text("categorie")}},
            {.id = "nature-areas",
             .geometryKinds = {kPolygon},
             .columns = {text("naam"), text("beschermd_als")}}};
}

std::vector<Subject> areaSubjects() {
    const SubjectColumn code{.name = "code", .isRequired = true};
    const SubjectColumn municipality{.name = "gemeentecode"};
    const SubjectColumn water{.name = "water", .codeList = "cbs-water"};
    // Against the year before (CBS): 1 unchanged, 2 another code, 3 another boundary.
    const SubjectColumn change{.name = "indelingswijziging", .codeList = "cbs-indelingswijziging"};
    return {{.id = "areas", .geometryKinds = {kPolygon}, .columns = {text("naam")}},
            {.id = "neighbourhoods",
             .geometryKinds = {kPolygon},
             .columns = {code, text("naam"), municipality, water, change},
             .partOf = "areas"},
            {.id = "districts",
             .geometryKinds = {kPolygon},
             .columns = {code, text("naam"), municipality, water, change},
             .partOf = "areas"},
            {.id = "municipalities",
             .geometryKinds = {kPolygon},
             .columns = {code, text("naam"), water},
             .partOf = "areas"},
            {.id = "area-figures", .columns = {code, {.name = "periode"}, change}}};
}

std::vector<Subject> otherSubjects() {
    return {{.id = "walkways",
             .geometryKinds = {kLine},
             .columns = {text("soort"), text("naam"), text("toegang")}},
            {.id = "parks", .geometryKinds = {kPolygon}, .columns = {text("soort"), text("naam")}},
            {.id = "cadastral-parcels", .geometryKinds = {kPolygon}, .columns = {kId}},
            {.id = "housing-plans",
             .geometryKinds = {kPolygon, kPoint},
             .columns = {text("naam"), text("fase")}},
            {.id = "weather-hours",
             .columns = {{.name = "tijdstip", .type = ColumnType::dateTime, .isRequired = true},
                         {.name = "station", .type = ColumnType::integer},
                         number("temperatuur", Unit::degreeCelsius),
                         number("windsnelheid", Unit::metrePerSecond),
                         number("windrichting", Unit::degree),
                         number("straling", Unit::none),  // J/cm² in the hour, as delivered
                         number("vochtigheid", Unit::percent),
                         number("neerslag", Unit::millimetre)}}};
}

std::vector<Subject> allSubjects() {
    std::vector<Subject> all = heightSubjects();
    for (const auto& group : {buildingSubjects(), surfaceSubjects(), greenSubjects(),
                              areaSubjects(), otherSubjects()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

}  // namespace

std::span<const Subject> subjects() {
    static const std::vector<Subject> kAll = allSubjects();
    return kAll;
}

const Subject* findSubject(std::string_view id) {
    const auto all = subjects();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [id](const Subject& subject) { return subject.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool isSubject(std::string_view id, std::string_view wanted) {
    while (!id.empty() && id != wanted) {
        const Subject* subject = findSubject(id);
        id = subject == nullptr ? std::string_view() : subject->partOf;
    }
    return !id.empty();
}

}  // namespace lommer::core
