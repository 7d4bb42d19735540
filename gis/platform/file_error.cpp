#include "gis/platform/file_error.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"

#include <cerrno>
#include <fstream>
#include <iterator>

namespace lommer::gis {
namespace {

std::error_code lastError() {
    return {errno == 0 ? EIO : errno, std::generic_category()};
}

}  // namespace

void throwFileError(const std::error_code& error, const std::filesystem::path& path) {
    using core::Error;
    using core::ErrorCode;
    const std::string details = utf8(path) + ": " + error.message();
    const std::string name = utf8(path.filename());
    if (error == std::errc::no_space_on_device || error.value() == EDQUOT) {
        throw Error(ErrorCode::diskFull, {{"folder", utf8(path.parent_path().filename())}},
                    details);
    }
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
        error == std::errc::read_only_file_system || error == std::errc::not_a_directory ||
        error == std::errc::file_exists) {
        throw Error(ErrorCode::folderReadOnly, {{"folder", utf8(path)}}, details);
    }
    if (error == std::errc::no_such_file_or_directory) {
        throw Error(ErrorCode::fileMissing, {{"file", name}}, details);
    }
    throw Error(ErrorCode::fileUnreadable, {{"file", name}, {"reason", error.message()}}, details);
}

std::string readTextFile(const std::filesystem::path& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        throwFileError(file ? std::make_error_code(std::errc::is_a_directory) : lastError(), path);
    }
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) {
        throwFileError(lastError(), path);
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
