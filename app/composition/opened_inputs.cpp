#include "app/composition/opened_inputs.h"

#include "app/composition/result_origin.h"
#include "core/base/assert.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/raster_files.h"
#include "gis/registers/column_mapping.h"
#include "gis/registers/recognition.h"
#include "gis/registers/register_tables.h"

namespace lommer::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::pair<std::uintmax_t, fs::file_time_type>> stampsOf(
    const std::vector<fs::path>& files) {
    std::vector<std::pair<std::uintmax_t, fs::file_time_type>> stamps;
    for (const fs::path& file : files) {
        std::error_code error;
        const bool isFolder = fs::is_directory(file, error);
        const auto size = isFolder ? 0 : fs::file_size(file, error);
        const auto time = fs::last_write_time(file, error);
        // What cannot be read here is no plain file (a member of an archive); reading it will tell.
        stamps.emplace_back(error ? 0 : size, error ? fs::file_time_type{} : time);
    }
    return stamps;
}

template <class Source>
void describe(core::RecordedInput& recorded, const gis::OpenedLayer<Source>& layer) {
    recorded.label = layer.description.name;
    recorded.subject = layer.description.subject;
    recorded.registerId = layer.description.registerId;
    recorded.layer = layer.description.location.layer;
    recorded.repairs = layer.description.location.repairs;
    if (layer.description.location.mapping != nullptr) {
        recorded.assigned = layer.description.location.mapping->columns;
    }
    recorded.referenceDate = layer.description.referenceDate;
    recorded.crs = layer.description.crs.epsg
                       ? "EPSG:" + std::to_string(*layer.description.crs.epsg)
                       : layer.description.crs.name;
    recorded.operation = layer.operation.name;
    recorded.accuracyMetres = layer.operation.accuracyMetres;
    recorded.grid = layer.operation.gridName;
}

/// Of an input that is itself a result.
void describe(core::RecordedInput& recorded, const RecordedOrigin& origin,
              const core::InputOrigin& known) {
    recorded.run = origin.run;
    recorded.runOutput = origin.output.id;
    recorded.runAnalysis = known.analysis;
    recorded.runParameters = known.parameters;
    recorded.runScenario = origin.record.scenarioFile;
    recorded.unit = known.unit;
    recorded.runSources = core::sourcesOf(origin.record);
}

}  // namespace

OpenedInputs::OpenedInputs(const Environment& environment,
                           const core::AnalysisDeclaration& analysis,
                           const std::vector<InputOrder>& orders, core::RemarkList& remarks,
                           const std::stop_token& stop)
    : stop_(stop), stopHashing_(stop, [this] { hashing_.request_stop(); }) {
    for (const InputOrder& order : orders) {
        open(environment, analysis, order, remarks, stop);
    }
    for (Opened& one : opened_) {
        one.identity = std::async(
            std::launch::async,
            [files = one.files, cache = environment.identityCache(),
             hashing = hashing_.get_token()] { return gis::identityOf(files, cache, hashing); });
    }
}

OpenedInputs::~OpenedInputs() {
    hashing_.request_stop();
}

void OpenedInputs::open(const Environment& environment, const core::AnalysisDeclaration& analysis,
                        const InputOrder& order, core::RemarkList& remarks,
                        const std::stop_token& stop) {
    const core::RoleDeclaration* role = analysis.findRole(order.role);
    if (role == nullptr) {
        throw core::Error(core::ErrorCode::roleUnknown,
                          {{"role", order.role}, {"analysis", analysis.id}});
    }
    Opened one;
    one.files = order.location.files;
    one.stamps = stampsOf(one.files);
    one.recorded.role = order.role;
    for (const fs::path& file : one.files) {
        one.recorded.paths.push_back(gis::utf8(fs::absolute(file).lexically_normal()));
    }
    core::BoundInput bound;
    bound.role = order.role;
    if (role->kind == core::DataKind::raster) {
        const auto layer = gis::openRaster(order.location, remarks);
        describe(one.recorded, layer);
        one.recorded.subject = gis::rasterSubject(layer.description);
        one.recorded.registerId = gis::rasterRegister(layer.description);
        bound.raster = layer.source;
        privacy_.addRaster(order.role, recordedPlaces(one.files.front()));
    } else {
        const auto layer =
            gis::openRegisterTable(order.location, remarks, stop, recordedTable(one.files.front()));
        describe(one.recorded, layer);
        bound.table = layer.source;
        privacy_.addTable(order.role, layer.source->info(), layer.privacy);
        one.referenceDate = layer.referenceDate;
    }
    bound.label = one.recorded.label;
    if (const auto origin = originOf(one.files.front())) {  // itself a result
        bound.origin = inputOriginOf(*origin, environment.catalogue());
        describe(one.recorded, *origin, *bound.origin);
    } else {
        one.recorded.licence = environment.licenceOf(one.recorded.registerId);
    }
    bound_.push_back(std::move(bound));
    opened_.push_back(std::move(one));
}

std::vector<core::RecordedInput> OpenedInputs::record() {
    std::vector<core::RecordedInput> records;
    for (Opened& one : opened_) {
        const gis::Identity identity = one.identity.get();
        if (stampsOf(one.files) != one.stamps) {
            throw core::Error(core::ErrorCode::fileChanged,
                              {{"file", gis::utf8(one.files.front().filename())}});
        }
        one.recorded.identity = identity.sha256;
        if (one.referenceDate) {  // of a table; most are read by now, and know it
            one.recorded.referenceDate = one.referenceDate(stop_);
        }
        for (const gis::FileStamp& member : identity.members) {
            one.recorded.members.push_back({member.name, member.bytes, member.modifiedNanoseconds});
        }
        records.push_back(one.recorded);
    }
    return records;
}

}  // namespace lommer::app
