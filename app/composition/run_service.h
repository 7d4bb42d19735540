#pragma once

#include "app/composition/environment.h"
#include "app/composition/input_binding.h"
#include "core/disclosure/profile.h"
#include "core/engine/run_record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// Everything that one run is asked to do. The same for command line and desktop.
struct RunOrder {
    std::string analysis;
    std::vector<InputOrder> inputs;
    /// What was noticed while the inputs were chosen; goes into the record.
    std::vector<core::Remark> remarks = {};
    core::ParameterValues parameters;
    /// Empty = the defaults.
    std::string definition = {};
    std::filesystem::path output;
    bool overwrite = false;
    /// Empty = the present situation.
    std::filesystem::path scenario = {};
    std::optional<core::Bounds> region = {};
    core::ReleaseProfile profile = core::ReleaseProfile::intern;
    std::int64_t tileSize = 1024;
};

/// Opens, checks, computes and writes; `order.output` then holds the files and run.json. Returns
/// the record. Throws Error and Cancelled; then no output is left behind and the inputs are as they
/// were. Blocks until done; call it from a thread that may wait.
core::RunRecord run(const Environment& environment, const RunOrder& order,
                    const core::Progress& progress);

/// The text of its run.json: a record of a profile that leaves the house names files only.
std::string recordText(const core::RunRecord& record);

}  // namespace lommer::app
