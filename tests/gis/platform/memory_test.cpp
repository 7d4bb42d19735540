#include "gis/platform/session.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

TEST(PhysicalMemory, IsMoreThanAnyMachineThatRunsThisWouldLack) {
    EXPECT_GT(physicalMemoryBytes(), std::int64_t{256} * 1024 * 1024);
}

}  // namespace
}  // namespace lommer::gis
