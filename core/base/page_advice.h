#pragma once

#include <cstddef>
#include <cstdint>

namespace lommer::core {

/// What is to be known of memory that will soon be written whole.
enum class PageWish : std::uint8_t {
    large,      // it begins at a multiple of 2 MiB: pages of that size, where there are any
    allAtOnce,  // all its pages now: a fault for each takes longer
};

/// Port: tells the operating system. Only advice; the memory is as good without it. Any thread.
using PageAdvice = void (*)(void* place, std::size_t bytes, PageWish wish);

/// Null, as at first, where there is nobody to tell. Not while others allocate.
void setPageAdvice(PageAdvice advice) noexcept;

}  // namespace lommer::core
