#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace lommer::core {

void assertionFailed(const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "program-fault: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace lommer::core
