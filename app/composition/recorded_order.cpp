#include "app/composition/recorded_order.h"

#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/registers/column_mapping.h"

#include <algorithm>
#include <random>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;

void requireSame(const fs::path& file, const std::string& now, const std::string& recorded) {
    if (now != recorded) {
        throw Error(ErrorCode::fileNotAsRecorded, {{"file", gis::utf8(file.filename())}},
                    "identity now " + now);
    }
}

}  // namespace

WorkFolder::WorkFolder(const std::string& name) {
    std::random_device random;
    path_ = fs::temp_directory_path() / (name + std::to_string(random()));
}

WorkFolder::~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

RunOrder orderOf(const core::RunRecord& record, const fs::path& recordFolder) {
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

void requireInputs(const core::RunRecord& record) {
    const bool hasFiles = std::all_of(record.inputs.begin(), record.inputs.end(),
                                      [](const core::RecordedInput& input) {
                                          return !input.paths.empty() || !input.members.empty();
                                      });
    if (!hasFiles) {
        throw Error(ErrorCode::recordInvalid, {{"reason", std::string("no-files")}});
    }
}

}  // namespace lommer::app
