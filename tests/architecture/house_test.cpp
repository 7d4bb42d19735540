#include "tests/architecture/house_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace lommer::test {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// All C++ files and CMakeLists.txt of the rooms and their tests.
std::vector<SourceFile> houseFiles() {
    const fs::path root = LOMMER_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const auto* room : {"core", "gis", "app", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const fs::path& path = entry.path();
            if (entry.is_regular_file() &&
                (path.extension() == ".h" || path.extension() == ".cpp" ||
                 path.filename() == "CMakeLists.txt")) {
                files.push_back({path.lexically_relative(root).generic_string(), contentOf(path)});
            }
        }
    }
    return files;
}

TEST(House, HasNoBreachOfItsRules) {
    const auto files = houseFiles();
    ASSERT_GT(files.size(), 50u) << "read from " << LOMMER_SOURCE_DIR;
    const auto breaches = allBreaches(files);
    EXPECT_TRUE(breaches.empty()) << toText(breaches);
}

}  // namespace
}  // namespace lommer::test
