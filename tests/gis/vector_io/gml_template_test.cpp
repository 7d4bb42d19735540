// Objects of the BGT with more places than one: the outline is the place.

#include "gis/vector_io/gml_template.h"

#include "gis/vector_io/table_files.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace lommer::gis {
namespace {

struct Slope {
    const char* element;
    const char* name;
};

/// One object on a slope, whose upper edge is a line, as the BGT delivers it.
std::string delivery(const Slope& slope) {
    const std::string element = slope.element;
    const std::string name = slope.name;
    const std::string system = "srsName=\"urn:ogc:def:crs:EPSG::28992\"";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CityModel "
           "xmlns:gml=\"http://www.opengis.net/gml\" "
           "xmlns:imgeo=\"http://www.geostandaarden.nl/imgeo/2.1\" "
           "xmlns=\"http://www.opengis.net/citygml/2.0\"><cityObjectMember><" +
           element +
           " gml:id=\"b1\"><imgeo:relatieveHoogteligging>1</imgeo:relatieveHoogteligging>"
           "<imgeo:identificatie><imgeo:NEN3610ID><imgeo:lokaalID>G0222.1</imgeo:lokaalID>"
           "</imgeo:NEN3610ID></imgeo:identificatie><imgeo:plus-status>geenWaarde"
           "</imgeo:plus-status><imgeo:geometrie2d" +
           name + "><gml:Polygon " + system +
           "><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"2\">217000 442000 217010 "
           "442000 217010 442010 217000 442000</gml:posList></gml:LinearRing></gml:exterior>"
           "</gml:Polygon></imgeo:geometrie2d" +
           name + "><imgeo:kruinlijn" + name + "><gml:LineString " + system +
           "><gml:posList srsDimension=\"2\">217000 442000 217010 442000</gml:posList>"
           "</gml:LineString></imgeo:kruinlijn" +
           name + "></" + element + "></cityObjectMember></CityModel>";
}

TEST(GmlTemplate, AnObjectOnASlopeKeepsItsOutline) {
    const test::TemporaryFolder folder;
    for (const Slope& slope :
         {Slope{"PlantCover", "BegroeidTerreindeel"},
          Slope{"imgeo:OnbegroeidTerreindeel", "OnbegroeidTerreindeel"},
          Slope{"AuxiliaryTrafficArea", "OndersteunendWegdeel"}, Slope{"TrafficArea", "Wegdeel"}}) {
        const auto path = folder / (std::string(slope.name) + ".gml");
        std::ofstream(path) << delivery(slope);
        core::RemarkList remarks;
        const core::Table table = openTable({{path}, ""}, remarks).source->read({}, {});
        ASSERT_EQ(table.rowCount(), 1) << slope.name;
        EXPECT_EQ(table.geometries().kinds.front(), core::GeometryKind::polygon) << slope.name;
        EXPECT_EQ(test::textsOf(table, "lokaalID"), std::vector<std::string>{"G0222.1"});
        EXPECT_EQ(table.columnNamed("relatieveHoogteligging").integerAt(0), 1);
    }
}

TEST(GmlTemplate, IsGivenForNothingElse) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "a.gml") << delivery({"imgeo:Waterdeel", "Waterdeel"});
    EXPECT_TRUE(gmlTemplateFor(folder / "a.gml").empty());
    EXPECT_TRUE(gmlTemplateFor(folder / "weg.gml").empty());
}

}  // namespace
}  // namespace lommer::gis
