#pragma once

#include <cpl_vsi.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace lommer::gis {

/// A new file of bytes; every failing call is an Error (disk-full, folder-read-only). Removes the
/// file when it goes out of scope without `keep`. Not thread-safe.
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    const std::filesystem::path& path() const noexcept { return path_; }
    void append(std::span<const std::byte> bytes);
    /// Over bytes that are there already.
    void overwriteStart(std::span<const std::byte> bytes);
    void close();
    /// The file is whole: it stays.
    void keep() noexcept { isKept_ = true; }

private:
    std::filesystem::path path_;
    VSILFILE* file_;
    bool isKept_ = false;
};

}  // namespace lommer::gis
