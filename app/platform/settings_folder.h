#pragma once

#include <filesystem>

namespace lommer::app {

/// Where both programs keep which columns people assigned. Empty where the system names no place
/// for settings.
std::filesystem::path mappingFolder();

}  // namespace lommer::app
