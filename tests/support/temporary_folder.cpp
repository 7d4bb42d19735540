#include "tests/support/temporary_folder.h"

#include <random>
#include <string>

namespace lommer::test {

TemporaryFolder::TemporaryFolder() {
    std::random_device random;
    do {
        path_ = std::filesystem::temp_directory_path() / std::filesystem::path(u8"lommer tëst ");
        path_ += std::to_string(random());
    } while (!std::filesystem::create_directory(path_));
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace lommer::test
