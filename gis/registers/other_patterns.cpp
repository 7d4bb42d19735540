// Registers and lists with fewer rules: trees, walkways, crops, nature, plans, parcels.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;
using Names = std::vector<std::string_view>;

LayerPattern trees(Names species, Names names) {
    return {.subject = "tree-points",
            .source = "trees",
            .names = std::move(names),
            .required = {species},
            .geometryKinds = {GeometryKind::point},
            .columns = {{"identificatie",
                         {"identificatie", "boomnummer", "elementnr", "boomid", "objectid", "id"}},
                        {"soort", species},
                        {"hoogte", {"boomhoogte", "hoogte"}},
                        {"kroondiameter", {"kroondiameter", "kroonbreedte"}},
                        {"plantjaar", {"plantjaar", "aanlegjaar", "kiemjaar"}}},
            .keepsOthers = true};
}

LayerPattern walkways() {
    return {
        .subject = "walkways",
        .source = "osm",
        .names = {},
        .required = {{"highway"}},
        .geometryKinds = {GeometryKind::line},
        .columns = {{"soort", {"highway"}}, {"naam", {"name"}}, {"toegang", {"foot", "access"}}},
        .keepsOthers = true};
}

LayerPattern nationalRoads() {
    return {.subject = "walkways",
            .source = "nwb",
            .names = {},
            .required = {{"wvkid"}, {"wegbehsrt", "wegbehcode"}},
            .geometryKinds = {GeometryKind::line},
            .columns = {{"soort", {"bstcode"}}, {"naam", {"sttnaam"}}},
            .keepsOthers = true};
}

LayerPattern crops() {
    return {.subject = "crop-parcels",
            .source = "brp",
            .names = {},
            .required = {{"gewascode"}, {"gewas"}},
            .geometryKinds = {GeometryKind::polygon},
            .columns = {{"gewascode", {"gewascode"}},
                        {"gewas", {"gewas"}},
                        {"categorie", {"category", "categorie"}}},
            .keepsOthers = true,
            .dateColumns = {"jaar"}};
}

LayerPattern nature() {
    return {.subject = "nature-areas",
            .source = "natura2000",
            .names = {"natura2000"},
            .required = {{"naam", "naamn2k"}},
            .geometryKinds = {GeometryKind::polygon},
            .columns = {{"naam", {"naam", "naamn2k"}},
                        {"beschermd_als", {"beschermin", "bescherming"}}},
            .keepsOthers = true};
}

LayerPattern plans() {
    return {.subject = "housing-plans",
            .source = "plans",
            .names = {},
            .required = {{"plannaam"}, {"planstatus", "planfase"}},
            .geometryKinds = {GeometryKind::polygon, GeometryKind::point},
            .columns = {{"naam", {"plannaam"}}, {"fase", {"planstatus", "planfase"}}},
            .keepsOthers = true};
}

LayerPattern parcels() {
    return {.subject = "cadastral-parcels",
            .source = "brk",
            .names = {},
            .required = {{"kadastralegemeentewaarde", "kadastralegemeentecode",
                          "akrkadastralegemeentecodewaarde"},
                         {"perceelnummer"}},
            .geometryKinds = {GeometryKind::polygon},
            .columns = {{"identificatie", {"identificatielokaalid", "lokaalid", "identificatie"}}},
            .keepsOthers = true};
}

}  // namespace

std::vector<LayerPattern> otherPatterns() {
    return {trees({"boomsoort", "latboomsoort", "boomsoortwetenschappelijk", "nedboomsoort"}, {}),
            trees({"soort", "soortnaam", "species"}, {"boom", "bomen", "gemeentebomen", "tree"}),
            walkways(),
            nationalRoads(),
            crops(),
            nature(),
            plans(),
            parcels()};
}

}  // namespace lommer::gis
