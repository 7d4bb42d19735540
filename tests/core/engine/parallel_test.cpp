#include "core/engine/parallel.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace lommer::core {
namespace {

TEST(ParallelFor, CallsEachIndexOnce) {
    constexpr std::int64_t kCount = 10'007;
    for (const int threads : {1, 2, 5}) {
        const ThreadLimit limit(threads);
        std::vector<std::atomic<int>> calls(kCount);
        parallelFor(kCount, {},
                    [&](std::int64_t index) { ++calls[static_cast<std::size_t>(index)]; });
        for (const std::atomic<int>& count : calls) {
            ASSERT_EQ(count, 1) << threads << " threads";
        }
    }
}

TEST(ParallelFor, CallsNothingForAnEmptyRange) {
    int calls = 0;
    parallelFor(0, {}, [&](std::int64_t) { ++calls; });
    parallelFor(-3, {}, [&](std::int64_t) { ++calls; });
    EXPECT_EQ(calls, 0);
}

TEST(ParallelFor, UsesAsManyThreadsAsTheLimitSaysAlsoMoreThanThereAreProcessors) {
    constexpr int kThreads = 5;
    const ThreadLimit limit(kThreads);
    ASSERT_EQ(threadCount(), kThreads);
    // Nobody goes on before five items are at work at the same time, or ten seconds are over.
    std::atomic<int> atWork{0};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    parallelFor(kThreads, {}, [&](std::int64_t) {
        ++atWork;
        while (atWork < kThreads && std::chrono::steady_clock::now() < end) {
            std::this_thread::yield();
        }
    });
    EXPECT_LT(std::chrono::steady_clock::now(), end) << "fewer than five threads came";
}

TEST(ParallelFor, StaysOnOneThreadWhereTheLimitIsOne) {
    const ThreadLimit limit(1);
    std::set<std::thread::id> threads;
    parallelFor(100, {}, [&](std::int64_t) { threads.insert(std::this_thread::get_id()); });
    EXPECT_EQ(threads.size(), 1u);
}

TEST(ThreadLimit, EndsWithItsScope) {
    const int before = threadCount();
    {
        const ThreadLimit limit(before + 3);
        EXPECT_EQ(threadCount(), before + 3);
    }
    EXPECT_EQ(threadCount(), before);
}

TEST(ParallelFor, ThrowsTheExceptionOfTheWorkAndStopsTheRest) {
    constexpr std::int64_t kCount = 1'000'000;
    std::atomic<std::int64_t> calls{0};
    const auto work = [&](std::int64_t index) {
        ++calls;
        if (index == 3) {
            throw std::runtime_error("three");
        }
        std::this_thread::yield();
    };
    try {
        parallelFor(kCount, {}, work);
        FAIL() << "swallowed";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "three");
    }
    EXPECT_LT(calls, kCount);
}

TEST(ParallelFor, KeepsTheArgumentsOfAnErrorThatIsThrownOnAnotherThread) {
    const ThreadLimit limit(4);
    try {
        parallelFor(64, {}, [](std::int64_t index) {
            if (index == 63) {
                throw Error(ErrorCode::fileIncomplete, {{"file", std::string("dtm.tif")}});
            }
        });
        FAIL() << "swallowed";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "file-incomplete: file=dtm.tif");
    }
}

TEST(ParallelFor, CanBeUsedAgainAfterAnException) {
    EXPECT_THROW(parallelFor(10, {}, [](std::int64_t) { throw Cancelled{}; }), Cancelled);
    std::atomic<int> calls{0};
    parallelFor(10, {}, [&](std::int64_t) { ++calls; });
    EXPECT_EQ(calls, 10);
}

TEST(ParallelFor, DoesNothingWhereTheStopCameBefore) {
    std::stop_source source;
    source.request_stop();
    std::atomic<int> calls{0};
    EXPECT_THROW(parallelFor(10, source.get_token(), [&](std::int64_t) { ++calls; }), Cancelled);
    EXPECT_EQ(calls, 0);
}

TEST(ParallelFor, StopsBetweenItemsWhenAsked) {
    constexpr std::int64_t kCount = 1'000'000;
    std::stop_source source;
    std::atomic<std::int64_t> calls{0};
    const auto work = [&](std::int64_t) {
        if (++calls == 10) {
            source.request_stop();
        }
    };
    const ThreadLimit limit(2);
    EXPECT_THROW(parallelFor(kCount, source.get_token(), work), Cancelled);
    // Each thread may have one item under way when the stop comes.
    EXPECT_LE(calls, 12);
}

TEST(ParallelForDeathTest, IsABugInsideItself) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(parallelFor(1, {}, [](std::int64_t) { parallelFor(1, {}, [](std::int64_t) {}); }),
                 "program-fault");
}

}  // namespace
}  // namespace lommer::core
