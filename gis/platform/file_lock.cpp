#include "gis/platform/file_lock.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace lommer::gis {

#ifdef _WIN32

struct FileLock::Handle {
    HANDLE file;
};

std::unique_ptr<FileLock> FileLock::tryAcquire(const std::filesystem::path& path) {
    // No sharing at all: a second opener fails while this handle is open.
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_DELETE,
                                    nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        return nullptr;
    }
    return std::unique_ptr<FileLock>(new FileLock(std::make_unique<Handle>(Handle{file})));
}

FileLock::~FileLock() {
    CloseHandle(handle_->file);
}

#else

struct FileLock::Handle {
    int file;
};

std::unique_ptr<FileLock> FileLock::tryAcquire(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
        return nullptr;
    }
    struct stat opened {};
    struct stat named {};
    // Another process may have removed the file between opening and locking; then the lock is on
    // nothing that anyone will see.
    const bool isHeld = flock(file, LOCK_EX | LOCK_NB) == 0 && fstat(file, &opened) == 0 &&
                        stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
                        opened.st_dev == named.st_dev;
    if (!isHeld) {
        close(file);
        return nullptr;
    }
    return std::unique_ptr<FileLock>(new FileLock(std::make_unique<Handle>(Handle{file})));
}

FileLock::~FileLock() {
    close(handle_->file);
}

#endif

FileLock::FileLock(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}

}  // namespace lommer::gis
