#pragma once

#include <atomic>
#include <cstdint>

namespace lommer::core {

/// Bytes that a run may hold, all threads together. Large buffers are reserved here first.
class MemoryBudget {
public:
    /// Bytes given back when it goes out of scope.
    class Reservation {
    public:
        Reservation() = default;
        Reservation(MemoryBudget& budget, std::int64_t bytes) : budget_(&budget), bytes_(bytes) {}
        Reservation(Reservation&& other) noexcept;
        Reservation& operator=(Reservation&& other) noexcept;
        ~Reservation();
        std::int64_t bytes() const noexcept { return bytes_; }

    private:
        MemoryBudget* budget_ = nullptr;
        std::int64_t bytes_ = 0;
    };

    explicit MemoryBudget(std::int64_t bytes) : total_(bytes) {}

    std::int64_t total() const noexcept { return total_; }
    std::int64_t available() const noexcept { return total_ - used_.load(); }
    /// Throws Error memory-too-small where so much is not left.
    Reservation reserve(std::int64_t bytes);
    /// True and counted where so much is left, false otherwise: the caller then spills.
    bool tryReserve(std::int64_t bytes, Reservation& reservation);

private:
    void release(std::int64_t bytes) noexcept { used_ -= bytes; }

    std::int64_t total_;
    std::atomic<std::int64_t> used_{0};
};

}  // namespace lommer::core
