#include "gis/platform/page_advice.h"

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#endif

namespace lommer::gis {

#ifdef __linux__

void advisePages(void* place, std::size_t bytes, core::PageWish wish) {
    // Whole pages only. What the system answers does not matter: memory stays as good as it was.
    if (wish == core::PageWish::large) {
        constexpr std::size_t kLargePage = std::size_t{2} << 20U;
        static_cast<void>(::madvise(place, bytes / kLargePage * kLargePage, MADV_HUGEPAGE));
        return;
    }
#ifdef MADV_POPULATE_WRITE
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    void* first = place;
    std::size_t room = bytes;
    if (std::align(page, page, first, room) != nullptr) {
        static_cast<void>(::madvise(first, room / page * page, MADV_POPULATE_WRITE));
    }
#endif
}

#else

void advisePages(void* /*place*/, std::size_t /*bytes*/, core::PageWish /*wish*/) {}

#endif

}  // namespace lommer::gis
