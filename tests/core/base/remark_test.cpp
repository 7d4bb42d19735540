#include "core/base/remark.h"

#include <gtest/gtest.h>

#include <thread>

namespace lommer::core {
namespace {

Remark counted(std::string code, std::int64_t count) {
    return {std::move(code), {{"count", count}}};
}

TEST(RemarkList, OrdersByCodeAndThenByArguments) {
    RemarkList list;
    list.add(counted("polygons-repaired", 12));
    list.add(counted("curves-linearised", 3));
    list.add(counted("polygons-repaired", 5));
    const std::vector<Remark> expected{counted("curves-linearised", 3),
                                       counted("polygons-repaired", 5),
                                       counted("polygons-repaired", 12)};
    EXPECT_EQ(list.take(), expected);
}

TEST(RemarkList, KeepsEqualRemarksOnce) {
    RemarkList list;
    list.add(counted("holes", 2));
    list.add(counted("holes", 2));
    list.add({"holes", {{"count", 2.0}}});  // another kind of number is another remark
    EXPECT_EQ(list.take().size(), 2u);
}

TEST(RemarkList, IsEmptyAfterItsRemarksWereTaken) {
    RemarkList list;
    list.add(counted("holes", 1));
    EXPECT_EQ(list.take().size(), 1u);
    EXPECT_TRUE(list.take().empty());
}

TEST(RemarkList, GivesTheSameWhicheverThreadCameFirst) {
    constexpr int kThreads = 4;
    constexpr int kEach = 250;
    RemarkList list;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&list, thread] {
                for (int number = 0; number < kEach; ++number) {
                    list.add(counted("holes", number * kThreads + thread));
                }
            });
        }
    }
    const std::vector<Remark> remarks = list.take();
    ASSERT_EQ(remarks.size(), static_cast<std::size_t>(kThreads * kEach));
    for (std::size_t index = 0; index < remarks.size(); ++index) {
        EXPECT_EQ(remarks[index], counted("holes", static_cast<std::int64_t>(index)));
    }
}

}  // namespace
}  // namespace lommer::core
