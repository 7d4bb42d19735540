#include "app/layout/pdf_georeference.h"

#include "core/base/assert.h"
#include "gis/crs/amersfoort_position.h"

namespace lommer::app {
namespace {

/// The words of Esri, which Acrobat knows; the numbers are those of EPSG:28992.
constexpr const char* kRdNewWkt =
    R"(PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",)"
    R"(SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],)"
    R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],)"
    R"(PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],)"
    R"(PARAMETER["Central_Meridian",5.38763888888889],PARAMETER["Scale_Factor",0.9999079],)"
    R"(PARAMETER["Latitude_Of_Origin",52.1561605555556],UNIT["Meter",1.0]])";

/// Latitude and longitude of the corners, on the datum of the projected system as the standard
/// asks. Ten decimals of a degree are 0.01 mm.
QPDFObjectHandle geographicCorners(const core::Bounds& rd) {
    QPDFObjectHandle points = QPDFObjectHandle::newArray();
    for (const core::Point corner :
         {core::Point{rd.xmin, rd.ymin}, core::Point{rd.xmin, rd.ymax},
          core::Point{rd.xmax, rd.ymax}, core::Point{rd.xmax, rd.ymin}}) {
        const gis::AmersfoortPosition position = gis::amersfoortPosition(corner);
        points.appendItem(QPDFObjectHandle::newReal(position.latitudeDegrees, 10));
        points.appendItem(QPDFObjectHandle::newReal(position.longitudeDegrees, 10));
    }
    return points;
}

QPDFObjectHandle rdNew() {
    QPDFObjectHandle system = QPDFObjectHandle::newDictionary();
    system.replaceKey("/Type", QPDFObjectHandle::newName("/PROJCS"));
    system.replaceKey("/EPSG", QPDFObjectHandle::newInteger(28992));
    system.replaceKey("/WKT", QPDFObjectHandle::newString(kRdNewWkt));
    return system;
}

QPDFObjectHandle measureOf(const core::Bounds& rd) {
    QPDFObjectHandle measure = QPDFObjectHandle::newDictionary();
    measure.replaceKey("/Type", QPDFObjectHandle::newName("/Measure"));
    measure.replaceKey("/Subtype", QPDFObjectHandle::newName("/GEO"));
    // Corners of the unit square, in the order of the geographic ones.
    const char* corners = "[0 0 0 1 1 1 1 0]";
    measure.replaceKey("/Bounds", QPDFObjectHandle::parse(corners));
    measure.replaceKey("/LPTS", QPDFObjectHandle::parse(corners));
    measure.replaceKey("/GPTS", geographicCorners(rd));
    measure.replaceKey("/GCS", rdNew());
    measure.replaceKey("/PDU", QPDFObjectHandle::parse("[/M /SQM /DEG]"));
    return measure;
}

}  // namespace

void addPdfViewport(PdfPage& page, const GeoReference& map) {
    LOMMER_ASSERT(!map.mapPlaceMillimetres.isEmpty() && !map.rdBounds.isEmpty());
    QPDFObjectHandle viewport = QPDFObjectHandle::newDictionary();
    viewport.replaceKey("/Type", QPDFObjectHandle::newName("/Viewport"));
    viewport.replaceKey("/BBox", page.rectangle(map.mapPlaceMillimetres));
    viewport.replaceKey("/Measure", measureOf(map.rdBounds));
    QPDFObjectHandle object = page.object();
    if (!object.hasKey("/VP")) {
        object.replaceKey("/VP", QPDFObjectHandle::newArray());
    }
    object.getKey("/VP").appendItem(viewport);
}

}  // namespace lommer::app
