#include "app/composition/verify_service.h"

#include "app/composition/run_service.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/raster_io/raster_files.h"
#include "gis/registers/column_mapping.h"
#include "gis/vector_io/table_files.h"

#include <algorithm>
#include <random>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;

/// A folder for the second run that goes with the object.
class WorkFolder {
public:
    WorkFolder() {
        std::random_device random;
        path_ = fs::temp_directory_path() / ("lommer-verify-" + std::to_string(random()));
    }
    ~WorkFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const fs::path& path() const noexcept { return path_; }

private:
    fs::path path_;
};

RunOrder orderFrom(const core::RunRecord& record, const fs::path& recordFolder) {
    RunOrder order;
    order.analysis = record.analysis;
    order.parameters = record.parameters;
    order.definition = record.definition;
    order.region = record.region;
    // What was withheld is withheld again.
    order.profile = core::releaseProfileFromText(record.profile).value_or(order.profile);
    for (const core::RecordedInput& input : record.inputs) {
        InputOrder one{input.role, {{}, input.layer, input.subject, input.repairs}};
        if (input.assigned) {
            one.location.mapping = std::make_shared<const gis::ColumnMapping>(
                gis::ColumnMapping{input.subject, {}, {}, *input.assigned});
        }
        for (const std::string& path : input.paths) {
            one.location.files.push_back(gis::pathFromUtf8(path));
        }
        if (one.location.files.empty()) {  // a published record: only names, looked for beside it
            for (const core::RecordedFile& member : input.members) {
                one.location.files.push_back(recordFolder / gis::pathFromUtf8(member.name));
            }
        }
        order.inputs.push_back(std::move(one));
    }
    if (!record.scenarioFile.empty()) {
        order.scenario = record.scenarioPath.empty()
                             ? recordFolder / gis::pathFromUtf8(record.scenarioFile)
                             : gis::pathFromUtf8(record.scenarioPath);
    }
    return order;
}

void requireSame(const fs::path& file, const std::string& now, const std::string& recorded) {
    if (now != recorded) {
        throw Error(ErrorCode::fileNotAsRecorded, {{"file", gis::utf8(file.filename())}},
                    "identity now " + now);
    }
}

void requireSameInputs(const Environment& environment, const core::RunRecord& record,
                       const RunOrder& order, const core::Progress& progress) {
    for (std::size_t index = 0; index < record.inputs.size(); ++index) {
        const auto identity = gis::identityOf(order.inputs[index].location.files,
                                              environment.identityCache(), progress.stopToken());
        requireSame(order.inputs[index].location.files.front(), identity.sha256,
                    record.inputs[index].identity);
    }
    if (!order.scenario.empty()) {
        requireSame(order.scenario, gis::sha256OfFile(order.scenario, progress.stopToken()),
                    record.scenarioHash);
    }
}

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

/// A recipe says how to compute but not on what, and has nothing to compare with.
void requireRun(const core::RunRecord& record) {
    const bool hasFiles = std::all_of(record.inputs.begin(), record.inputs.end(),
                                      [](const core::RecordedInput& input) {
                                          return !input.paths.empty() || !input.members.empty();
                                      });
    if (record.outputs.empty() || !hasFiles) {
        throw Error(ErrorCode::recordInvalid,
                    {{"reason", std::string(record.outputs.empty() ? "no-results" : "no-files")}});
    }
}

}  // namespace

std::vector<VerifiedOutput> verify(const Environment& environment, const fs::path& recordPath,
                                   const core::Progress& progress) {
    const core::RunRecord before = core::recordFromText(gis::readTextFile(recordPath));
    requireRun(before);
    const fs::path folder = fs::absolute(recordPath).parent_path();
    std::vector<VerifiedOutput> verified;
    const WorkFolder work;
    try {
        RunOrder order = orderFrom(before, folder);
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
