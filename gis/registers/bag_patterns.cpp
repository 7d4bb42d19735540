// Basisregistratie Adressen en Gebouwen: GeoPackage "light", LV BAG extract and dumps of it.
// Source: Catalogus BAG 2018; sets of statuses as in use at municipalities.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;

/// Versions that count on the reference date: their registration has not ended and they were not
/// declared inactive; their validity, which may begin or end on a day to come, has begun and not
/// ended.
std::vector<RowRule> current() {
    const auto rule = [](std::string_view column, RowRule::Kind kind) {
        return RowRule{.columns = {column}, .kind = kind, .leaves = RowRule::Leaves::history};
    };
    return {rule("eindregistratie", RowRule::Kind::absent),
            rule("tijdstipinactief", RowRule::Kind::absent),
            rule("eindgeldigheid", RowRule::Kind::notEnded),
            rule("begingeldigheid", RowRule::Kind::begun)};
}

RowRule status(std::vector<std::string_view> values) {
    return {.columns = {"status"},
            .kind = RowRule::Kind::oneOf,
            .values = std::move(values),
            .leaves = RowRule::Leaves::notInUse};
}

std::vector<RowRule> currentWith(RowRule rule) {
    std::vector<RowRule> rows = current();
    rows.push_back(std::move(rule));
    return rows;
}

ColumnRule identification() {
    return {"identificatie", {"identificatie"}, ValueRule::bagIdentification};
}

LayerPattern buildings() {
    return {
        .subject = "buildings",
        .source = "bag",
        .names = {},
        .required = {{"identificatie"}, {"bouwjaar", "oorspronkelijkbouwjaar"}, {"status"}},
        .geometryKinds = {GeometryKind::polygon},
        .rows = currentWith(status({"Pand in gebruik", "Pand in gebruik (niet ingemeten)",
                                    "Verbouwing pand", "Sloopvergunning verleend"})),
        .columns = {identification(),
                    {"bouwjaar", {"bouwjaar", "oorspronkelijkbouwjaar"}, ValueRule::buildingYear},
                    {"status", {"status", "pandstatus"}}},
        .dateColumns = {"tijdstipregistratie", "documentdatum"}};
}

LayerPattern units(std::string_view subject) {
    return {
        .subject = subject,
        .source = "bag",
        .names = {},
        .required = {{"identificatie"}, {"gebruiksdoel"}, {"oppervlakte"}, {"status"}},
        .geometryKinds = {GeometryKind::point},
        .rows = currentWith(
            status({"Verblijfsobject in gebruik", "Verblijfsobject in gebruik (niet ingemeten)",
                    "Verbouwing verblijfsobject"})),
        .columns = {identification(),
                    {"pand", {"pandidentificatie", "pandref", "maaktdeeluitvan"}, ValueRule::list},
                    {"gebruiksdoel", {"gebruiksdoel"}, ValueRule::list},
                    {"oppervlakte", {"oppervlakte"}},
                    {"status", {"status"}},
                    {"adres",
                     {"nummeraanduidinghoofdadresidentificatie", "hoofdadresidentificatie",
                      "hoofdadresnummeraanduidingref"},
                     ValueRule::bagIdentification}},
        .dateColumns = {"tijdstipregistratie", "documentdatum"}};
}

LayerPattern dwellings() {
    LayerPattern pattern = units("dwellings");
    pattern.rows.push_back(
        {.columns = {"gebruiksdoel"}, .kind = RowRule::Kind::holds, .values = {"woonfunctie"}});
    return pattern;
}

LayerPattern addresses() {
    return {
        .subject = "addresses",
        .source = "bag",
        .names = {},
        .required = {{"identificatie"}, {"huisnummer"}, {"postcode"}, {"typeadresseerbaarobject"}},
        .geometryKinds = {},
        .rows = currentWith(status({"Naamgeving uitgegeven"})),
        .columns = {identification(),
                    {"postcode", {"postcode"}},
                    {"huisnummer", {"huisnummer"}},
                    {"huisletter", {"huisletter"}},
                    {"toevoeging", {"huisnummertoevoeging", "toevoeging"}},
                    {"straat", {"openbareruimtenaam", "openbareruimte"}},
                    {"woonplaats", {"woonplaatsnaam", "woonplaats"}},
                    {"status", {"status"}}},
        .dateColumns = {"tijdstipregistratie", "documentdatum"}};
}

}  // namespace

std::vector<LayerPattern> bagPatterns() {
    return {buildings(), units("address-units"), dwellings(), addresses()};
}

}  // namespace lommer::gis
