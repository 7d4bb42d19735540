#pragma once

#include "core/base/error.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace lommer::core {

/// How far a run is, and whether it must stop. Cheap to copy; copies share one state.
/// All members may be called from any thread.
class Progress {
public:
    /// Called with the fraction done (0 to 1, never falling) and the id of the step, on whatever
    /// thread reports, one call at a time, at most about ten times a second.
    using Listener = std::function<void(double fraction, const std::string& step)>;

    Progress(std::stop_token stop, Listener listener);
    /// Never stops, tells nobody.
    Progress();

    /// Throws Cancelled when the run must stop. Cheap: call it for every row of cells.
    void checkpoint() const {
        if (stop_.stop_requested()) {
            throw Cancelled{};
        }
    }
    const std::stop_token& stopToken() const noexcept { return stop_; }

    /// The stretch from `from` to `to` of this progress, under the name of a step.
    Progress part(double from, double to, std::string step) const;
    /// Sets the fraction done of this stretch, and checks for a stop.
    void report(double fraction) const;
    /// Counts one of `total` pieces of this stretch as done, in any order, from any thread.
    void advance(std::int64_t total) const;

private:
    struct Shared;

    std::stop_token stop_;
    std::shared_ptr<Shared> shared_;
    std::shared_ptr<std::atomic<std::int64_t>> done_;
    double from_ = 0.0;
    double to_ = 1.0;
    std::string step_;
};

}  // namespace lommer::core
