#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

namespace lommer::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// Sanitizers slow a program down by about ten times.
constexpr double kStopLimitSeconds = 2.0;
#else
/// Within so many seconds a stop has to be heard (design 3.5).
constexpr double kStopLimitSeconds = 0.2;
#endif

/// How many seconds `work` takes to throw Cancelled once it is asked to stop, `wait` after it
/// began: the least of three, since another program may take the processor. Work that ends
/// otherwise is a failure of the test.
double leastSecondsToStop(std::chrono::milliseconds wait,
                          const std::function<void(const std::stop_token&)>& work);

}  // namespace lommer::test
