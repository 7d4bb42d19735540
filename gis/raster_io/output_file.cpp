#include "gis/raster_io/output_file.h"

#include "gis/platform/file_error.h"

#include <cerrno>
#include <utility>

namespace lommer::gis {
namespace {

[[noreturn]] void throwSystemError(int number, const std::filesystem::path& path) {
    throwFileError({number == 0 ? EIO : number, std::generic_category()}, path);
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
    errno = 0;
    file_ = VSIFOpenL(utf8(path_).c_str(), "wb");
    if (file_ == nullptr) {
        throwSystemError(errno, path_);
    }
}

OutputFile::~OutputFile() {
    if (file_ != nullptr) {
        VSIFCloseL(file_);
    }
    if (!isKept_) {
        VSIUnlink(utf8(path_).c_str());
    }
}

void OutputFile::append(std::span<const std::byte> bytes) {
    errno = 0;
    if (VSIFWriteL(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
        throwSystemError(errno, path_);
    }
}

void OutputFile::overwriteStart(std::span<const std::byte> bytes) {
    errno = 0;
    if (VSIFSeekL(file_, 0, SEEK_SET) != 0) {
        throwSystemError(errno, path_);
    }
    append(bytes);
}

void OutputFile::close() {
    // What the system still holds back can fail here, not only at the writes themselves.
    errno = 0;
    if (VSIFFlushL(file_) != 0) {
        throwSystemError(errno, path_);
    }
    if (VSIFCloseL(std::exchange(file_, nullptr)) != 0) {
        throwSystemError(errno, path_);
    }
}

}  // namespace lommer::gis
