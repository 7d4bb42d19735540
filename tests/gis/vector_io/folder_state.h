#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace lommer::test {

/// Every file in a folder: size, time of change and a hash of its bytes. Equal before and after
/// means that nothing was written.
std::map<std::string, std::string> stateOfFolder(const std::filesystem::path& folder);

}  // namespace lommer::test
