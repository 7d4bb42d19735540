#pragma once

#include "app/composition/environment.h"
#include "core/engine/parameter.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lommer::test {

/// The smallest sample municipality (0.04 km², cells of 1 m) in the folder `in` of a folder of its
/// own, and runs on it.
class SampleTown {
public:
    SampleTown();

    const app::Environment& environment() const { return environment_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const {
        return folder_ / name;
    }
    /// Computes into the folder `name`, and returns its run.json. `inputs` as typed on a command
    /// line, paths from `in`.
    std::filesystem::path run(const std::string& analysis, const std::string& name,
                              const std::vector<std::string>& inputs = {""},
                              const core::ParameterValues& parameters = {}) const;

private:
    TemporaryFolder folder_;
    app::Environment environment_;
};

}  // namespace lommer::test
