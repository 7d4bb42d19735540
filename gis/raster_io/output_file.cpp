#include "gis/raster_io/output_file.h"

#include "core/base/error.h"
#include "gis/platform/gdal_error.h"
#include "gis/platform/identity.h"

#include <cpl_error.h>

#include <cerrno>
#include <utility>
#include <vector>

namespace lommer::gis {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
    CPLErrorReset();
    errno = 0;
    file_ = VSIFOpenL(path_.string().c_str(), "wb");
    if (file_ == nullptr) {
        throw writeError(path_, errno);
    }
}

OutputFile::~OutputFile() {
    if (file_ != nullptr) {
        VSIFCloseL(file_);
        VSIUnlink(path_.string().c_str());
    }
}

void OutputFile::write(std::span<const std::byte> bytes) {
    CPLErrorReset();
    errno = 0;
    if (VSIFWriteL(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
        throw writeError(path_, errno);
    }
}

void OutputFile::append(std::span<const std::byte> bytes) {
    write(bytes);
}

void OutputFile::overwriteStart(std::span<const std::byte> bytes) {
    errno = 0;
    if (VSIFSeekL(file_, 0, SEEK_SET) != 0) {
        throw writeError(path_, errno);
    }
    write(bytes);
}

void OutputFile::close() {
    // What the system still holds back can fail here, not only at the writes themselves.
    CPLErrorReset();
    errno = 0;
    if (VSIFFlushL(file_) != 0) {
        throw writeError(path_, errno);
    }
    if (VSIFCloseL(std::exchange(file_, nullptr)) != 0) {
        const auto error = writeError(path_, errno);
        VSIUnlink(path_.string().c_str());
        throw error;
    }
}

std::string sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop) {
    constexpr std::size_t kPieceBytes = 1 << 20;
    CPLErrorReset();
    VSILFILE* file = VSIFOpenL(path.string().c_str(), "rb");
    if (file == nullptr) {
        throw errorFromGdal(core::ErrorCode::fileUnreadable, {{"file", path.filename().string()}});
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
