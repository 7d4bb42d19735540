#include "core/engine/progress.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace lommer::core {
namespace {

/// What a listener was told.
struct Diary {
    std::vector<std::pair<double, std::string>> entries;

    Progress::Listener listener() {
        return [this](double fraction, const std::string& step) {
            entries.emplace_back(fraction, step);
        };
    }
};

TEST(Progress, MapsTheFractionOfAPartOntoTheWhole) {
    Diary diary;
    const Progress whole({}, diary.listener());
    // The second half of the second half, half done: 0.5 + 0.5 * (0.5 + 0.5 * 0.5) = 0.875.
    whole.part(0.5, 1.0, "outer").part(0.5, 1.0, "inner").report(0.5);
    ASSERT_EQ(diary.entries.size(), 1u);
    EXPECT_DOUBLE_EQ(diary.entries[0].first, 0.875);
    EXPECT_EQ(diary.entries[0].second, "inner");
}

TEST(Progress, NeverFallsBack) {
    Diary diary;
    const Progress whole({}, diary.listener());
    whole.part(0.5, 1.0, "second").report(0.5);
    whole.part(0.0, 0.5, "first").report(0.5);
    ASSERT_EQ(diary.entries.size(), 2u);
    EXPECT_DOUBLE_EQ(diary.entries[0].first, 0.75);
    EXPECT_DOUBLE_EQ(diary.entries[1].first, 0.75) << "a step that is behind does not pull back";
}

TEST(Progress, CountsPiecesInAnyOrder) {
    Diary diary;
    const Progress part = Progress({}, diary.listener()).part(0.0, 1.0, "tiles");
    for (int piece = 0; piece < 4; ++piece) {
        part.advance(4);
    }
    // The first of a step and the end are always told; what lies between only every 0.1 s.
    ASSERT_GE(diary.entries.size(), 2u);
    EXPECT_DOUBLE_EQ(diary.entries.front().first, 0.25);
    EXPECT_DOUBLE_EQ(diary.entries.back().first, 1.0);
}

TEST(Progress, PartsCountTheirPiecesOnTheirOwn) {
    Diary diary;
    const Progress whole({}, diary.listener());
    whole.part(0.0, 0.5, "first").advance(1);
    whole.part(0.5, 1.0, "second").advance(2);
    ASSERT_EQ(diary.entries.size(), 2u);
    EXPECT_DOUBLE_EQ(diary.entries[0].first, 0.5);
    EXPECT_DOUBLE_EQ(diary.entries[1].first, 0.75);
}

TEST(Progress, KeepsFractionsWithinTheirPart) {
    Diary diary;
    const Progress whole({}, diary.listener());
    whole.part(0.0, 0.5, "first").report(7.0);
    whole.part(0.0, 0.5, "again").report(-1.0);
    ASSERT_EQ(diary.entries.size(), 2u);
    EXPECT_DOUBLE_EQ(diary.entries[0].first, 0.5);
    EXPECT_DOUBLE_EQ(diary.entries[1].first, 0.5);
}

TEST(Progress, TellsOneStepAtMostAboutTenTimesASecond) {
    Diary diary;
    const Progress part = Progress({}, diary.listener()).part(0.0, 1.0, "rows");
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(350);
    std::int64_t reports = 0;
    while (std::chrono::steady_clock::now() < end) {
        part.report(0.5);
        ++reports;
    }
    // 0, 0.1, 0.2 and 0.3 s; one more where the clock's edge falls so.
    EXPECT_GT(reports, 5);
    EXPECT_LE(diary.entries.size(), 5u);
    EXPECT_GE(diary.entries.size(), 2u);
}

TEST(Progress, TellsOneAtATimeAndNeverFallsFromManyThreads) {
    Diary diary;  // a vector without a lock: the thread sanitizer would see two at once
    const Progress part = Progress({}, diary.listener()).part(0.0, 1.0, "tiles");
    constexpr std::int64_t kEach = 2'000;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&part] {
                for (std::int64_t piece = 0; piece < kEach; ++piece) {
                    part.advance(4 * kEach);
                }
            });
        }
    }
    ASSERT_FALSE(diary.entries.empty());
    for (std::size_t index = 1; index < diary.entries.size(); ++index) {
        EXPECT_LE(diary.entries[index - 1].first, diary.entries[index].first);
    }
}

TEST(Progress, ThrowsAtEveryCheckOnceAStopWasAskedFor) {
    std::stop_source source;
    const Progress whole(source.get_token(), {});
    const Progress part = whole.part(0.0, 0.5, "first");
    EXPECT_NO_THROW(part.checkpoint());
    source.request_stop();
    EXPECT_THROW(whole.checkpoint(), Cancelled);
    EXPECT_THROW(part.checkpoint(), Cancelled);
    EXPECT_THROW(part.report(0.5), Cancelled);
    EXPECT_THROW(part.advance(10), Cancelled);
}

TEST(Progress, OfNobodyNeverStops) {
    const Progress progress;
    EXPECT_NO_THROW(progress.part(0.0, 1.0, "first").report(0.5));
    EXPECT_NO_THROW(progress.advance(0));
}

}  // namespace
}  // namespace lommer::core
