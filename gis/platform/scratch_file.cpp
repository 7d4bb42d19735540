#include "gis/platform/scratch_file.h"

#include "gis/platform/file_error.h"

#include <atomic>
#include <cerrno>
#include <string>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace lommer::gis {
namespace {

#ifdef _WIN32

class SystemFile {
public:
    explicit SystemFile(const std::filesystem::path& path)
        : handle_(CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
                              FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr)) {}
    ~SystemFile() { CloseHandle(handle_); }
    bool isOpen() const { return handle_ != INVALID_HANDLE_VALUE; }
    std::int64_t writeAt(std::int64_t offset, const std::byte* bytes, std::size_t count) const {
        DWORD done = 0;
        OVERLAPPED place = placeOf(offset);
        return WriteFile(handle_, bytes, static_cast<DWORD>(count), &done, &place) ? done : -1;
    }
    std::int64_t readAt(std::int64_t offset, std::byte* bytes, std::size_t count) const {
        DWORD done = 0;
        OVERLAPPED place = placeOf(offset);
        return ReadFile(handle_, bytes, static_cast<DWORD>(count), &done, &place) ? done : -1;
    }
    static std::error_code lastError() {
        return {static_cast<int>(GetLastError()), std::system_category()};
    }

private:
    static OVERLAPPED placeOf(std::int64_t offset) {
        OVERLAPPED place{};
        place.Offset = static_cast<DWORD>(offset);
        place.OffsetHigh = static_cast<DWORD>(offset >> 32);
        return place;
    }
    HANDLE handle_;
};

#else

class SystemFile {
public:
    explicit SystemFile(const std::filesystem::path& path)
        : file_(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
        // Without a name the space comes back when the process ends, however it ends.
        unlink(path.c_str());
    }
    ~SystemFile() {
        if (file_ >= 0) {
            close(file_);
        }
    }
    SystemFile(const SystemFile&) = delete;
    SystemFile& operator=(const SystemFile&) = delete;
    bool isOpen() const { return file_ >= 0; }
    std::int64_t writeAt(std::int64_t offset, const std::byte* bytes, std::size_t count) const {
        return pwrite(file_, bytes, count, offset);
    }
    std::int64_t readAt(std::int64_t offset, std::byte* bytes, std::size_t count) const {
        return pread(file_, bytes, count, offset);
    }
    static std::error_code lastError() { return {errno, std::generic_category()}; }

private:
    int file_;
};

#endif

class DiskScratchFile : public core::ScratchFile {
public:
    explicit DiskScratchFile(const std::filesystem::path& path) : path_(path), file_(path) {
        if (!file_.isOpen()) {
            throwFileError(SystemFile::lastError(), path_);
        }
    }

    void write(std::int64_t offset, std::span<const std::byte> bytes) override {
        while (!bytes.empty()) {
            const auto done = file_.writeAt(offset, bytes.data(), bytes.size());
            if (done <= 0) {
                throwFileError(SystemFile::lastError(), path_);
            }
            offset += done;
            bytes = bytes.subspan(static_cast<std::size_t>(done));
        }
    }

    void read(std::int64_t offset, std::span<std::byte> bytes) const override {
        while (!bytes.empty()) {
            const auto done = file_.readAt(offset, bytes.data(), bytes.size());
            if (done <= 0) {
                throwFileError(SystemFile::lastError(), path_);
            }
            offset += done;
            bytes = bytes.subspan(static_cast<std::size_t>(done));
        }
    }

private:
    std::filesystem::path path_;
    SystemFile file_;
};

class DiskScratch : public core::Scratch {
public:
    explicit DiskScratch(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::unique_ptr<core::ScratchFile> create() override {
        const std::string name = "scratch-" + std::to_string(next_++) + ".bin";
        return std::make_unique<DiskScratchFile>(folder_ / name);
    }

private:
    std::filesystem::path folder_;
    std::atomic<int> next_{0};
};

}  // namespace

std::unique_ptr<core::Scratch> makeScratch(const std::filesystem::path& folder) {
    return std::make_unique<DiskScratch>(folder);
}

}  // namespace lommer::gis
