#include "core/engine/memory_budget.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <utility>

namespace lommer::core {
namespace {

TEST(MemoryBudget, GivesBytesBackWhenTheReservationEnds) {
    MemoryBudget budget(100);
    {
        const auto first = budget.reserve(60);
        EXPECT_EQ(first.bytes(), 60);
        EXPECT_EQ(budget.available(), 40);
    }
    EXPECT_EQ(budget.available(), 100);
}

TEST(MemoryBudget, CanBeUsedToTheLastByteAndNoFurther) {
    MemoryBudget budget(100);
    const auto first = budget.reserve(99);
    MemoryBudget::Reservation second;
    EXPECT_FALSE(budget.tryReserve(2, second));
    EXPECT_EQ(budget.available(), 1) << "a refused reservation takes nothing";
    EXPECT_TRUE(budget.tryReserve(1, second));
    EXPECT_EQ(budget.available(), 0);
}

TEST(MemoryBudget, SaysWhatWasNeededAndWhatIsAllowed) {
    MemoryBudget budget(100);
    try {
        const auto reservation = budget.reserve(101);
        FAIL() << "more than there is";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::memoryTooSmall);
        EXPECT_STREQ(error.what(), "memory-too-small: needed=101, allowed=100");
    }
    EXPECT_EQ(budget.available(), 100);
}

TEST(MemoryBudget, CountsAMovedReservationOnce) {
    MemoryBudget budget(100);
    {
        auto first = budget.reserve(30);
        MemoryBudget::Reservation second(std::move(first));
        EXPECT_EQ(budget.available(), 70);
        MemoryBudget::Reservation third = budget.reserve(10);
        third = std::move(second);
        EXPECT_EQ(third.bytes(), 30);
    }
    EXPECT_EQ(budget.available(), 100);
}

TEST(MemoryBudget, GivesTheOldBytesBackWhenAReservationIsReplaced) {
    MemoryBudget budget(100);
    MemoryBudget::Reservation kept = budget.reserve(30);
    kept = budget.reserve(50);
    EXPECT_EQ(budget.available(), 50);
    ASSERT_TRUE(budget.tryReserve(40, kept));
    EXPECT_EQ(budget.available(), 60);
}

}  // namespace
}  // namespace lommer::core
