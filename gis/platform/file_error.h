#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace lommer::gis {

/// Turns a failure of the file system into an Error: disk-full, folder-read-only, file-missing, and
/// file-unreadable for the rest. Files and folders are named without their path; the whole path is
/// a detail, and what the system said.
[[noreturn]] void throwFileError(const std::error_code& error, const std::filesystem::path& path);

/// The same for what is only read: without the right to, that is file-unreadable.
[[noreturn]] void throwReadError(const std::error_code& error, const std::filesystem::path& path);

/// All bytes of a (small) file. Throws Error file-missing, file-unreadable.
std::string readTextFile(const std::filesystem::path& path);

/// Writes the whole text or throws Error disk-full, folder-read-only; half a file may remain.
void writeTextFile(const std::filesystem::path& path, const std::string& text);

/// Writes a file that is whole afterwards or as it was. Throws Error disk-full, folder-read-only;
/// file-missing where its folder is not there.
void writeWholeFile(const std::filesystem::path& path, const std::string& bytes);

/// UTF-8 of a path, whatever the system's own encoding.
std::string utf8(const std::filesystem::path& path);
/// The path that UTF-8 text names.
std::filesystem::path pathFromUtf8(const std::string& text);
/// The ending of a file's name with its dot, in lower case: ".tif".
std::string lowerEnding(const std::filesystem::path& path);

}  // namespace lommer::gis
