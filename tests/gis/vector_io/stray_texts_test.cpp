// Databases in which a column of numbers holds texts.

#include "gis/vector_io/stray_texts.h"

#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::gis {
namespace {

using core::Presence;

/// Changes a database as any program could.
void execute(const std::filesystem::path& path, const std::string& sql) {
    const DatasetHandle dataset(GDALOpenEx(path.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                                           nullptr, nullptr, nullptr));
    ASSERT_NE(dataset, nullptr);
    OGRLayerH outcome = GDALDatasetExecuteSQL(dataset.get(), sql.c_str(), nullptr, nullptr);
    GDALDatasetReleaseResultSet(dataset.get(), outcome);
}

class StrayTexts : public testing::TestWithParam<const char*> {};

TEST_P(StrayTexts, AreMissingAndNotZero) {
    const test::TemporaryFolder folder;
    const auto path = folder / (std::string(GetParam()) == "GPKG" ? "a.gpkg" : "a.sqlite");
    const std::vector<std::string> points(4, "POINT(155000 463000)");
    ASSERT_TRUE(test::writeLayer(path, {.driver = GetParam(), .geometries = points}));
    execute(path, "UPDATE laag SET nr = '.', hoogte = '<5' WHERE nr = 1");
    execute(path, "UPDATE laag SET nr = '', hoogte = '12,5' WHERE nr = 3");
    core::RemarkList remarks;
    const auto opened = openTable({{path}, ""}, remarks);
    const core::Table table = opened.source->read({}, {});
    const core::Column& numbers = table.columnNamed("nr");
    EXPECT_EQ(numbers.presenceAt(0), Presence::secret);
    EXPECT_EQ(numbers.integerAt(1), 2);
    EXPECT_EQ(numbers.presenceAt(2), Presence::missing);
    EXPECT_EQ(numbers.integerAt(3), 4);
    const core::Column& heights = table.columnNamed("hoogte");
    EXPECT_FALSE(heights.isPresent(0) || heights.isPresent(1) || heights.isPresent(2));
    EXPECT_EQ(heights.realAt(3), 1.0);
    const core::Remark lost{"values-not-numbers",
                            {{"layer", std::string("laag")},
                             {"column", std::string("hoogte")},
                             {"count", std::int64_t{2}}}};
    EXPECT_EQ(remarks.take(), std::vector<core::Remark>{lost});
    // A column without texts is read as ever.
    core::TableQuery query;
    query.columns = {"naam"};
    EXPECT_EQ(opened.source->read(query, {}).rowCount(), 4);
    EXPECT_TRUE(remarks.take().empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, StrayTexts, testing::Values("GPKG", "SQLite"));

}  // namespace
}  // namespace lommer::gis
