#include "core/base/large_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace lommer::core {
namespace {

TEST(LargeMemory, CanBeWrittenWholeAtAnySize) {
    constexpr std::size_t kKibibyte = 1024;
    // Around the sizes from which other pages are asked for, and odd ones.
    for (const std::size_t bytes :
         {std::size_t{1}, 64 * kKibibyte - 1, 64 * kKibibyte, 100 * kKibibyte + 7,
          2048 * kKibibyte - 1, 2048 * kKibibyte, 5000 * kKibibyte + 3}) {
        auto* values = static_cast<std::uint8_t*>(allocateLarge(bytes));
        std::fill_n(values, bytes, std::uint8_t{0x5A});
        EXPECT_EQ(std::count(values, values + bytes, 0x5A), static_cast<std::ptrdiff_t>(bytes));
        freeLarge(values, bytes);
    }
}

TEST(LargeMemory, IsAlignedForVectors) {
    for (const std::size_t bytes :
         {std::size_t{64}, std::size_t{1} << 20U, std::size_t{8} << 20U}) {
        void* place = allocateLarge(bytes);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(place) % alignof(std::max_align_t), 0U);
        freeLarge(place, bytes);
    }
}

}  // namespace
}  // namespace lommer::core
