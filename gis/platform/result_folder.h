#pragma once

#include "core/engine/ports.h"

#include <filesystem>
#include <memory>
#include <string>

namespace lommer::gis {

/// A result that becomes visible as a whole or not at all (design 3.4).
///
///   target/.partial-<id>/   everything while the run goes on; locked by this process
///   target/<files>          moved there by `commit`, run.json last
///
/// Opening one first removes `.partial-*` folders in `target` whose process is gone. When the
/// object goes out of scope without `commit`, its partial folder is removed, and `target` too
/// where this object made it and it is empty.
class ResultFolder {
public:
    /// Throws Error folder-read-only, disk-full; output-exists where target holds a run.json and
    /// `overwrite` is false.
    static std::unique_ptr<ResultFolder> open(const std::filesystem::path& target, bool overwrite);
    virtual ~ResultFolder() = default;

    /// Where files of the run are written.
    virtual const std::filesystem::path& partial() const noexcept = 0;
    /// Scratch files in the partial folder; they never move to the target.
    virtual core::Scratch& scratch() = 0;
    /// Writes run.json and moves all files of the partial folder, run.json last. With `overwrite`
    /// the files of the earlier result (as its run.json names them) go first, its run.json first of
    /// all. Throws Error disk-full, folder-read-only.
    virtual void commit(const std::string& runJson) = 0;
};

/// Removes what killed runs left behind in `target`; how many folders that were.
int removeAbandoned(const std::filesystem::path& target);

/// The same in each folder of `results`, the place where runs put theirs. A folder that holds
/// nothing after that goes too. What cannot be removed stays for the next time.
void removeAbandonedBelow(const std::filesystem::path& results);

}  // namespace lommer::gis
