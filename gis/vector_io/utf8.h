#pragma once

#include <string>
#include <string_view>

namespace lommer::gis {

/// True where `text` is well-formed UTF-8.
bool isUtf8(std::string_view text) noexcept;

/// Windows-1252 as UTF-8; the five bytes without a meaning there become U+FFFD.
std::string fromWindows1252(std::string_view text);

/// `text` where it is UTF-8, else read as Windows-1252, the usual other encoding of Dutch files.
std::string validUtf8(std::string_view text);

}  // namespace lommer::gis
