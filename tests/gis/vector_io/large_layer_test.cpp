// A layer that is read in pieces is the layer: every row once, in order, the same for any number
// of threads; and rows that nobody needs stay where they are.

#include "core/engine/parallel.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <memory>

namespace lommer::gis {
namespace {

constexpr std::int64_t kRows = 70'000;  // more than two pieces

/// Points in a row; every third version has ended, every seventh end is an empty text.
core::Table versions() {
    core::GeometryColumn places;
    core::Column numbers({"nr", core::ColumnType::integer});
    core::Column ends({"eind", core::ColumnType::text});
    for (std::int64_t row = 0; row < kRows; ++row) {
        const core::Point place{100'000.0 + static_cast<double>(row), 450'000.0};
        places.addRing({&place, 1});
        places.endPart();
        places.endFeature(core::GeometryKind::point);
        numbers.appendInteger(row);
        if (row % 3 == 0) {
            ends.appendText("2020-01-01");
        } else if (row % 7 == 0) {
            ends.appendText("");
        } else {
            ends.appendAbsent();
        }
    }
    std::vector<core::Column> columns;
    columns.push_back(std::move(numbers));
    columns.push_back(std::move(ends));
    return test::tableOf(std::move(places), std::move(columns));
}

class LargeLayer : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        const auto sink = FileTableSink::create(folder_->path() / "versies.gpkg", "versies");
        sink->append(test::releasedInside(versions()));
        sink->finish();
    }
    static void TearDownTestSuite() { folder_.reset(); }

    core::Table read(const core::TableQuery& query, int threads) {
        const core::ThreadLimit limit(threads);
        const auto opened = openTable({{folder_->path() / "versies.gpkg"}}, remarks_);
        return opened.source->read(query, {});
    }

    static std::unique_ptr<test::TemporaryFolder> folder_;
    core::RemarkList remarks_;
};

std::unique_ptr<test::TemporaryFolder> LargeLayer::folder_;

TEST_F(LargeLayer, IsThereWholeAndInOrder) {
    const core::Table table = read({}, 3);
    ASSERT_EQ(table.rowCount(), kRows);
    for (std::int64_t row = 0; row < kRows; ++row) {
        ASSERT_EQ(table.columnNamed("nr").integerAt(row), row);
        ASSERT_EQ(table.geometries().boundsOf(row).xmin, 100'000.0 + static_cast<double>(row));
        ASSERT_EQ(table.columnNamed("eind").displayAt(row), row % 3 == 0 ? "2020-01-01" : "");
    }
}

TEST_F(LargeLayer, IsTheSameForAnyNumberOfThreads) {
    EXPECT_TRUE(test::hasSameBits(read({}, 1), read({}, 5)));
}

TEST_F(LargeLayer, LeavesOutRowsThatAreNotNeeded) {
    core::TableQuery query;
    query.columns = {"nr"};
    query.needlessWith = {"eind"};
    const core::Table table = read(query, 2);
    std::int64_t row = 0;
    for (std::int64_t number = 0; number < kRows; ++number) {
        if (number % 3 != 0) {
            ASSERT_EQ(table.column(0).integerAt(row++), number);
        }
    }
    EXPECT_EQ(table.rowCount(), row);
    EXPECT_EQ(table.geometries().rowCount(), row);
}

TEST_F(LargeLayer, APartOfItIsReadByItsPlace) {
    core::TableQuery query;
    query.bounds = core::Bounds{150'000.0, 449'000.0, 150'009.0, 451'000.0};
    const core::Table table = read(query, 2);
    ASSERT_EQ(table.rowCount(), 10);
    EXPECT_EQ(table.columnNamed("nr").integerAt(0), 50'000);
}

}  // namespace
}  // namespace lommer::gis
