#include "app/platform/memory_reuse.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lommer::app {

void keepFreedMemory() noexcept {
#ifdef __GLIBC__
    // Without these the C library maps each buffer of more than 128 KiB anew, and every page of it
    // is made on first touch: a quarter of the time of a run.
    constexpr int kLargestBuffer = 64 << 20;
    constexpr int kKept = 128 << 20;
    mallopt(M_MMAP_THRESHOLD, kLargestBuffer);
    mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

}  // namespace lommer::app
