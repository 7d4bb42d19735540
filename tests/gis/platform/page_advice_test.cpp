#include "gis/platform/page_advice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <vector>

namespace lommer::gis {
namespace {

TEST(PageAdvice, LeavesMemoryAsItIs) {
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{4096}, std::size_t{100'003}}) {
        // Odd places too: whoever asks need not know what a page is.
        std::vector<unsigned char> values(bytes + 1, 0x5A);
        advisePages(values.data() + 1, bytes, core::PageWish::allAtOnce);
        EXPECT_EQ(std::count(values.begin(), values.end(), 0x5A),
                  static_cast<std::ptrdiff_t>(bytes + 1));
    }
    constexpr std::size_t kLarge = std::size_t{5} << 20U;
    auto* place = static_cast<unsigned char*>(
        ::operator new (kLarge, std::align_val_t{std::size_t{2} << 20U}));
    std::fill_n(place, kLarge, static_cast<unsigned char>(0x5A));
    advisePages(place, kLarge, core::PageWish::large);
    EXPECT_EQ(std::count(place, place + kLarge, 0x5A), static_cast<std::ptrdiff_t>(kLarge));
    ::operator delete (place, std::align_val_t{std::size_t{2} << 20U});
}

}  // namespace
}  // namespace lommer::gis
