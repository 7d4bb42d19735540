// What is written comes back as it was, from every format that can hold it.

#include "core/base/error.h"
#include "gis/registers/made_up.h"
#include "gis/vector_io/table_files.h"
#include "gis/vector_io/vector_dataset.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/geometries.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lommer::gis {
namespace {

using test::rectangle;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

core::Column momentColumn(const std::string& name, core::ColumnType type,
                          const std::vector<std::int64_t>& values) {
    return core::Column({name, type}, values);
}

/// Three polygons (one with a hole, one of two parts, one not there) and a column of every type.
core::Table everything() {
    core::GeometryColumn geometries;
    test::addPolygon(geometries, {rectangle(155000, 463000, 155100.25, 463100.125),
                                  rectangle(155010, 463010, 155020, 463020)});
    test::addMultiPolygon(geometries, {{rectangle(155200, 463000, 155210, 463010)},
                                       {rectangle(155220, 463000, 155230, 463010)}});
    test::addNothing(geometries);
    core::Column boolean({"is_openbaar", core::ColumnType::boolean});
    boolean.appendInteger(1);
    boolean.appendInteger(0);
    boolean.appendAbsent();
    return test::tableOf(
        std::move(geometries),
        {test::textColumn("plus-type", {"boom", std::nullopt, "gr\u00f6n\u2030"}),
         test::integerColumn("aantal", {9'007'199'254'740'993, -1, std::nullopt}),
         test::realColumn("hoogte", {0.1, kNaN, -1e-300}), std::move(boolean),
         momentColumn("datum", core::ColumnType::date, {-719162 + 719162, 20000, -1}),
         momentColumn("moment", core::ColumnType::dateTime, {0, 1'700'000'000'123, -1000})});
}

WrittenFile write(const std::filesystem::path& path, const core::Table& table) {
    const auto sink = FileTableSink::create(path, "resultaat");
    sink->append(test::releasedInside(table));
    return sink->finish();
}

core::Table readBack(const std::filesystem::path& path, const core::TableQuery& query = {}) {
    core::RemarkList remarks;
    const auto opened = openTable({{path}, ""}, remarks);
    core::Table table = opened.source->read(query, {});
    EXPECT_TRUE(remarks.take().empty());
    return table;
}

TEST(TableRoundTrip, AGeoPackageGivesBackEveryBit) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "uitkomst.gpkg";
    write(path, everything());
    EXPECT_TRUE(test::hasSameBits(readBack(path), everything()));
}

TEST(TableRoundTrip, AGeoPackageHasASpatialIndex) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "uit'komst.gpkg";
    write(path, everything());
    const DatasetHandle dataset = openVectorDataset(path);
    EXPECT_NE(OGR_L_TestCapability(GDALDatasetGetLayer(dataset.get(), 0), OLCFastSpatialFilter), 0);
    core::TableQuery query;
    query.bounds = core::Bounds{155190, 462990, 155205, 463005};
    EXPECT_EQ(readBack(path, query).rowCount(), 1);
}

TEST(TableRoundTrip, AGeoPackageSaysThatItIsMadeUp) {
    const test::TemporaryFolder folder;
    for (const auto& [name, description] :
         {std::pair{"own.gpkg", std::string("eigen werk")},
          std::pair{"sample.gpkg", std::string(kMadeUpDescription)}}) {
        const auto sink = FileTableSink::create(folder / name, "resultaat", {}, description);
        sink->append(test::releasedInside(everything()));
        sink->finish();
    }
    EXPECT_EQ(describeTables(folder / "own.gpkg").front().registerId, "");
    EXPECT_EQ(describeTables(folder / "sample.gpkg").front().registerId, "sample");
}

TEST(TableRoundTrip, WhatIsStoppedOrGivenUpLeavesNoFile) {
    const test::TemporaryFolder folder;
    for (const char* name : {"a.gpkg", "a.csv", "a.geojson"}) {
        std::stop_source stop;
        {
            const auto sink = FileTableSink::create(folder / name, "resultaat", stop.get_token());
            sink->append(test::releasedInside(everything()));
            stop.request_stop();
            EXPECT_THROW(sink->append(test::releasedInside(everything())), core::Cancelled) << name;
            EXPECT_THROW(sink->finish(), core::Cancelled) << name;
        }
        EXPECT_FALSE(std::filesystem::exists(folder / name)) << name;
    }
}

TEST(TableRoundTrip, AFileWithoutItsLayerIsNotLeft) {
    const test::TemporaryFolder folder;
    {
        // A table of that name is every GeoPackage's own.
        const auto sink = FileTableSink::create(folder / "a.gpkg", "gpkg_contents");
        EXPECT_THROW(sink->append(test::releasedInside(everything())), core::Error);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(TableRoundTrip, EqualTablesGiveEqualBytes) {
    const test::TemporaryFolder folder;
    const WrittenFile one = write(folder.path() / "een.gpkg", everything());
    const WrittenFile two = write(folder.path() / "twee.gpkg", everything());
    EXPECT_EQ(one.fileHash, two.fileHash);
    EXPECT_EQ(one.contentHash, two.contentHash);
    EXPECT_EQ(one.bytes, static_cast<std::int64_t>(std::filesystem::file_size(one.path)));
}

}  // namespace
}  // namespace lommer::gis
