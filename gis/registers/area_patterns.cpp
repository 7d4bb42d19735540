// Areas of CBS, Wijk- en Buurtkaart with or without key figures, and what is made of it.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;
using Names = std::vector<std::string_view>;

/// `indelingswijziging_wijken_en_buurten`, in tables of key figures `ind_wbz`.
const ColumnRule kChange{"indelingswijziging",
                         {"indelingswijzigingwijkenenbuurten", "indelingswijziging", "indwbz"},
                         ValueRule::trimmed};

LayerPattern areas(std::string_view subject, const Names& code, const Names& name,
                   const Names& municipality) {
    LayerPattern pattern{.subject = subject,
                         .source = "cbs",
                         .names = {},
                         .required = {code, name},
                         .geometryKinds = {GeometryKind::polygon},
                         .rows = {},
                         .columns = {{"code", code}, {"naam", name}},
                         .keepsOthers = true,
                         .hasCbsSentinels = true,
                         .dateColumns = {"jaar"},
                         .hasNumberedNames = true};
    if (!municipality.empty()) {
        pattern.required.push_back(municipality);
        pattern.columns.push_back({"gemeentecode", municipality});
        pattern.columns.push_back(kChange);
    }
    return pattern;
}

/// Layers of another making, with a plain `code` and `naam`: known by their name too.
LayerPattern named(LayerPattern pattern, Names names) {
    pattern.names = std::move(names);
    return pattern;
}

/// Every list may name the municipality that its rows lie in.
LayerPattern unlessRowsAreOther(LayerPattern pattern) {
    pattern.excluded = {"buurtcode",  "bucode",   "wijkcode",      "wkcode",         "plannaam",
                        "plannummer", "kernnaam", "perceelnummer", "woonplaatsnaam", "straatnaam"};
    return pattern;
}

/// Figures of which the rows say for which area they are.
LayerPattern figures(const Names& code) {
    return {.subject = "area-figures",
            .source = "statline",
            .names = {},
            .required = {code},
            .geometryKinds = {},
            .columns = {{"code", code, ValueRule::areaCode},
                        {"periode", {"perioden", "periode", "jaar"}, ValueRule::trimmed},
                        kChange},
            .keepsOthers = true,
            .hasCbsSentinels = true,
            .dateColumns = {"perioden", "periode", "jaar"},
            .hasNumberedNames = true,
            .hasTopics = true,
            .isWithoutPlaces = true};
}

/// Lists of persons, firms or addresses name the area too: those are no figures.
LayerPattern unlessRowsAreSmaller(LayerPattern pattern) {
    pattern.excluded = {"postcode",   "huisnummer",         "identificatie", "adres", "straat",
                        "straatnaam", "openbareruimtenaam", "kvknummer",     "bsn"};
    return pattern;
}

}  // namespace

std::vector<LayerPattern> areaPatterns() {
    return {named(areas("neighbourhoods", {"code", "statcode"}, {"naam", "statnaam"},
                        {"gmcode", "gemeentecode"}),
                  {"buurt"}),
            named(areas("districts", {"code", "statcode"}, {"naam", "statnaam"},
                        {"gmcode", "gemeentecode"}),
                  {"wijk"}),
            named(areas("municipalities", {"code", "statcode"}, {"naam", "statnaam"}, {}),
                  {"gemeente"}),
            areas("neighbourhoods", {"buurtcode", "bucode"}, {"buurtnaam", "bunaam"},
                  {"gemeentecode", "gmcode"}),
            areas("districts", {"wijkcode", "wkcode"}, {"wijknaam", "wknaam"},
                  {"gemeentecode", "gmcode"}),
            unlessRowsAreOther(areas("municipalities", {"gemeentecode", "gmcode"},
                                     {"gemeentenaam", "gmnaam"}, {}))};
}

std::vector<LayerPattern> figurePatterns() {
    return {figures({"wijkenenbuurten", "regios", "codering", "gwbcode10"}),
            // The finest area first.
            unlessRowsAreSmaller(figures({"buurtcode", "bucode", "gwbcode", "wijkcode", "wkcode",
                                          "gemeentecode", "gmcode", "statcode"}))};
}

}  // namespace lommer::gis
