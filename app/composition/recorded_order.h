#pragma once

#include "app/composition/run_service.h"

#include <filesystem>
#include <string>

namespace lommer::app {

/// A folder among the temporary ones that goes with the object.
class WorkFolder {
public:
    /// Its name begins with `name`. Not made yet.
    explicit WorkFolder(const std::string& name);
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

/// The order that a record tells of, without a place for its outputs. Files are looked for where
/// they were; those of a published record, which has only names, in `recordFolder`.
RunOrder orderOf(const core::RunRecord& record, const std::filesystem::path& recordFolder);

/// Throws Error record-invalid for a recipe, which names no files to run on.
void requireInputs(const core::RunRecord& record);

/// Throws Error file-not-as-recorded where an input or the variant is not what it was, file-missing
/// where it is gone, and Cancelled.
void requireSameInputs(const Environment& environment, const core::RunRecord& record,
                       const RunOrder& order, const core::Progress& progress);

}  // namespace lommer::app
