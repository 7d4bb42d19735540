#pragma once

#include "tests/cli/program.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/gis/vector_io/layers_on_disk.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lommer::test {

/// A test with a folder `in` for data, `out` for the result and a cache of its own.
class Scene : public testing::Test {
protected:
    Scene();

    std::filesystem::path in(const std::string& name) const { return folder_.path() / "in" / name; }
    std::filesystem::path out() const { return folder_.path() / "out"; }
    std::filesystem::path cache() const { return folder_.path() / "cache"; }
    const std::filesystem::path& root() const { return folder_.path(); }

    /// 200 x 200 cells of 1 m with heights up to 10 m, from RD (200000, 450000).
    std::filesystem::path writeHeights(const std::string& name, RasterSpecification change = {});
    /// Two polygons: 100 x 100 m in the south-west of the heights and 50 x 50 m beside it.
    std::filesystem::path writeAreas(const std::string& name, LayerSpecification change = {});

    Ending run(const std::vector<std::string>& arguments) const {
        return runProgram(arguments, cache());
    }
    /// `run zonal-statistics` with these files into `out()`.
    std::vector<std::string> statistics(const std::filesystem::path& areas,
                                        const std::filesystem::path& heights) const;

    /// The run ends with this exit code and one line on stderr that starts with `code`; no output
    /// is left, and the inputs are as they were.
    void expectFailure(const std::vector<std::string>& arguments, int exitCode,
                       const std::string& code) const;
    /// The run is done; its record holds a remark with this code ("" = no matter).
    void expectDone(const std::vector<std::string>& arguments, const std::string& remark) const;
    /// Nothing but perhaps the empty folder.
    void expectNothingLeft() const;

    std::string record() const;
    /// Output id to content hash, from run.json.
    std::map<std::string, std::string> contentHashes(const std::filesystem::path& result) const;

private:
    TemporaryFolder folder_;
};

std::string textOf(const std::filesystem::path& file);

}  // namespace lommer::test
