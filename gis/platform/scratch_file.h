#pragma once

#include "core/engine/ports.h"

#include <filesystem>
#include <memory>

namespace lommer::gis {

/// Scratch files in `folder`, removed with their objects.
std::unique_ptr<core::Scratch> makeScratch(const std::filesystem::path& folder);

}  // namespace lommer::gis
