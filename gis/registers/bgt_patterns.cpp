// Basisregistratie Grootschalige Topografie: GML and what is made of it (GeoPackage, SpatiaLite,
// the columns of PDOK's API). Source: Gegevenscatalogus BGT 1.2, IMGeo 2.2.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;
using Names = std::vector<std::string_view>;

// A delivery without history may lack the column for it.
const std::vector<Names> kRequired{{"lokaalid"}, {"bronhouder"}, {"tijdstipregistratie"}};

RowRule current() {
    return {.columns = {"eindregistratie"},
            .kind = RowRule::Kind::absent,
            .leaves = RowRule::Leaves::history};
}

std::vector<ColumnRule> withCommon(std::vector<ColumnRule> columns) {
    std::vector<ColumnRule> all{{"identificatie", {"lokaalid"}},
                                {"bronhouder", {"bronhouder"}},
                                {"niveau", {"relatievehoogteligging"}}};
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

LayerPattern layer(std::string_view subject, Names names, std::vector<ColumnRule> columns,
                   std::vector<GeometryKind> kinds = {GeometryKind::polygon}) {
    return {.subject = subject,
            .source = "bgt",
            .names = std::move(names),
            .required = kRequired,
            .geometryKinds = std::move(kinds),
            .rows = {current()},
            .columns = withCommon(std::move(columns)),
            .isAlwaysRd = true,  // Gegevenscatalogus BGT: "coördinaten in RD"
            .dateColumns = {"tijdstipregistratie"}};
}

ColumnRule function() {
    return {"functie", {"function", "functie", "bgtfunctie"}, ValueRule::bgtTerm};
}

ColumnRule plusFunction(std::string_view owner) {
    return {"functie_plus", {"plusfunctie", owner}, ValueRule::bgtTerm};
}

ColumnRule surface() {
    return {"fysiek_voorkomen",
            {"surfacematerial", "bgtfysiekvoorkomen", "fysiekvoorkomen", "class"},
            ValueRule::bgtTerm};
}

ColumnRule plusSurface(std::string_view owner) {
    return {"fysiek_voorkomen_plus", {"plusfysiekvoorkomen", owner}, ValueRule::bgtTerm};
}

ColumnRule type() {
    return {"type", {"class", "bgttype", "type", "typeoverigbouwwerk"}, ValueRule::bgtTerm};
}

ColumnRule plusType() {
    return {"type_plus", {"plustype"}, ValueRule::bgtTerm};
}

LayerPattern vegetation(std::string_view subject, std::string_view value,
                        std::vector<GeometryKind> kinds) {
    LayerPattern pattern =
        layer(subject,
              {"bgtvegetatieobject", "vegetatieobject", "vegetatieobjectpunt",
               "vegetatieobjectlijn", "vegetatieobjectvlak", "solitaryvegetationobject"},
              {}, std::move(kinds));
    pattern.required.push_back({"plustype"});
    pattern.rows.push_back(
        {.columns = {"plustype"}, .kind = RowRule::Kind::oneOf, .values = {value}});
    return pattern;
}

}  // namespace

std::vector<LayerPattern> bgtPatterns() {
    LayerPattern buildings =
        layer("buildings", {"bgtpand", "pand", "buildingpart"},
              {{"bag_pand", {"identificatiebagpnd"}, ValueRule::bagIdentification}});
    return {
        std::move(buildings),
        layer("road-parts", {"bgtwegdeel", "wegdeel", "trafficarea"},
              {function(), surface(), plusSurface("plusfysiekvoorkomenwegdeel"),
               plusFunction("plusfunctiewegdeel")}),
        layer("road-verges",
              {"bgtondersteunendwegdeel", "ondersteunendwegdeel", "auxiliarytrafficarea"},
              {function(), surface(), plusSurface("plusfysiekvoorkomenondersteunendwegdeel"),
               plusFunction("plusfunctieondersteunendwegdeel")}),
        layer("bare-terrain", {"bgtonbegroeidterreindeel", "onbegroeidterreindeel"},
              {surface(), plusSurface("plusfysiekvoorkomenonbegroeidterreindeel")}),
        layer("green-areas", {"bgtbegroeidterreindeel", "begroeidterreindeel", "plantcover"},
              {surface(), plusSurface("plusfysiekvoorkomenbegroeidterreindeel")}),
        layer("water", {"bgtwaterdeel", "waterdeel"}, {type(), plusType()}),
        layer("water-banks", {"bgtondersteunendwaterdeel", "ondersteunendwaterdeel"},
              {type(), plusType()}),
        layer("other-structures", {"bgtoverigbouwwerk", "overigbouwwerk"}, {type(), plusType()}),
        layer("barriers", {"bgtscheiding", "scheiding"}, {type(), plusType()},
              {GeometryKind::polygon, GeometryKind::line}),
        vegetation("tree-points", "boom", {GeometryKind::point}),
        vegetation("hedges", "haag", {GeometryKind::polygon, GeometryKind::line}),
        // Poles, pits, signs …: no subject of an analysis, but not their past versions either.
        layer({}, {}, {}, {})};
}

}  // namespace lommer::gis
