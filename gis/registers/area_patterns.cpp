// Areas of CBS, Wijk- en Buurtkaart with or without key figures, and what is made of it.

#include "gis/registers/layer_pattern.h"

namespace lommer::gis {
namespace {

using core::GeometryKind;
using Names = std::vector<std::string_view>;

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
                         .dateColumns = {"jaar"}};
    if (!municipality.empty()) {
        pattern.required.push_back(municipality);
        pattern.columns.push_back({"gemeentecode", municipality});
    }
    return pattern;
}

/// Layers of another making, with a plain `code` and `naam`: known by their name too.
LayerPattern named(LayerPattern pattern, Names names) {
    pattern.names = std::move(names);
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
            areas("municipalities", {"gemeentecode", "gmcode"}, {"gemeentenaam", "gmnaam"}, {})};
}

}  // namespace lommer::gis
