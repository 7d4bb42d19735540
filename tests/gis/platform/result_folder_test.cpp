#include "gis/platform/result_folder.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/file_lock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(utf8(entry.path().filename()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

constexpr const char* kRecord = R"({"outputs": [{"file": "shade.tif"}]})";

TEST(ResultFolder, ShowsNothingButThePartialFolderBeforeCommit) {
    const TemporaryFolder folder;
    const auto result = ResultFolder::open(folder.path() / "out", false);
    writeTextFile(result->partial() / "shade.tif", "cells");
    for (const std::string& name : namesIn(folder.path() / "out")) {
        EXPECT_EQ(name.rfind(".partial-", 0), 0U) << name;
    }
}

TEST(ResultFolder, CommitLeavesTheFilesAndTheRecordAndNothingElse) {
    const TemporaryFolder folder;
    {
        const auto result = ResultFolder::open(folder.path() / "out", false);
        writeTextFile(result->partial() / "shade.tif", "cells");
        result->commit(kRecord);
    }
    EXPECT_EQ(namesIn(folder.path() / "out"), (std::vector<std::string>{"run.json", "shade.tif"}));
}

TEST(ResultFolder, WithoutCommitEverythingGoesAlsoTheFolderItMade) {
    const TemporaryFolder folder;
    { const auto result = ResultFolder::open(folder.path() / "out", false); }
    EXPECT_FALSE(fs::exists(folder.path() / "out"));
}

TEST(ResultFolder, KeepsAFolderThatWasThereBefore) {
    const TemporaryFolder folder;
    writeTextFile(folder.path() / "notes.txt", "mine");
    { const auto result = ResultFolder::open(folder.path(), false); }
    EXPECT_EQ(namesIn(folder.path()), std::vector<std::string>{"notes.txt"});
}

TEST(ResultFolder, RefusesAFolderWithAResultUnlessOverwriting) {
    const TemporaryFolder folder;
    writeTextFile(folder.path() / "run.json", kRecord);
    writeTextFile(folder.path() / "shade.tif", "old");
    writeTextFile(folder.path() / "notes.txt", "mine");
    EXPECT_THROW(ResultFolder::open(folder.path(), false), core::Error);
    const auto result = ResultFolder::open(folder.path(), true);
    writeTextFile(result->partial() / "other.tif", "new");
    result->commit(R"({"outputs": [{"file": "other.tif"}]})");
    EXPECT_EQ(namesIn(folder.path()).size(), 4U);  // notes, other, run.json and the lock still held
    EXPECT_FALSE(fs::exists(folder.path() / "shade.tif"));
    EXPECT_EQ(readTextFile(folder.path() / "notes.txt"), "mine");
}

TEST(ResultFolder, TheEarlierResultStaysWholeWhenTheNewRunFails) {
    const TemporaryFolder folder;
    writeTextFile(folder.path() / "run.json", kRecord);
    writeTextFile(folder.path() / "shade.tif", "old");
    {
        const auto result = ResultFolder::open(folder.path(), true);
        writeTextFile(result->partial() / "shade.tif", "half");
    }
    EXPECT_EQ(readTextFile(folder.path() / "shade.tif"), "old");
    EXPECT_EQ(readTextFile(folder.path() / "run.json"), kRecord);
}

TEST(ResultFolder, ARecordCannotNameFilesOutsideItsFolder) {
    const TemporaryFolder folder;
    writeTextFile(folder.path() / "precious.txt", "mine");
    fs::create_directory(folder.path() / "out");
    writeTextFile(folder.path() / "out" / "run.json",
                  R"({"outputs": [{"file": "../precious.txt"}, {"file": ".."}, 3]})");
    const auto result = ResultFolder::open(folder.path() / "out", true);
    result->commit(kRecord);
    EXPECT_EQ(readTextFile(folder.path() / "precious.txt"), "mine");
}

TEST(ResultFolder, AbandonedPartialFoldersGoAndLivingOnesStay) {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / ".partial-dead");
    writeTextFile(folder.path() / ".partial-dead" / "half.tif", "half");
    writeTextFile(folder.path() / ".partial-dead.lock", "");
    fs::create_directory(folder.path() / ".partial-orphan");
    const auto living = ResultFolder::open(folder.path(), false);  // removes the two, makes its own
    EXPECT_FALSE(fs::exists(folder.path() / ".partial-dead"));
    EXPECT_FALSE(fs::exists(folder.path() / ".partial-orphan"));
    EXPECT_EQ(removeAbandoned(folder.path()), 0);
    EXPECT_TRUE(fs::exists(living->partial()));
}

TEST(ResultFolder, WhatKilledRunsLeftGoesFromAllFoldersOfResults) {
    const TemporaryFolder folder;
    for (const char* run : {"001-buffer", "002-clip"}) {
        fs::create_directories(folder.path() / run / ".partial-dead");
        writeTextFile(folder.path() / run / ".partial-dead.lock", "");
    }
    writeTextFile(folder.path() / "001-buffer" / "run.json", kRecord);
    fs::create_directory(folder.path() / "leeg");  // of someone else
    removeAbandonedBelow(folder.path());
    EXPECT_EQ(namesIn(folder.path()), (std::vector<std::string>{"001-buffer", "leeg"}));
    EXPECT_EQ(namesIn(folder.path() / "001-buffer"), std::vector<std::string>{"run.json"});
    removeAbandonedBelow(folder.path() / "is er niet");
}

TEST(ResultFolder, AMoveThatWasCutShortIsFinished) {
    const TemporaryFolder folder;
    const fs::path partial = folder.path() / ".partial-killed";
    fs::create_directory(partial);
    writeTextFile(partial / ".moves", "a.tif\nb.tif\nrun.json\n");
    writeTextFile(folder.path() / "a.tif", "moved before the kill");
    writeTextFile(partial / "b.tif", "still here");
    writeTextFile(partial / "run.json", kRecord);
    EXPECT_EQ(removeAbandoned(folder.path()), 1);
    EXPECT_EQ(namesIn(folder.path()), (std::vector<std::string>{"a.tif", "b.tif", "run.json"}));
}

TEST(ResultFolder, ATargetThatIsAFileIsAnErrorThatNamesIt) {
    const TemporaryFolder folder;
    writeTextFile(folder.path() / "out", "a file");
    try {
        ResultFolder::open(folder.path() / "out", false);
        FAIL() << "no error";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::folderReadOnly);
    }
}

TEST(Scratch, WhatIsWrittenIsReadBackFarBeyondTheStart) {
    const TemporaryFolder folder;
    const auto result = ResultFolder::open(folder.path(), false);
    const auto file = result->scratch().create();
    const std::array bytes{std::byte{7}, std::byte{8}, std::byte{9}};
    file->write(5'000'000'000, bytes);  // beyond 32 bits; the file is sparse
    std::array<std::byte, 3> back{};
    file->read(5'000'000'000, back);
    EXPECT_EQ(back, bytes);
}

TEST(FileLock, IsHeldByOneAtATime) {
    const TemporaryFolder folder;
    auto first = FileLock::tryAcquire(folder.path() / "lock");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(FileLock::tryAcquire(folder.path() / "lock"), nullptr);
    first.reset();
    EXPECT_NE(FileLock::tryAcquire(folder.path() / "lock"), nullptr);
}

}  // namespace
}  // namespace lommer::gis
