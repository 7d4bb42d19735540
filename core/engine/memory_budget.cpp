#include "core/engine/memory_budget.h"

#include "core/base/error.h"

#include <utility>

namespace lommer::core {

MemoryBudget::Reservation::Reservation(Reservation&& other) noexcept
    : budget_(std::exchange(other.budget_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}

MemoryBudget::Reservation& MemoryBudget::Reservation::operator=(Reservation&& other) noexcept {
    std::swap(budget_, other.budget_);
    std::swap(bytes_, other.bytes_);
    return *this;
}

MemoryBudget::Reservation::~Reservation() {
    if (budget_ != nullptr) {
        budget_->release(bytes_);
    }
}

MemoryBudget::Reservation MemoryBudget::reserve(std::int64_t bytes) {
    Reservation reservation;
    if (!tryReserve(bytes, reservation)) {
        throw Error(ErrorCode::memoryTooSmall, {{"needed", bytes}, {"allowed", total_}});
    }
    return reservation;
}

bool MemoryBudget::tryReserve(std::int64_t bytes, Reservation& reservation) {
    if (used_.fetch_add(bytes) + bytes > total_) {
        used_ -= bytes;
        return false;
    }
    reservation = Reservation(*this, bytes);
    return true;
}

}  // namespace lommer::core
