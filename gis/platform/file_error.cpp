#include "gis/platform/file_error.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"
#include "gis/platform/sync_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <random>

namespace lommer::gis {
namespace {

std::error_code lastError() {
    return {errno == 0 ? EIO : errno, std::generic_category()};
}

/// What people call the folder in which something cannot be done: the nearest that is there.
std::string folderNameOf(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::path folder = std::filesystem::absolute(path, ignored).lexically_normal();
    while (!std::filesystem::is_directory(folder, ignored) && folder.has_relative_path()) {
        folder = folder.parent_path();
    }
    if (!folder.has_filename() && folder.has_relative_path()) {  // ends in a slash
        folder = folder.parent_path();
    }
    return utf8(folder.has_filename() ? folder.filename() : folder);
}

bool isRefusal(const std::error_code& error) {
    return error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
}

}  // namespace

void throwFileError(const std::error_code& error, const std::filesystem::path& path) {
    using core::Error;
    using core::ErrorCode;
    const std::string details = utf8(path) + ": " + error.message();
    const std::string name = utf8(path.filename());
    if (error == std::errc::no_space_on_device || error.value() == EDQUOT) {
        throw Error(ErrorCode::diskFull, {{"folder", folderNameOf(path)}}, details);
    }
    if (isRefusal(error) || error == std::errc::read_only_file_system) {
        throw Error(ErrorCode::folderReadOnly, {{"folder", folderNameOf(path)}}, details);
    }
    if (error == std::errc::not_a_directory || error == std::errc::file_exists) {
        throw Error(ErrorCode::folderReadOnly, {{"folder", name}}, details);
    }
    if (error == std::errc::no_such_file_or_directory) {
        throw Error(ErrorCode::fileMissing, {{"file", name}}, details);
    }
    if (error == std::errc::is_a_directory) {
        throw Error(ErrorCode::fileUnreadable,
                    {{"file", name}, {"reason", std::string("is-folder")}}, details);
    }
    // The system's own words are in no language of ours: they stand with the details.
    throw Error(ErrorCode::fileUnreadable, {{"file", name}}, details);
}

void throwReadError(const std::error_code& error, const std::filesystem::path& path) {
    if (isRefusal(error)) {
        throw core::Error(
            core::ErrorCode::fileUnreadable,
            {{"file", utf8(path.filename())}, {"reason", std::string("no-right-to-read")}},
            utf8(path) + ": " + error.message());
    }
    throwFileError(error, path);
}

std::string readTextFile(const std::filesystem::path& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        throwReadError(file ? std::make_error_code(std::errc::is_a_directory) : lastError(), path);
    }
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) {
        throwReadError(lastError(), path);
    }
    return text;
}

void writeTextFile(const std::filesystem::path& path, const std::string& text) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) {
        throwFileError(lastError(), path);
    }
}

void writeWholeFile(const std::filesystem::path& path, const std::string& bytes) {
    std::error_code failed;
    const std::filesystem::path folder = std::filesystem::absolute(path, failed).parent_path();
    if (!std::filesystem::is_directory(folder, failed)) {
        throwFileError(std::make_error_code(std::errc::no_such_file_or_directory), folder);
    }
    const auto partial = std::filesystem::path(path) +=
        ".part-" + std::to_string(std::random_device{}());
    try {
        writeTextFile(partial, bytes);
        syncFile(partial);
        std::filesystem::rename(partial, path, failed);
        if (failed) {
            throwFileError(failed, path);
        }
    } catch (const core::Error&) {
        std::error_code ignored;
        std::filesystem::remove(partial, ignored);
        throw;
    }
}

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::filesystem::path pathFromUtf8(const std::string& text) {
    return {std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size())};
}

std::string lowerEnding(const std::filesystem::path& path) {
    return core::lowered(utf8(path.extension()));
}

}  // namespace lommer::gis
