#include "gis/platform/result_folder.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/file_lock.h"
#include "gis/platform/scratch_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPartialPrefix = ".partial-";
constexpr const char* kLockSuffix = ".lock";
constexpr const char* kRecordName = "run.json";
constexpr const char* kScratchPrefix = "scratch-";
// Lists the files of a result that is whole and only has to be moved. Where it is found after a
// kill, the move is finished; without it, what was made is thrown away.
constexpr const char* kMovesName = ".moves";

bool isPartialName(const std::string& name) {
    return name.rfind(kPartialPrefix, 0) == 0;
}

bool isLockName(const std::string& name) {
    const std::string suffix = kLockSuffix;
    return isPartialName(name) && name.size() > suffix.size() &&
           name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0;
}

void removeIfThere(const fs::path& path) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) {
        throwFileError(error, path);
    }
}

void moveFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        throwFileError(error, to);
    }
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (auto end = text.find('\n'); end != std::string::npos;
         start = end + 1, end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
    }
    return lines;
}

/// The files of the result in `target`, as its run.json names them; only plain names count.
std::vector<std::string> filesOfResult(const fs::path& target) {
    std::vector<std::string> files;
    const auto json = nlohmann::json::parse(readTextFile(target / kRecordName), nullptr, false);
    if (!json.is_object() || !json.contains("outputs") || !json["outputs"].is_array()) {
        return files;
    }
    for (const auto& output : json["outputs"]) {
        const std::string name = output.is_object() ? output.value("file", "") : "";
        if (!name.empty() && pathFromUtf8(name).filename() == pathFromUtf8(name) && name != "..") {
            files.push_back(name);
        }
    }
    return files;
}

/// Moves what the list names, in its order (run.json is last), then removes the partial folder.
/// Files that are no longer there have been moved before a kill.
void finishMoves(const fs::path& partial, const fs::path& target) {
    for (const std::string& name : linesOf(readTextFile(partial / kMovesName))) {
        if (fs::exists(partial / pathFromUtf8(name))) {
            moveFile(partial / pathFromUtf8(name), target / pathFromUtf8(name));
        }
    }
    removeIfThere(partial);
}

void removeOne(const fs::path& partial, const fs::path& target) {
    std::error_code error;
    if (fs::exists(partial / kMovesName, error)) {
        finishMoves(partial, target);
    } else {
        removeIfThere(partial);
    }
}

std::string randomName() {
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::random_device random;
    std::uniform_int_distribution<std::size_t> pick(0, digits.size() - 1);
    std::string name = kPartialPrefix;
    for (int count = 0; count < 12; ++count) {
        name += digits[pick(random)];
    }
    return name;
}

class DiskResultFolder : public ResultFolder {
public:
    DiskResultFolder(fs::path target, bool madeTarget)
        : target_(std::move(target)), madeTarget_(madeTarget) {
        const std::string name = randomName();
        partial_ = target_ / name;
        lockPath_ = target_ / (name + kLockSuffix);
        // The lock comes first: a partial folder without a held lock is abandoned.
        lock_ = FileLock::tryAcquire(lockPath_);
        std::error_code error;
        if (!fs::create_directory(partial_, error)) {
            throwFileError(error ? error : std::make_error_code(std::errc::permission_denied),
                           partial_);
        }
        scratch_ = makeScratch(partial_);
    }

    ~DiskResultFolder() override {
        std::error_code ignored;  // nothing to be done about it here; the next run tries again
        fs::remove_all(partial_, ignored);
        lock_.reset();
        fs::remove(lockPath_, ignored);
        if (madeTarget_ && fs::is_empty(target_, ignored)) {
            fs::remove(target_, ignored);
        }
    }

    const fs::path& partial() const noexcept override { return partial_; }
    core::Scratch& scratch() override { return *scratch_; }

    void commit(const std::string& runJson) override {
        writeTextFile(partial_ / kRecordName, runJson);
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(partial_)) {
            const std::string name = utf8(entry.path().filename());
            if (name != kRecordName && name.rfind(kScratchPrefix, 0) != 0) {
                names.push_back(name);
            }
        }
        std::sort(names.begin(), names.end());
        std::string moves;
        for (const std::string& name : names) {
            moves += name + '\n';
        }
        moves += std::string(kRecordName) + '\n';
        // Under another name first: the list is there as a whole or not at all.
        writeTextFile(partial_ / (std::string(kMovesName) + "-new"), moves);
        moveFile(partial_ / (std::string(kMovesName) + "-new"), partial_ / kMovesName);
        removeEarlierResult();
        finishMoves(partial_, target_);
        madeTarget_ = false;
    }

private:
    void removeEarlierResult() {
        if (!fs::exists(target_ / kRecordName)) {
            return;
        }
        const auto files = filesOfResult(target_);
        removeIfThere(target_ / kRecordName);  // first: without it the rest is no result
        for (const std::string& file : files) {
            removeIfThere(target_ / pathFromUtf8(file));
        }
    }

    fs::path target_;
    fs::path partial_;
    fs::path lockPath_;
    std::unique_ptr<FileLock> lock_;
    std::unique_ptr<core::Scratch> scratch_;
    bool madeTarget_;
};

}  // namespace

int removeAbandoned(const fs::path& target) {
    std::vector<fs::path> locks;
    std::vector<fs::path> partials;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(target, error)) {
        const std::string name = utf8(entry.path().filename());
        if (isLockName(name)) {
            locks.push_back(entry.path());
        } else if (isPartialName(name)) {
            partials.push_back(entry.path());
        }
    }
    int count = 0;
    for (const fs::path& lockPath : locks) {
        fs::path partial = lockPath;
        partial.replace_extension();
        if (const auto lock = FileLock::tryAcquire(lockPath)) {
            count += fs::exists(partial) ? 1 : 0;
            removeOne(partial, target);
            removeIfThere(lockPath);
        }
        partials.erase(std::remove(partials.begin(), partials.end(), partial), partials.end());
    }
    for (const fs::path& partial : partials) {
        // The lock is made before its folder; it may have come after the listing began.
        if (!fs::exists(fs::path(partial) += kLockSuffix)) {
            removeOne(partial, target);
            ++count;
        }
    }
    return count;
}

void removeAbandonedBelow(const fs::path& results) {
    std::error_code error;
    std::vector<fs::path> folders;
    for (fs::directory_iterator entry(results, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->is_directory(error)) {
            folders.push_back(entry->path());
        }
    }
    for (const fs::path& folder : folders) {
        try {
            if (removeAbandoned(folder) > 0 && fs::is_empty(folder, error)) {
                fs::remove(folder, error);
            }
        } catch (const core::Error&) {
            continue;  // of someone else, or on a disk that is away: no reason not to compute
        }
    }
}

std::unique_ptr<ResultFolder> ResultFolder::open(const fs::path& target, bool overwrite) {
    std::error_code error;
    const bool isMade = fs::create_directories(target, error);
    if (error) {
        throwFileError(error, target);
    }
    removeAbandoned(target);
    if (!overwrite && fs::exists(target / kRecordName)) {
        throw core::Error(core::ErrorCode::outputExists, {{"folder", utf8(target.filename())}},
                          utf8(target));
    }
    return std::make_unique<DiskResultFolder>(target, isMade);
}

}  // namespace lommer::gis
