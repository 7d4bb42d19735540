#pragma once

#include <filesystem>

namespace lommer::gis {

/// Returns when the bytes of a closed file are on the disk itself, not only with the system.
/// Throws Error disk-full, folder-read-only where the disk refuses them.
void syncFile(const std::filesystem::path& path);

}  // namespace lommer::gis
