// Basisregistratie Adressen en Gebouwen: GeoPackage "light", LV BAG extract and dumps of it.
// Source: Catalogus BAG 2018; sets of statuses as in use at municipalities.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;

/// Versions of the past: their validity or registration has ended, or they were declared inactive.
std::vector<RowRule> current() {
    const auto absent = [](std::string_view column) {
        return RowRule{
            .columns = {column}, .kind = RowRule::Kind::absent, .leaves = RowRule::Leaves::history};
    };
    return {absent("eindgeldigheid"), absent("eindregistratie"), absent("tijdstipinactief")};
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
