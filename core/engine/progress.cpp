#include "core/engine/progress.h"

#include <algorithm>
#include <chrono>
#include <mutex>

namespace lommer::core {

struct Progress::Shared {
    Listener listener;
    std::mutex mutex;
    double fraction = 0.0;
    std::string step;
    std::chrono::steady_clock::time_point next;
};

Progress::Progress(std::stop_token stop, Listener listener)
    : stop_(std::move(stop)),
      shared_(std::make_shared<Shared>()),
      done_(std::make_shared<std::atomic<std::int64_t>>(0)) {
    shared_->listener = std::move(listener);
}

Progress::Progress() : Progress(std::stop_token{}, {}) {}

Progress Progress::part(double from, double to, std::string step) const {
    Progress inner = *this;
    inner.done_ = std::make_shared<std::atomic<std::int64_t>>(0);
    inner.from_ = from_ + from * (to_ - from_);
    inner.to_ = from_ + to * (to_ - from_);
    inner.step_ = std::move(step);
    return inner;
}

void Progress::report(double fraction) const {
    checkpoint();
    if (!shared_->listener) {
        return;
    }
    const std::unique_lock lock(shared_->mutex, std::try_to_lock);
    if (!lock.owns_lock()) {
        return;  // another thread is telling; this report would be old at once
    }
    const auto now = std::chrono::steady_clock::now();
    const double total = from_ + std::clamp(fraction, 0.0, 1.0) * (to_ - from_);
    const bool isNewStep = shared_->step != step_;
    if (!isNewStep && now < shared_->next && total < 1.0) {
        return;
    }
    shared_->fraction = std::max(shared_->fraction, total);
    shared_->step = step_;
    shared_->next = now + std::chrono::milliseconds(100);
    shared_->listener(shared_->fraction, shared_->step);
}

void Progress::advance(std::int64_t total) const {
    const auto done = done_->fetch_add(1, std::memory_order_relaxed) + 1;
    report(static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, total)));
}

}  // namespace lommer::core
