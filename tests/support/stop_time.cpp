#include "tests/support/stop_time.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <thread>

namespace lommer::test {

double leastSecondsToStop(std::chrono::milliseconds wait,
                          const std::function<void(const std::stop_token&)>& work) {
    using Clock = std::chrono::steady_clock;
    double least = std::numeric_limits<double>::infinity();
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::stop_source stop;
        Clock::time_point asked;
        std::jthread later([&] {
            std::this_thread::sleep_for(wait);
            asked = Clock::now();
            stop.request_stop();
        });
        EXPECT_THROW(work(stop.get_token()), core::Cancelled);
        const Clock::time_point heard = Clock::now();
        later.join();
        least = std::min(least, std::chrono::duration<double>(heard - asked).count());
    }
    return least;
}

}  // namespace lommer::test
