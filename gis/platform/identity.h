#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::gis {

/// SHA-256 of bytes fed piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void add(const void* bytes, std::size_t count);
    /// Lower-case hexadecimal; the object is used up.
    std::string finish();

private:
    struct Impl;
    Impl* impl_;
};

struct FileStamp {
    std::string name;  // without path
    std::int64_t bytes = 0;
    std::int64_t modifiedNanoseconds = 0;  // since 1970

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// What data are: SHA-256 over the sorted members of a file, a set of files or a folder. Sidecars
/// that belong to a file (.shx .dbf .prj .cpg of a .shp …) are members.
struct Identity {
    std::string sha256;
    std::vector<FileStamp> members;
};

/// Throws Error file-missing and Cancelled. Results are kept in `cacheFile` (may be empty: no
/// cache) by path, size and time, so that an unchanged 20 GB delivery is read once.
Identity identityOf(const std::vector<std::filesystem::path>& files,
                    const std::filesystem::path& cacheFile, const std::stop_token& stop);

/// SHA-256 (hex) of the bytes of one file. Throws Error file-missing, file-unreadable, Cancelled.
std::string sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop);

}  // namespace lommer::gis
