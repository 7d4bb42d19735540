#pragma once

#include "gis/platform/identity.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace lommer::gis {

/// What files hashed to, by path, size and time, in a JSON file. Only saves time: what cannot be
/// read counts as empty, what cannot be written is not kept.
class IdentityCache {
public:
    /// An empty path keeps nothing.
    explicit IdentityCache(std::filesystem::path file);
    /// The hash, or empty where the file is not known as it is now.
    std::string find(const std::filesystem::path& path, const FileStamp& stamp) const;
    void put(const std::filesystem::path& path, const FileStamp& stamp, const std::string& sha256);
    /// Writes what was put, whole or not at all; what other programs added meanwhile is kept.
    void save();

private:
    std::filesystem::path file_;
    nlohmann::json known_;
    nlohmann::json added_;
};

}  // namespace lommer::gis
