#include "core/base/error.h"
#include "gis/crs/transformer.h"

#include <gtest/gtest.h>

#include <string>

namespace lommer::gis {
namespace {

const std::string kDatum =
    "GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\",SPHEROID[\"Bessel_1841\",6377397.155,"
    "299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],";

std::string rdWkt(const std::string& name, const std::string& projection,
                  const std::string& falseEasting = "155000.0", const std::string& datum = kDatum) {
    return "PROJCS[\"" + name + "\"," + datum + "PROJECTION[\"" + projection +
           "\"],PARAMETER[\"False_Easting\"," + falseEasting +
           "],PARAMETER[\"False_Northing\",463000.0],PARAMETER[\"Central_Meridian\","
           "5.38763888888889],PARAMETER[\"Scale_Factor\",0.9999079],"
           "PARAMETER[\"Latitude_Of_Origin\",52.15616055555555],UNIT[\"Meter\",1.0]]";
}

TEST(ParseCrs, KnowsRdInEveryDisguise) {
    const std::string towgs84 =
        "GEOGCS[\"x\",DATUM[\"y\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128],"
        "TOWGS84[565.2369,50.0087,465.658,-0.406857,0.350733,-1.87035,4.0812]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],";
    const std::string proj =
        "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 "
        "+x_0=155000 +y_0=463000 +ellps=bessel +units=m +no_defs +type=crs";
    for (const std::string& definition :
         {std::string("EPSG:28992"), std::string("EPSG:7415"),
          std::string("urn:ogc:def:crs:EPSG::28992"),
          std::string("http://www.opengis.net/def/crs/EPSG/0/28992"),
          rdWkt("RD_New", "Double_Stereographic"),  // .prj of Esri
          rdWkt("unnamed", "Oblique_Stereographic"),
          rdWkt("unnamed", "Oblique_Stereographic", "155000", towgs84), proj,
          proj + " +towgs84=565.2369,50.0087,465.658,-0.406857,0.350733,-1.87035,4.0812",
          std::string("LOCAL_CS[\"Amersfoort / RD New\",UNIT[\"metre\",1]]")}) {
        const CrsInfo crs = parseCrs(definition);
        EXPECT_TRUE(crs.isRdNew) << definition;
        EXPECT_EQ(crs.epsg, 28992) << definition;
        EXPECT_EQ(crs.wkt, rdNew().wkt) << definition;
    }
}

TEST(ParseCrs, DoesNotTakeOtherSystemsForRd) {
    const std::string otherDatum =
        "GEOGCS[\"x\",DATUM[\"y\",SPHEROID[\"GRS 1980\",6378137,298.257222101]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],";
    for (const std::string& definition :
         {std::string("EPSG:28991"),  // RD Old: origin in Amersfoort itself
          std::string("EPSG:4289"), std::string("EPSG:4326"), std::string("EPSG:3857"),
          std::string("EPSG:25831"), std::string("EPSG:31370"),
          rdWkt("RD_New", "Oblique_Stereographic", "155001"), rdWkt("RD_New", "Stereographic"),
          rdWkt("RD_New", "Oblique_Stereographic", "155000", otherDatum)}) {
        EXPECT_FALSE(parseCrs(definition).isRdNew) << definition;
    }
}

TEST(ParseCrs, NamesTheCodeWhereThereIsOne) {
    EXPECT_EQ(parseCrs("EPSG:4326").epsg, 4326);
    EXPECT_EQ(parseCrs("OGC:CRS84").epsg, 4326);  // only the order of the axes differs
    EXPECT_EQ(parseCrs("EPSG:4326").name, "WGS 84");
    EXPECT_EQ(parseCrs("EPSG:4979").epsg, 4326);  // with heights, which are dropped
    EXPECT_EQ(parseCrs(parseCrs("EPSG:25831").wkt).epsg, 25831);
}

TEST(ParseCrs, RefusesWhatIsNone) {
    for (const char* definition : {"", "hallo", "EPSG:1", "EPSG:99999999999999999999", "PROJCS[",
                                   "+proj=nonsense +type=crs", "EPSG:7030"}) {  // an ellipsoid
        try {
            parseCrs(definition);
            ADD_FAILURE() << definition;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.code(), core::ErrorCode::crsUnknown) << definition;
            EXPECT_EQ(error.arguments().front().first, "crs");
        }
    }
}

}  // namespace
}  // namespace lommer::gis
