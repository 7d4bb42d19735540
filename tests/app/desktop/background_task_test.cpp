// Work beside the window: what comes out of it, and that nothing comes out of what was stopped.

#include "app/desktop/background_task.h"

#include <gtest/gtest.h>

#include <QTest>
#include <future>

namespace lommer::app {
namespace {

constexpr int kPatience = 60000;  // milliseconds; a sanitizer is slow

class Background : public testing::Test {
protected:
    Background() {
        QObject::connect(&task_, &BackgroundTask::failed, &task_, [this] { ++failures_; });
    }
    /// Work that fails as soon as `mayFail` is ready, whether it is wanted or not.
    static BackgroundTask::Work failing(const std::shared_future<void>& mayFail) {
        return [mayFail](const core::Progress&) -> BackgroundTask::Then {
            mayFail.wait();
            throw core::Error(core::ErrorCode::fileMissing, {{"file", std::string("weg.tif")}});
        };
    }
    void waitForEnd() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !task_.isRunning(); }, kPatience));
    }

    int failures_ = 0;
    std::promise<void> mayFail_;
    BackgroundTask task_;
};

TEST_F(Background, TellsWhatWentWrong) {
    task_.start(failing(mayFail_.get_future().share()));
    mayFail_.set_value();
    waitForEnd();
    EXPECT_EQ(failures_, 1);
}

TEST_F(Background, SaysNothingOfAFailureThatNobodyWaitsFor) {
    task_.start(failing(mayFail_.get_future().share()));
    task_.stop();
    mayFail_.set_value();
    waitForEnd();
    EXPECT_EQ(failures_, 0);
}

TEST_F(Background, ReportsOnlyOfTheLastWork) {
    task_.start(failing(mayFail_.get_future().share()));
    int done = 0;
    task_.start([&done](const core::Progress&) { return [&done] { ++done; }; });
    EXPECT_TRUE(task_.isRunning());
    mayFail_.set_value();
    waitForEnd();
    EXPECT_EQ(failures_, 0);
    EXPECT_EQ(done, 1);
}

TEST_F(Background, IsReadyWhenItReports) {
    bool wasRunning = true;
    task_.start([&](const core::Progress&) { return [&] { wasRunning = task_.isRunning(); }; });
    waitForEnd();
    EXPECT_FALSE(wasRunning);
}

}  // namespace
}  // namespace lommer::app
