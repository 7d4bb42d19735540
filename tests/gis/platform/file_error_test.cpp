#include "gis/platform/file_error.h"

#include "core/base/error.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <functional>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using test::TemporaryFolder;

core::Error errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error;
    }
    return core::Error(ErrorCode::programFault);
}

std::string textOf(const core::Error& error, const std::string& name) {
    for (const auto& [key, value] : error.arguments()) {
        if (key == name) {
            return core::toText(value);
        }
    }
    return {};
}

TEST(FileError, NamesTheFolderWithoutItsPath) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "uitvoer");
    for (const std::errc error : {std::errc::permission_denied, std::errc::no_space_on_device}) {
        for (const fs::path& path :
             {folder / "uitvoer", folder / "uitvoer" / "", folder / "uitvoer" / "kaart.pdf",
              folder / "uitvoer" / "is er niet" / "kaart.pdf"}) {
            const core::Error thrown =
                errorOf([&] { throwFileError(std::make_error_code(error), path); });
            EXPECT_EQ(textOf(thrown, "folder"), "uitvoer") << path;
            EXPECT_NE(thrown.details().find(utf8(folder.path())), std::string::npos);
        }
    }
}

TEST(FileError, SaysOfWhatCannotBeReadThatItCannotBeRead) {
    const core::Error error = errorOf(
        [] { throwReadError(std::make_error_code(std::errc::permission_denied), "/map/dtm.tif"); });
    EXPECT_EQ(error.code(), ErrorCode::fileUnreadable);
    EXPECT_EQ(textOf(error, "file"), "dtm.tif");
    EXPECT_EQ(textOf(error, "reason"), "no-right-to-read");
}

TEST(FileError, KeepsTheWordsOfTheSystemForTheDetails) {
    const core::Error error =
        errorOf([] { throwFileError(std::make_error_code(std::errc::io_error), "dtm.tif"); });
    EXPECT_EQ(error.code(), ErrorCode::fileUnreadable);
    EXPECT_EQ(textOf(error, "reason"), "");
    EXPECT_NE(error.details().find("dtm.tif: "), std::string::npos);
}

TEST(WholeFile, IsWrittenOrAsItWas) {
    const TemporaryFolder folder;
    writeWholeFile(folder / "kaart.pdf", "eerst");
    writeWholeFile(folder / "kaart.pdf", "daarna");
    EXPECT_EQ(readTextFile(folder / "kaart.pdf"), "daarna");
    fs::create_directories(folder / "map.pdf" / "erin");
    EXPECT_NE(errorOf([&] { writeWholeFile(folder / "map.pdf", "x"); }).code(),
              ErrorCode::programFault);
    const core::Error error = errorOf([&] { writeWholeFile(folder / "weg" / "kaart.pdf", "x"); });
    EXPECT_EQ(error.code(), ErrorCode::fileMissing);
    EXPECT_EQ(textOf(error, "file"), "weg");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 2);
}

}  // namespace
}  // namespace lommer::gis
