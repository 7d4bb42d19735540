#include "gis/vector_io/gml_template.h"

#include "core/base/assert.h"
#include "gis/vector_io/ogr_handles.h"

#include <cpl_vsi.h>

#include <array>
#include <mutex>
#include <string>
#include <string_view>

namespace lommer::gis {
namespace {

struct Property {
    std::string_view name;
    /// Where it stands under the object.
    std::string_view path;
    std::string_view type = "String";
};

constexpr std::array kBuilding{
    Property{"creationDate", "creationDate"},
    Property{"LV-publicatiedatum", "LV-publicatiedatum"},
    Property{"relatieveHoogteligging", "relatieveHoogteligging", "Integer"},
    Property{"inOnderzoek", "inOnderzoek"},
    Property{"tijdstipRegistratie", "tijdstipRegistratie"},
    Property{"namespace", "identificatie|NEN3610ID|namespace"},
    Property{"lokaalID", "identificatie|NEN3610ID|lokaalID"},
    Property{"bronhouder", "bronhouder"},
    Property{"bgt-status", "bgt-status"},
    Property{"plus-status", "plus-status"},
    Property{"identificatieBAGPND", "identificatieBAGPND"},
    Property{"eindRegistratie", "eindRegistratie"},
    Property{"terminationDate", "terminationDate"}};

std::string buildingTemplate() {
    std::string text =
        "<GMLFeatureClassList><GMLFeatureClass><Name>BuildingPart</Name>"
        "<ElementPath>BuildingPart</ElementPath><SRSName>EPSG:28992</SRSName>"
        "<GeomPropertyDefn><Name>geometrie2dGrondvlak</Name>"
        "<ElementPath>geometrie2dGrondvlak</ElementPath><Type>MultiPolygon</Type>"
        "</GeomPropertyDefn>";
    for (const Property& property : kBuilding) {
        text += "<PropertyDefn><Name>" + std::string(property.name) + "</Name><ElementPath>" +
                std::string(property.path) + "</ElementPath><Type>" + std::string(property.type) +
                "</Type></PropertyDefn>";
    }
    return text + "</GMLFeatureClass></GMLFeatureClassList>";
}

/// Written once for the whole program: readers on other threads may be using it.
std::filesystem::path buildingTemplateFile() {
    static const std::string kText = buildingTemplate();
    static std::once_flag written;
    const std::string name = "/vsimem/lommer/bgt_pand.gfs";
    std::call_once(written, [&name] {
        VSILFILE* file = VSIFOpenL(name.c_str(), "wb");
        LOMMER_ASSERT(file != nullptr);
        VSIFWriteL(kText.data(), 1, kText.size(), file);
        VSIFCloseL(file);
    });
    return name;
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
    const bool isBuilding =
        head.find("imgeo") != std::string::npos && head.find("BuildingPart") != std::string::npos;
    return isBuilding ? buildingTemplateFile() : std::filesystem::path();
}

}  // namespace lommer::gis
