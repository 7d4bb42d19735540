#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace lommer::core {

/// How many threads `parallelFor` uses while an object of this class lives (one at a time).
/// Larger than the number of processors is allowed: the result does not depend on it.
class ThreadLimit {
public:
    /// 0 = one per processor.
    explicit ThreadLimit(int threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The number of threads that `parallelFor` uses now.
int threadCount() noexcept;

/// Calls `work(i)` for every i in [0, count), each once, on several threads in any order; returns
/// when all have ended. Checks `stop` before each and throws Cancelled. The first exception stops
/// the rest and is thrown again here. Must not be called from inside `work` (asserted): one level
/// of parallelism only. Work items should take 0.1 ms or more.
void parallelFor(std::int64_t count, const std::stop_token& stop,
                 const std::function<void(std::int64_t)>& work);

}  // namespace lommer::core
