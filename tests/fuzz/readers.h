#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lommer::fuzz {

/// A reader and texts that it reads; damaged ones must end in a result or a core::Error.
struct Reader {
    std::string name;
    std::vector<std::string> texts;
    std::function<void(const std::string& text)> read;
};

/// All readers of texts that come from elsewhere. Files are written to `folder`. Starts of real
/// files are used where `realData` holds them.
std::vector<Reader> allReaders(const std::filesystem::path& folder,
                               const std::filesystem::path& realData);

}  // namespace lommer::fuzz
