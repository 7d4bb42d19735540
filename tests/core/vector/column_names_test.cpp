#include "core/vector/column_names.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

std::vector<Remark> remarksOf(const ColumnNames& names) {
    RemarkList remarks;
    names.remarkOnRenamed(remarks);
    return remarks.take();
}

TEST(ColumnNames, GivesOutEachNameOnceWhateverItsCapitals) {
    ColumnNames names;
    EXPECT_EQ(names.claim("mean"), "mean");
    EXPECT_EQ(names.claim("mean_2"), "mean_2");
    EXPECT_EQ(names.claim("Mean"), "Mean_3");
    EXPECT_EQ(names.claim("\xC3\xA9"), "\xC3\xA9");
    EXPECT_EQ(names.claim("\xC3\x89"), "\xC3\x89");  // only ASCII letters have capitals here
    ASSERT_EQ(names.renamed().size(), 1U);
    EXPECT_EQ(names.renamed()[0], std::pair(std::string("Mean"), std::string("Mean_3")));
}

TEST(ColumnNames, SaysInOneRemarkWhatWasRenamed) {
    ColumnNames names;
    names.claim("name");
    EXPECT_TRUE(remarksOf(names).empty());
    names.claim("name");
    EXPECT_EQ(remarksOf(names), (std::vector<Remark>{{"column-renamed",
                                                      {{"column", std::string("name")},
                                                       {"name", std::string("name_2")}}}}));
    names.claim("Name");
    EXPECT_EQ(remarksOf(names),
              (std::vector<Remark>{{"columns-renamed",
                                    {{"count", std::int64_t{2}},
                                     {"names", std::string("name → name_2, Name → Name_3")}}}}));
}

}  // namespace
}  // namespace lommer::core
