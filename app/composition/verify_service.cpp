#include "app/composition/verify_service.h"

#include "app/composition/recorded_order.h"
#include "app/composition/run_service.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/raster_io/raster_files.h"
#include "gis/vector_io/table_files.h"

#include <algorithm>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;

core::Comparison compareFiles(const fs::path& before, const fs::path& after, double tolerance,
                              const core::Progress& progress) {
    core::RemarkList remarks;
    if (after.extension() == ".tif") {
        return core::compareRasters(*gis::openRaster({{before}}, remarks).source,
                                    *gis::openRaster({{after}}, remarks).source, tolerance,
                                    progress);
    }
    const auto read = [&](const fs::path& path) {
        return gis::openTable({{path}}, remarks).source->read({}, progress.stopToken());
    };
    return core::compareTables(read(before), read(after), tolerance, progress);
}

VerifiedOutput compareOutput(const Environment& environment, const core::RunRecord& before,
                             const core::RecordedOutput& output, const core::RunRecord& after,
                             const fs::path& folder, const fs::path& newFolder,
                             const core::Progress& progress) {
    VerifiedOutput verified;
    verified.id = output.id;
    const auto again = std::find_if(after.outputs.begin(), after.outputs.end(),
                                    [&](const auto& one) { return one.id == output.id; });
    if (again == after.outputs.end()) {
        verified.likeness = core::Likeness::different;
        verified.reason = "no such output any more";
        return verified;
    }
    const fs::path file = folder / gis::pathFromUtf8(output.file);
    if (gis::sha256OfFile(file, progress.stopToken()) != output.fileHash) {
        verified.likeness = core::Likeness::different;
        verified.reason = "the file was changed after the run";
        return verified;
    }
    if (again->contentHash == output.contentHash) {
        verified.likeness = core::Likeness::identical;
        return verified;
    }
    const auto* declared =
        environment.catalogue().get(before.analysis).declaration().findOutput(output.id);
    const auto comparison = compareFiles(file, newFolder / gis::pathFromUtf8(again->file),
                                         declared == nullptr ? 0.0 : declared->tolerance, progress);
    verified.likeness = comparison.likeness;
    verified.largestDifference = comparison.largestDifference;
    verified.reason = comparison.reason;
    return verified;
}

}  // namespace

std::vector<VerifiedOutput> verify(const Environment& environment, const fs::path& recordPath,
                                   const core::Progress& progress) {
    const core::RunRecord before = core::recordFromText(gis::readTextFile(recordPath));
    if (before.outputs.empty()) {  // a recipe: nothing to compare with
        throw Error(ErrorCode::recordInvalid, {{"reason", std::string("no-results")}});
    }
    requireInputs(before);
    const fs::path folder = fs::absolute(recordPath).parent_path();
    std::vector<VerifiedOutput> verified;
    const WorkFolder work("lommer-verify-");
    try {
        RunOrder order = orderOf(before, folder);
        order.output = work.path();
        requireSameInputs(environment, before, order, progress);
        const core::RunRecord after = run(environment, order, progress.part(0.0, 0.9, {}));
        for (const core::RecordedOutput& output : before.outputs) {
            verified.push_back(
                compareOutput(environment, before, output, after, folder, work.path(), progress));
        }
    } catch (const Error& error) {
        verified.clear();
        for (const core::RecordedOutput& output : before.outputs) {
            verified.push_back({.id = output.id, .likeness = {}, .reason = {}, .error = error});
        }
    }
    return verified;
}

}  // namespace lommer::app
