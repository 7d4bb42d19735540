#include "app/composition/opened_inputs.h"

#include "app/composition/sample_service.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

TEST(OpenedInputs, DoNotWaitForIdentitiesOfARunThatFailed) {
    const test::TemporaryFolder folder;
    const Environment environment(Environment::Options{.cacheFolder = folder / "cache"});
    writeSample({.folder = folder / "in", .areaSquareKilometres = 0.04, .cellMetres = 1.0},
                core::Progress());
    const fs::path heights = folder / "in" / "ahn" / "R_41AZ1.tif";
    // Holes behind the cells: takes no room on the disk, and much time to hash.
    fs::resize_file(heights, std::uintmax_t{64} << 30);
    core::RemarkList remarks;
    const auto& analysis = environment.catalogue().get("zonal-statistics").declaration();
    const auto start = std::chrono::steady_clock::now();
    {
        const OpenedInputs inputs(environment, analysis, {{"values", {{heights}}}}, remarks, {});
        EXPECT_EQ(inputs.bound().size(), 1U);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace lommer::app
