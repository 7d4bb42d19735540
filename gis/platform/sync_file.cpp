#include "gis/platform/sync_file.h"

#include "gis/platform/file_error.h"

#include <cerrno>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace lommer::gis {

void syncFile(const std::filesystem::path& path) {
#ifdef _WIN32
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    const bool isDone = file != INVALID_HANDLE_VALUE && FlushFileBuffers(file) != 0;
    const int number = static_cast<int>(GetLastError());
    if (file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
    }
    if (!isDone) {
        throwFileError({number, std::system_category()}, path);
    }
#else
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isDone = file >= 0 && fsync(file) == 0;
    const int number = errno;
    if (file >= 0) {
        close(file);
    }
    if (!isDone) {
        throwFileError({number, std::generic_category()}, path);
    }
#endif
}

}  // namespace lommer::gis
