#pragma once

#include <filesystem>
#include <memory>

namespace lommer::gis {

/// A file that this process holds. The system lets go of it when the process ends, however it ends;
/// that is how another process knows that a run is gone.
class FileLock {
public:
    /// Makes the file where it is not there. Nothing where another process holds it, or where the
    /// file system cannot lock (then the owner counts as alive).
    static std::unique_ptr<FileLock> tryAcquire(const std::filesystem::path& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    struct Handle;
    explicit FileLock(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> handle_;
};

}  // namespace lommer::gis
