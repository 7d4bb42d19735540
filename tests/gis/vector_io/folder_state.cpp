#include "tests/gis/vector_io/folder_state.h"

#include <fstream>
#include <functional>
#include <iterator>

namespace lommer::test {

std::map<std::string, std::string> stateOfFolder(const std::filesystem::path& folder) {
    std::map<std::string, std::string> state;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        state[entry.path().string()] =
            std::to_string(bytes.size()) + ' ' +
            std::to_string(entry.last_write_time().time_since_epoch().count()) + ' ' +
            std::to_string(std::hash<std::string>{}(bytes));
    }
    return state;
}

}  // namespace lommer::test
