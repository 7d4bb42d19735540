#include "core/base/large_memory.h"

#include "core/base/page_advice.h"

#include <atomic>
#include <new>

namespace lommer::core {
namespace {

// Of x86-64 and of most others; where it differs the advice is of no use and does no harm.
constexpr std::size_t kLargePage = std::size_t{2} << 20U;
// From here on one request takes less time than a fault for each page.
constexpr std::size_t kManyPages = std::size_t{64} << 10U;

// Set once when the program starts: what an allocator calls cannot be passed to it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<PageAdvice> pageAdvice{nullptr};

void advise(void* place, std::size_t bytes, PageWish wish) {
    if (const PageAdvice tell = pageAdvice.load(std::memory_order_relaxed)) {
        tell(place, bytes, wish);
    }
}

}  // namespace

void setPageAdvice(PageAdvice advice) noexcept {
    pageAdvice = advice;
}

void* allocateLarge(std::size_t bytes) {
    if (bytes < kLargePage) {
        void* place = ::operator new(bytes);
        if (bytes >= kManyPages) {
            advise(place, bytes, PageWish::allAtOnce);
        }
        return place;
    }
    void* place = ::operator new (bytes, std::align_val_t{kLargePage});
    advise(place, bytes, PageWish::large);
    return place;
}

void freeLarge(void* place, std::size_t bytes) noexcept {
    if (bytes < kLargePage) {
        ::operator delete(place);
    } else {
        ::operator delete (place, std::align_val_t{kLargePage});
    }
}

}  // namespace lommer::core
