#pragma once

#include <cstddef>

namespace lommer::core {

/// Memory for very many values, uninitialised. From a few megabytes on it is asked of the system
/// in large pages where it has them: the first touch of each of many small pages takes longer than
/// what is then done with them. Throws std::bad_alloc.
void* allocateLarge(std::size_t bytes);

/// Gives back what `allocateLarge` gave for as many bytes.
void freeLarge(void* place, std::size_t bytes) noexcept;

}  // namespace lommer::core
