#pragma once

#include <filesystem>

namespace lommer::app {

/// Where both programs keep which columns people assigned. Empty where the system names no place
/// for settings.
std::filesystem::path mappingFolder();

/// Where a municipality keeps questions of its own for the start page. Empty as above.
std::filesystem::path questionFolder();

}  // namespace lommer::app
