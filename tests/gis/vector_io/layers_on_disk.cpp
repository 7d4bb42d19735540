#include "tests/gis/vector_io/layers_on_disk.h"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace lommer::test {
namespace {

CPLStringList listOf(const std::vector<std::string>& options) {
    CPLStringList list;
    for (const std::string& option : options) {
        list.AddString(option.c_str());
    }
    return list;
}

void addRow(OGRLayer& layer, int number, const std::string& wkt) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    feature->SetField("nr", number);
    feature->SetField("naam", ("rij \xC3\xA9" + std::to_string(number)).c_str());
    if (number != 2) {
        feature->SetField("hoogte", number / 4.0);
    }
    if (!wkt.empty()) {
        OGRGeometry* geometry = nullptr;
        ASSERT_EQ(OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &geometry), OGRERR_NONE)
            << wkt;
        const bool isMulti = wkbFlatten(layer.GetGeomType()) == wkbMultiPolygon;
        feature->SetGeometryDirectly(isMulti ? OGRGeometryFactory::forceToMultiPolygon(geometry)
                                             : geometry);
    }
    EXPECT_EQ(layer.CreateFeature(feature.get()), OGRERR_NONE);
}

}  // namespace

bool writeLayer(const std::filesystem::path& path, const LayerSpecification& specification) {
    auto* driver = GetGDALDriverManager()->GetDriverByName(specification.driver.c_str());
    if (driver == nullptr) {
        return false;
    }
    const GDALDatasetUniquePtr file(driver->Create(path.string().c_str(), 0, 0, 0, GDT_Unknown,
                                                   listOf(specification.datasetOptions).List()));
    if (file == nullptr) {
        return false;
    }
    OGRSpatialReference system;
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!specification.crs.empty()) {
        system.SetFromUserInput(specification.crs.c_str());
    }
    OGRLayer* layer = file->CreateLayer("laag", specification.crs.empty() ? nullptr : &system,
                                        specification.isPolygonLayer ? wkbMultiPolygon : wkbUnknown,
                                        listOf(specification.layerOptions).List());
    if (layer == nullptr) {
        return false;
    }
    OGRFieldDefn number("nr", OFTInteger);
    OGRFieldDefn name("naam", OFTString);
    OGRFieldDefn height("hoogte", OFTReal);
    for (OGRFieldDefn* field : {&number, &name, &height}) {
        layer->CreateField(field);
    }
    file->StartTransaction();  // thousands of rows one by one take seconds
    for (std::size_t row = 0; row < specification.geometries.size(); ++row) {
        addRow(*layer, static_cast<int>(row) + 1, specification.geometries[row]);
    }
    file->CommitTransaction();
    return true;
}

core::Released<core::Table> releasedInside(const core::Table& table) {
    return core::PrivacyCheck(core::ReleaseProfile::intern).release(table, "test");
}

void cutShort(const std::filesystem::path& path, double share) {
    const auto bytes = static_cast<double>(std::filesystem::file_size(path));
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(bytes * share));
}

}  // namespace lommer::test
