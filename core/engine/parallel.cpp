#include "core/engine/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>

#ifdef LOMMER_PARALLEL_STD
#include <mutex>
#include <vector>
#else
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

#include "core/base/assert.h"
#include "core/base/error.h"

namespace lommer::core {
namespace {

// Of this thread alone, for the assertion against nesting.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
thread_local bool isInsideParallelFor = false;

class NestingGuard {
public:
    NestingGuard() {
        LOMMER_ASSERT(!isInsideParallelFor);
        isInsideParallelFor = true;
    }
    ~NestingGuard() { isInsideParallelFor = false; }
    NestingGuard(const NestingGuard&) = delete;
    NestingGuard& operator=(const NestingGuard&) = delete;
};

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Cancelled{};
    }
}

int processorCount() noexcept {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

#ifdef LOMMER_PARALLEL_STD

namespace {
// What oneTBB's global_control is, for the pool without oneTBB.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> limit{0};
}  // namespace

struct ThreadLimit::State {
    int previous;
};

ThreadLimit::ThreadLimit(int threads)
    : state_(std::make_unique<State>(State{limit.exchange(threads)})) {}

ThreadLimit::~ThreadLimit() {
    limit = state_->previous;
}

int threadCount() noexcept {
    const int wanted = limit;
    return wanted > 0 ? wanted : processorCount();
}

void parallelFor(std::int64_t count, const std::stop_token& stop,
                 const std::function<void(std::int64_t)>& work) {
    LOMMER_ASSERT(!isInsideParallelFor);
    std::atomic<std::int64_t> next{0};
    std::atomic<bool> hasFailed{false};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto take = [&] {
        const NestingGuard guard;
        for (auto index = next++; index < count && !hasFailed; index = next++) {
            try {
                throwIfStopped(stop);
                work(index);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!hasFailed.exchange(true)) {
                    failure = std::current_exception();
                }
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        const auto wanted = std::min<std::int64_t>(threadCount(), count) - 1;
        for (std::int64_t thread = 0; thread < wanted; ++thread) {
            threads.emplace_back(take);
        }
        take();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

#else

struct ThreadLimit::State {
    explicit State(int threads)
        : control(tbb::global_control::max_allowed_parallelism,
                  static_cast<std::size_t>(threads > 0 ? threads : processorCount())) {}
    tbb::global_control control;  // made in place: a copy would not count
};

// An arena alone is capped by the number of processors; global_control is not.
ThreadLimit::ThreadLimit(int threads) : state_(std::make_unique<State>(threads)) {}

ThreadLimit::~ThreadLimit() = default;

int threadCount() noexcept {
    return static_cast<int>(
        tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

void parallelFor(std::int64_t count, const std::stop_token& stop,
                 const std::function<void(std::int64_t)>& work) {
    LOMMER_ASSERT(!isInsideParallelFor);
    if (count <= 0) {
        return;
    }
    const auto body = [&](const tbb::blocked_range<std::int64_t>& range) {
        for (auto index = range.begin(); index < range.end(); ++index) {
            throwIfStopped(stop);
            const NestingGuard guard;
            work(index);
        }
    };
    tbb::task_arena arena(threadCount());
    arena.execute([&] {
        tbb::parallel_for(tbb::blocked_range<std::int64_t>(0, count, 1), body,
                          tbb::simple_partitioner{});
    });
}

#endif

}  // namespace lommer::core
