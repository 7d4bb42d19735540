#pragma once

#include <cpl_vsi.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace lommer::gis {

/// How the characters of a text file are stored.
enum class TextEncoding { bytes, utf16LittleEndian, utf16BigEndian };

/// Streams a text file. What is stored as UTF-16 comes out as UTF-8; anything else comes out as it
/// is, without a byte order mark: whether it is UTF-8 is found out cell by cell.
class CsvBytes {
public:
    /// Throws Error file-missing, file-unreadable (a folder, no permission, not text).
    explicit CsvBytes(const std::filesystem::path& path);

    /// Adds about `count` bytes to `text`; false where the file has ended and nothing came.
    /// Throws Error file-incomplete where less can be read than the file is long.
    bool appendTo(std::string& text, std::size_t count);
    /// True where a byte order mark says that the file is in Unicode.
    bool isMarkedUnicode() const noexcept { return isMarked_; }

private:
    struct Closer {
        void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
    };

    std::size_t read(char* bytes, std::size_t count);
    void appendUtf16(const std::string& raw, std::string& text);

    std::filesystem::path path_;
    std::unique_ptr<VSILFILE, Closer> file_;
    std::uint64_t left_ = 0;  // bytes of the file that have not been read yet
    TextEncoding encoding_ = TextEncoding::bytes;
    bool isMarked_ = false;
    std::string rest_;                 // an odd byte of the read before
    std::uint32_t highSurrogate_ = 0;  // 0 = none is waiting for its other half
};

}  // namespace lommer::gis
