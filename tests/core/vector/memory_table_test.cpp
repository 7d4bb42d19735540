#include "tests/support/memory_table.h"

#include "core/base/error.h"
#include "tests/support/geometries.h"

#include <gtest/gtest.h>

namespace lommer::test {
namespace {

core::Table threePoints() {
    core::GeometryColumn geometries;
    addPoint(geometries, {0, 0});
    addPoint(geometries, {5, 5});
    addPoint(geometries, {9, 9});
    return tableOf(std::move(geometries), {textColumn("name", {"a", std::nullopt, "c"})});
}

TEST(MemoryTable, ReadsRowsThatTouchTheBoundsAndOnlyTheWantedColumns) {
    const MemoryTableSource source("points", threePoints());
    const core::Table part =
        source.read({std::vector<std::string>{}, core::Bounds{4, 4, 9, 9}}, {});
    EXPECT_EQ(part.rowCount(), 2);
    EXPECT_TRUE(part.columns().empty());
    EXPECT_THROW(source.read({std::vector<std::string>{"size"}, std::nullopt}, {}), core::Error);
}

TEST(MemoryTable, BatchesComeBackAsOneTableInTheirOrder) {
    MemoryTableSink sink;
    sink.append(threePoints().select({2}));
    sink.append(threePoints().select({}));
    sink.append(threePoints().select({0, 1}));
    EXPECT_EQ(textsOf(sink.table(), "name"), (std::vector<std::string>{"c", "a", "-"}));
    EXPECT_TRUE(hasSameBits(sink.table(), threePoints().select({2, 0, 1})));
    EXPECT_FALSE(hasSameBits(sink.table(), threePoints()));
}

}  // namespace
}  // namespace lommer::test
