#include "gis/registers/repaired_table.h"

#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

using core::DataRepair;
using core::RepairKind;
using test::textColumn;
using Texts = std::vector<std::string>;

class RepairedLayer : public testing::Test {
protected:
    RepairedTable repaired(std::vector<DataRepair> repairs) {
        auto source = std::make_shared<const test::MemoryTableSource>(
            "bomen", test::tableOf(3, {textColumn("soort", {" eik", "linde", "linde"}),
                                       textColumn("hoogte", {"12,5", "8", "8"})}));
        return {std::move(source), "", std::move(repairs), remarks_};
    }
    core::RemarkList remarks_;
};

TEST_F(RepairedLayer, SaysBeforeReadingWhatItsColumnsWillBe) {
    const RepairedTable table = repaired({{RepairKind::decimalComma, "hoogte"}});
    EXPECT_EQ(table.info().columns[1].type, core::ColumnType::real);
    EXPECT_EQ(table.read({}, {}).column(1).realAt(0), 12.5);
    const auto remarks = remarks_.take();
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0], (core::Remark{"repaired-decimal-comma",
                                        {{"layer", std::string("bomen")},
                                         {"column", std::string("hoogte")},
                                         {"count", std::int64_t{1}}}}));
}

TEST_F(RepairedLayer, SaysHowManyTextsAreLost) {
    const RepairedTable table = repaired({{RepairKind::decimalComma, "soort"}});
    table.read({}, {});
    EXPECT_EQ(remarks_.take(), (std::vector<core::Remark>{{"values-not-numbers",
                                                           {{"layer", std::string("bomen")},
                                                            {"column", std::string("soort")},
                                                            {"count", std::int64_t{3}}}}}));
}

TEST_F(RepairedLayer, LeavesOutRowsThatAreEqualInColumnsNobodyAskedForToo) {
    const RepairedTable table = repaired({{RepairKind::duplicateRows, ""}});
    EXPECT_EQ(table.info().rowCount, -1);
    core::TableQuery query;
    query.columns = Texts{"soort"};
    const core::Table one = table.read(query, {});
    ASSERT_EQ(one.columns().size(), 1U);
    EXPECT_EQ(test::textsOf(one, "soort"), (Texts{" eik", "linde"}));
    EXPECT_EQ(remarks_.take().front().code, "repaired-duplicate-rows");
}

TEST_F(RepairedLayer, SaysNothingOfRepairsThatChangeNothing) {
    EXPECT_EQ(repaired({{RepairKind::encoding, "soort"}, {RepairKind::spaces, "other"}})
                  .read({}, {})
                  .rowCount(),
              3);
    EXPECT_TRUE(remarks_.take().empty());
}

}  // namespace
}  // namespace lommer::gis
