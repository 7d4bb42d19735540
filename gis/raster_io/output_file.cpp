#include "gis/raster_io/output_file.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/gdal_error.h"
#include "gis/platform/identity.h"

#include <cpl_error.h>

#include <cerrno>
#include <utility>
#include <vector>

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
        const int number = errno;
        VSIUnlink(utf8(path_).c_str());
        throwSystemError(number, path_);
    }
}

std::string sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop) {
    constexpr std::size_t kPieceBytes = 1 << 20;
    CPLErrorReset();
    VSILFILE* file = VSIFOpenL(utf8(path).c_str(), "rb");
    if (file == nullptr) {
        throw gdalReadError(core::ErrorCode::fileUnreadable, path);
    }
    Sha256 sha;
    std::vector<std::byte> piece(kPieceBytes);
    std::size_t count = 0;
    do {
        count = VSIFReadL(piece.data(), 1, piece.size(), file);
        sha.add(piece.data(), count);
    } while (count == piece.size() && !stop.stop_requested());
    VSIFCloseL(file);
    if (stop.stop_requested()) {
        throw core::Cancelled{};
    }
    return sha.finish();
}

}  // namespace lommer::gis
