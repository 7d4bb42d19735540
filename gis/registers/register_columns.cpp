// What registers deliver beside the columns that patterns name. Sources: Catalogus BAG 2018 and the
// schema of its extract, PDOK's "BAG light"; Gegevenscatalogus BGT 1.2; BRP gewaspercelen; NWB.

#include "gis/registers/register_columns.h"

#include "core/base/letter_case.h"

#include <algorithm>
#include <span>
#include <string>

namespace lommer::gis {
namespace {

using Name = std::string_view;

constexpr Name kOfBag[]{"aantalverblijfsobjecten",
                        "bronhouderidentificatie",
                        "bronhoudernaam",
                        "documentnummer",
                        "featureid",
                        "fid",
                        "geconstateerd",
                        "gebruiksdoel",
                        "gmlid",
                        "bouwjaar",
                        "hoofdadresnummeraanduidingref",
                        "hoofdadresstatus",
                        "huisletter",
                        "huisnummer",
                        "huisnummertoevoeging",
                        "nevenadresnummeraanduidingref",
                        "nummeraanduidinghoofdadresidentificatie",
                        "openbareruimteidentificatie",
                        "openbareruimtenaam",
                        "openbareruimtenaamkort",
                        "openbareruimteref",
                        "oppervlakte",
                        "oppervlaktemax",
                        "oppervlaktemin",
                        "pandidentificatie",
                        "pandref",
                        "pandstatus",
                        "postcode",
                        "provincienaam",
                        "rdfseealso",
                        "tijdstipeindregistratielv",
                        "tijdstipinactieflv",
                        "tijdstipnietbaglv",
                        "tijdstipregistratielv",
                        "toevoeging",
                        "voorkomenidentificatie",
                        "woonplaats",
                        "woonplaatsidentificatie",
                        "woonplaatsnaam",
                        "woonplaatsref"};
constexpr Name kOfBgt[]{"begroeidterreindeeloptalud",
                        "bgtfysiekvoorkomen",
                        "bgtfunctie",
                        "bgtstatus",
                        "bgttype",
                        "class",
                        "creationdate",
                        "fid",
                        "function",
                        "gmlid",
                        "hoek",
                        "hoortbijtypeoverbrugging",
                        "identificatiebagopr",
                        "identificatiebagpnd",
                        "identificatiebagvbohoogstehuisnummer",
                        "identificatiebagvbolaagstehuisnummer",
                        "inonderzoek",
                        "kruinlijnbegroeidterreindeel",
                        "kruinlijnonbegroeidterreindeel",
                        "kruinlijnondersteunendwegdeel",
                        "kruinlijnwegdeel",
                        "lvpublicatiedatum",
                        "naam",
                        "namespace",
                        "onbegroeidterreindeeloptalud",
                        "ondersteunendwegdeeloptalud",
                        "openbareruimtetype",
                        "overbruggingisbeweegbaar",
                        "plaatsingspunt",
                        "plusfunctiewegdeel",
                        "plusfunctieondersteunendwegdeel",
                        "plusfysiekvoorkomen",
                        "plusfysiekvoorkomenondersteunendwegdeel",
                        "plusfysiekvoorkomenwegdeel",
                        "plusstatus",
                        "plustype",
                        "plustypegebouwinstallatie",
                        "surfacematerial",
                        "tekst",
                        "terminationdate",
                        "wegdeeloptalud"};
constexpr Name kOfCrops[]{"fid", "gmlid", "jaar", "status"};
constexpr Name kOfRoads[]{
    "admrichtng", "begafstand", "beginkm",    "distrcode",  "distrnaam", "dienstcode", "dienstnaam",
    "ehnrlnks",   "ehnrrhts",   "eindkm",     "endafstand", "fid",       "gmeid",      "gmenaam",
    "hectolttr",  "hnrstrlnks", "hnrstrrhts", "jteidbeg",   "jteidend",  "lhnrlnks",   "lhnrrhts",
    "postvwol",   "rijrichtng", "routeltr",   "routenr",    "rpecode",   "sttbron",    "wegbehcode",
    "wegbehnaam", "wegbehsrt",  "wegdeelltr", "wegnummer",  "wegtype",   "wgtypeoms",  "wpsnaam",
    "wpsnaamnen", "wvkbegdat",  "wvkid"};

/// Sources that are published as they are; lists of a municipality's own are not among them. No
/// names: columns that no rule names are not known to be the register's.
struct PublishedSource {
    Name source;
    std::span<const Name> columns = {};
};

constexpr PublishedSource kPublished[]{{"bgt", kOfBgt},   {"bag", kOfBag},   {"cbs"},       {"osm"},
                                       {"nwb", kOfRoads}, {"brp", kOfCrops}, {"natura2000"}};

bool isNamed(const LayerPattern& pattern, const std::string& name) {
    const auto holds = [&name](const std::vector<Name>& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return holds(pattern.dateColumns) ||
           std::any_of(pattern.required.begin(), pattern.required.end(), holds) ||
           std::any_of(pattern.columns.begin(), pattern.columns.end(),
                       [&holds](const ColumnRule& rule) { return holds(rule.from); }) ||
           std::any_of(pattern.rows.begin(), pattern.rows.end(),
                       [&holds](const RowRule& rule) { return holds(rule.columns); });
}

}  // namespace

bool isAsPublished(const LayerPattern& pattern, const core::TableInfo& table) {
    const auto* const source = std::find_if(
        std::begin(kPublished), std::end(kPublished),
        [&pattern](const PublishedSource& one) { return one.source == pattern.source; });
    if (source == std::end(kPublished)) {
        return false;
    }
    return std::all_of(table.columns.begin(), table.columns.end(),
                       [&](const core::ColumnInfo& column) {
                           const std::string name = core::canonicalName(column.name);
                           return isNamed(pattern, name) ||
                                  std::find(source->columns.begin(), source->columns.end(), name) !=
                                      source->columns.end();
                       });
}

}  // namespace lommer::gis
