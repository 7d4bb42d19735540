#include "gis/vector_io/gml_template.h"

#include "core/base/assert.h"
#include "gis/vector_io/ogr_handles.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <string_view>

namespace lommer::gis {
namespace {

struct Property {
    std::string_view name;
    /// Where it stands under the object; empty: under its own name.
    std::string_view path = {};
    std::string_view type = "String";
};

constexpr std::array kOfAll{Property{"creationDate"},
                            Property{"LV-publicatiedatum"},
                            Property{"relatieveHoogteligging", {}, "Integer"},
                            Property{"inOnderzoek"},
                            Property{"tijdstipRegistratie"},
                            Property{"namespace", "identificatie|NEN3610ID|namespace"},
                            Property{"lokaalID", "identificatie|NEN3610ID|lokaalID"},
                            Property{"bronhouder"},
                            Property{"bgt-status"},
                            Property{"plus-status"},
                            Property{"eindRegistratie"},
                            Property{"terminationDate"}};

/// A class of which the objects have more places than their outline: the place of the house number
/// on it, the upper edge of its slope. GDAL keeps the last that stands there.
struct ObjectClass {
    std::string_view name;
    std::string_view outline;
    std::string_view outlineType;
    std::array<Property, 4> properties;
};

constexpr std::array kClasses{
    ObjectClass{
        "BuildingPart", "geometrie2dGrondvlak", "MultiPolygon", {Property{"identificatieBAGPND"}}},
    ObjectClass{"PlantCover",
                "geometrie2dBegroeidTerreindeel",
                "CurvePolygon",
                {Property{"class"}, Property{"plus-fysiekVoorkomen"},
                 Property{"begroeidTerreindeelOpTalud"}}},
    ObjectClass{"OnbegroeidTerreindeel",
                "geometrie2dOnbegroeidTerreindeel",
                "CurvePolygon",
                {Property{"bgt-fysiekVoorkomen"}, Property{"plus-fysiekVoorkomen"},
                 Property{"onbegroeidTerreindeelOpTalud"}}},
    ObjectClass{"AuxiliaryTrafficArea",
                "geometrie2dOndersteunendWegdeel",
                "CurvePolygon",
                {Property{"function"}, Property{"surfaceMaterial"},
                 Property{"plus-functieOndersteunendWegdeel"},
                 Property{"plus-fysiekVoorkomenOndersteunendWegdeel"}}},
    ObjectClass{"TrafficArea",
                "geometrie2dWegdeel",
                "CurvePolygon",
                {Property{"function"}, Property{"surfaceMaterial"}, Property{"plus-functieWegdeel"},
                 Property{"plus-fysiekVoorkomenWegdeel"}}}};

std::string element(std::string_view name, std::string_view text) {
    return '<' + std::string(name) + '>' + std::string(text) + "</" + std::string(name) + '>';
}

std::string definition(const Property& property) {
    const std::string_view path = property.path.empty() ? property.name : property.path;
    return element("PropertyDefn", element("Name", property.name) + element("ElementPath", path) +
                                       element("Type", property.type));
}

std::string templateOf(const ObjectClass& object) {
    std::string text = element("Name", object.name) + element("ElementPath", object.name) +
                       element("SRSName", "EPSG:28992") +
                       element("GeomPropertyDefn", element("Name", object.outline) +
                                                       element("ElementPath", object.outline) +
                                                       element("Type", object.outlineType));
    for (const Property& property : kOfAll) {
        text += definition(property);
    }
    for (const Property& property : object.properties) {
        text += property.name.empty() ? std::string() : definition(property);
    }
    return element("GMLFeatureClassList", element("GMLFeatureClass", text));
}

std::string fileOf(const ObjectClass& object) {
    return "/vsimem/lommer/bgt_" + std::string(object.name) + ".gfs";
}

/// Written once for the whole program: readers on other threads may be using them.
void writeTemplates() {
    static std::once_flag written;
    std::call_once(written, [] {
        for (const ObjectClass& object : kClasses) {
            const std::string text = templateOf(object);
            VSILFILE* file = VSIFOpenL(fileOf(object).c_str(), "wb");
            LOMMER_ASSERT(file != nullptr);
            VSIFWriteL(text.data(), 1, text.size(), file);
            VSIFCloseL(file);
        }
    });
}

/// True where an object of the class begins in `text`: `<PlantCover ` or `<imgeo:PlantCover `.
bool begins(std::string_view text, std::string_view name) {
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool isStart = at > 0 && (text[at - 1] == '<' || text[at - 1] == ':');
        if (isStart && end < text.size() && (text[end] == ' ' || text[end] == '>')) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::filesystem::path gmlTemplateFor(const std::filesystem::path& path) {
    constexpr std::size_t kHead = 4096;
    VSILFILE* file = VSIFOpenL(gdalPath(path).c_str(), "rb");
    std::string head(kHead, '\0');
    head.resize(file == nullptr ? 0 : VSIFReadL(head.data(), 1, kHead, file));
    if (file != nullptr) {
        VSIFCloseL(file);
    }
    const auto* const found =
        std::find_if(kClasses.begin(), kClasses.end(),
                     [&head](const ObjectClass& object) { return begins(head, object.name); });
    if (found == kClasses.end() || head.find("imgeo") == std::string::npos) {
        return {};
    }
    writeTemplates();
    return fileOf(*found);
}

}  // namespace lommer::gis
