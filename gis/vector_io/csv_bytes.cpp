#include "gis/vector_io/csv_bytes.h"

#include "core/base/error.h"
#include "gis/vector_io/ogr_handles.h"

#include <algorithm>
#include <string_view>

namespace lommer::gis {
namespace {

constexpr std::size_t kLook = 4096;
constexpr std::uint32_t kReplacement = 0xFFFD;

void appendUtf8(std::uint32_t code, std::string& text) {
    const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

/// UTF-16 without a mark shows by the zero bytes of its Latin letters, all on one side.
TextEncoding guessed(std::string_view head) {
    std::size_t zeros[2] = {0, 0};
    for (std::size_t index = 0; index < head.size(); ++index) {
        zeros[index % 2] += head[index] == '\0' ? 1U : 0U;
    }
    const std::size_t many = head.size() / 4 + 1;
    if (zeros[1] >= many && zeros[0] == 0) {
        return TextEncoding::utf16LittleEndian;
    }
    return zeros[0] >= many && zeros[1] == 0 ? TextEncoding::utf16BigEndian : TextEncoding::bytes;
}

}  // namespace

CsvBytes::CsvBytes(const std::filesystem::path& path) : path_(path) {
    const std::string name = gdalPath(path);
    VSIStatBufL status{};
    if (VSIStatL(name.c_str(), &status) != 0) {
        throw core::Error(core::ErrorCode::fileMissing, {{"file", shownName(path)}}, name);
    }
    file_.reset(VSI_ISDIR(status.st_mode) ? nullptr : VSIFOpenL(name.c_str(), "rb"));
    if (file_ == nullptr) {
        throw core::Error(core::ErrorCode::fileUnreadable,
                          {{"file", shownName(path)}, {"reason", std::string("file-closed")}},
                          name);
    }
    std::string head(kLook, '\0');
    head.resize(VSIFReadL(head.data(), 1, head.size(), file_.get()));
    std::size_t markBytes = 0;
    if (head.starts_with("\xEF\xBB\xBF")) {
        markBytes = 3;
    } else if (head.starts_with("\xFF\xFE")) {
        encoding_ = TextEncoding::utf16LittleEndian;
        markBytes = 2;
    } else if (head.starts_with("\xFE\xFF")) {
        encoding_ = TextEncoding::utf16BigEndian;
        markBytes = 2;
    } else {
        encoding_ = guessed(head);
    }
    isMarked_ = markBytes > 0 || encoding_ != TextEncoding::bytes;
    if (encoding_ == TextEncoding::bytes && head.find('\0') != std::string::npos) {
        throw core::Error(core::ErrorCode::fileUnreadable,
                          {{"file", shownName(path)}, {"reason", std::string("not-text")}}, name);
    }
    VSIFSeekL(file_.get(), markBytes, SEEK_SET);
    left_ = static_cast<std::uint64_t>(status.st_size) - markBytes;
}

/// A disk that fails, or a zip that is damaged, looks like the end of the file.
std::size_t CsvBytes::read(char* bytes, std::size_t count) {
    const std::size_t done = VSIFReadL(bytes, 1, count, file_.get());
    left_ -= std::min<std::uint64_t>(left_, done);
    if (done < count && left_ > 0) {
        throw core::Error(core::ErrorCode::fileIncomplete, {{"file", shownName(path_)}},
                          gdalPath(path_));
    }
    return done;
}

bool CsvBytes::appendTo(std::string& text, std::size_t count) {
    if (encoding_ == TextEncoding::bytes) {
        const std::size_t before = text.size();
        text.resize(before + count);
        text.resize(before + read(text.data() + before, count));
        return text.size() > before;
    }
    std::string raw(count, '\0');
    raw.resize(read(raw.data(), count));
    if (raw.empty()) {
        const bool isCutOff = !rest_.empty() || highSurrogate_ != 0;
        if (isCutOff) {
            appendUtf8(kReplacement, text);
        }
        rest_.clear();
        highSurrogate_ = 0;
        return isCutOff;
    }
    appendUtf16(rest_ + raw, text);
    return true;
}

void CsvBytes::appendUtf16(const std::string& raw, std::string& text) {
    const bool isLittle = encoding_ == TextEncoding::utf16LittleEndian;
    const std::size_t whole = raw.size() / 2 * 2;
    for (std::size_t index = 0; index < whole; index += 2) {
        const auto first = static_cast<unsigned char>(raw[index]);
        const auto second = static_cast<unsigned char>(raw[index + 1]);
        const auto unit =
            static_cast<std::uint32_t>(isLittle ? first | second << 8 : first << 8 | second);
        const bool isLow = unit >= 0xDC00 && unit <= 0xDFFF;
        if (highSurrogate_ != 0) {
            appendUtf8(isLow ? 0x10000 + ((highSurrogate_ - 0xD800) << 10U) + (unit - 0xDC00)
                             : kReplacement,
                       text);
            highSurrogate_ = 0;
            if (isLow) {
                continue;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            highSurrogate_ = unit;
        } else {
            appendUtf8(isLow ? kReplacement : unit, text);
        }
    }
    rest_ = raw.substr(whole);
}

}  // namespace lommer::gis
