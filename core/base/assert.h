#pragma once

namespace lommer::core {

/// Reports a bug on stderr and ends the program. Never returns.
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line) noexcept;

}  // namespace lommer::core

/// States what only a bug can break. On in release too: a wrong map is worse than a stopped
/// program.
#define LOMMER_ASSERT(condition)        \
    ((condition) ? static_cast<void>(0) \
                 : ::lommer::core::assertionFailed(#condition, __FILE__, __LINE__))
