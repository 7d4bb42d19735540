#include "app/composition/delivery_service.h"

#include "app/composition/result_origin.h"
#include "gis/platform/file_error.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"

#include <algorithm>

namespace lommer::app {
namespace {

using core::CheckFinding;
using core::CheckOutcome;
using core::ErrorCode;

void addNew(std::vector<core::Remark> found, std::vector<core::Remark>& remarks) {
    for (core::Remark& remark : found) {
        if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end()) {
            remarks.push_back(std::move(remark));
        }
    }
}

/// The rule that data break which cannot be opened; nothing for trouble that is not theirs.
std::optional<std::string> brokenRule(ErrorCode code) {
    switch (code) {
        case ErrorCode::fileUnreadable:
            return "file-readable";
        case ErrorCode::fileIncomplete:
        case ErrorCode::layerEmpty:
            return "file-complete";
        case ErrorCode::crsMissing:
        case ErrorCode::crsUnknown:
        case ErrorCode::transformationTooCoarse:
            return "crs-stated";
        default:
            return std::nullopt;
    }
}

core::DataCheck failedCheck(const core::Error& error) {
    const auto rule = brokenRule(error.code());
    if (!rule) {
        throw error;
    }
    core::DataCheck check;
    check.findings.push_back({*rule, {}, CheckOutcome::failed, 1});
    return check;
}

/// The sum of the counts in remarks of these codes.
std::int64_t countIn(const std::vector<core::Remark>& remarks,
                     const std::vector<std::string>& codes) {
    std::int64_t count = 0;
    for (const core::Remark& remark : remarks) {
        for (const auto& [name, value] : remark.arguments) {
            const auto* number = std::get_if<std::int64_t>(&value);
            const bool isCount = name == "count" && number != nullptr;
            const bool isAsked = std::find(codes.begin(), codes.end(), remark.code) != codes.end();
            count += isCount && isAsked ? *number : 0;
        }
    }
    return count;
}

bool hasRemark(const std::vector<core::Remark>& remarks, const std::string& code) {
    return std::any_of(remarks.begin(), remarks.end(),
                       [&code](const core::Remark& remark) { return remark.code == code; });
}

/// What reading found: it repaired geometries and said what it had to assume.
std::vector<CheckFinding> findingsOfReading(const gis::LayerDescription& description) {
    const auto finding = [](const char* rule, std::int64_t rows) {
        return CheckFinding{
            rule, {}, rows == 0 ? CheckOutcome::passed : CheckOutcome::remarks, rows};
    };
    const std::vector<core::Remark>& remarks = description.remarks;
    std::vector<CheckFinding> findings{finding("file-readable", 0), finding("file-complete", 0)};
    if (description.table.hasGeometry) {
        const bool isAssumed =
            hasRemark(remarks, "crs-of-register") || hasRemark(remarks, "crs-doubtful");
        findings.push_back(finding("crs-stated", isAssumed ? 1 : 0));
        findings.push_back(
            finding("place-valid", countIn(remarks, {"geometries-repaired", "geometries-emptied",
                                                     "geometry-unreadable"})));
    }
    if (description.format == "CSV") {
        findings.push_back(finding("row-complete", countIn(remarks, {"rows-ragged"})));
    }
    return findings;
}

gis::LayerDescription descriptionOf(const std::filesystem::path& path) {
    gis::LayerDescription description;
    description.location.files = {path};
    description.name = gis::utf8(path.filename());
    return description;
}

class Inspector {
public:
    Inspector(const CheckSettings& settings, const core::Progress& progress)
        : settings_(settings), progress_(progress.part(0.0, 1.0, "check")) {}

    Delivery run(const std::filesystem::path& path) {
        core::RemarkList remarks;
        std::vector<gis::LayerDescription> found;
        try {
            found = gis::inspect(path, remarks, settings_.mappings, progress_.stopToken());
        } catch (const core::Error& error) {
            delivery_.layers.push_back({descriptionOf(path), failedCheck(error)});
        }
        for (gis::LayerDescription& description : found) {
            delivery_.layers.push_back({std::move(description)});
        }
        for (const RecognisedLayer& layer : delivery_.layers) {
            total_ += sizeOf(layer);
        }
        // Areas first: the codes of the others are looked up in them.
        check(true);
        check(false);
        delivery_.remarks = remarks.take();
        return std::move(delivery_);
    }

private:
    static std::int64_t sizeOf(const RecognisedLayer& layer) {
        return std::max<std::int64_t>(1, layer.description.table.rowCount);
    }

    void check(bool areAreas) {
        for (RecognisedLayer& layer : delivery_.layers) {
            const bool isArea = core::isSubject(layer.description.subject, "areas");
            if (isArea != areAreas || layer.check) {
                continue;
            }
            progress_.report(static_cast<double>(done_) / static_cast<double>(total_));
            const std::int64_t size = sizeOf(layer);
            if (layer.description.kind == core::DataKind::table) {
                checkTable(layer);
            }
            done_ += size;
        }
    }

    void checkTable(RecognisedLayer& layer) {
        gis::LayerDescription& description = layer.description;
        core::RemarkList noticed;
        try {
            const auto opened =
                gis::openRegisterTable(description.location, noticed, progress_.stopToken(),
                                       recordedTable(description.location.files.front()));
            const core::Table table = opened.source->read({}, progress_.stopToken());
            description.referenceDate = opened.referenceDate(progress_.stopToken());
            if (description.location.mapping == nullptr) {
                layer.proposal = gis::proposeMapping(description, table);
            }
            description.table.rowCount = table.rowCount();
            addNew(noticed.take(), description.remarks);
            addCodes(description, table, areas_);
            layer.check = checkLayer(description, table, settings_, areas_, progress_.stopToken());
        } catch (const core::Error& error) {
            addNew(noticed.take(), description.remarks);
            layer.check = failedCheck(error);
        }
    }

    const CheckSettings& settings_;
    core::Progress progress_;
    Delivery delivery_;
    core::AreaCodes areas_;
    std::int64_t total_ = 0;
    std::int64_t done_ = 0;
};

}  // namespace

Delivery recognised(const std::filesystem::path& path, const CheckSettings& settings,
                    const core::Progress& progress) {
    return Inspector(settings, progress).run(path);
}

core::DataCheck checkLayer(const gis::LayerDescription& description, const core::Table& table,
                           const CheckSettings& settings, const core::AreaCodes& areas,
                           const std::stop_token& stop) {
    const auto years = settings.yearsUntilOld.find(description.subject);
    const core::CheckContext context{
        .areas = areas.isEmpty() ? nullptr : &areas,
        .referenceDate = description.referenceDate,
        .today = settings.today,
        .yearsUntilOld = years == settings.yearsUntilOld.end() ? 0 : years->second};
    core::DataCheck check{findingsOfReading(description)};
    core::DataCheck ofRows =
        core::checkData(core::findSubject(description.subject), table, context, stop);
    std::move(ofRows.findings.begin(), ofRows.findings.end(), std::back_inserter(check.findings));
    return check;
}

std::vector<core::DataRepair> proposedRepairs(const gis::LayerLocation& location,
                                              const std::stop_token& stop) {
    core::RemarkList ignored;  // the run reads the layer again and says it then
    const auto opened = gis::openRegisterTable(location, ignored, stop);
    return checkLayer(opened.description, opened.source->read({}, stop), {}, {}, stop).repairs();
}

void addCodes(const gis::LayerDescription& description, const core::Table& table,
              core::AreaCodes& areas) {
    const auto index = table.indexOf("code");
    if (!core::isSubject(description.subject, "areas") || !index ||
        table.column(*index).info().type != core::ColumnType::text) {
        return;
    }
    const core::Column& codes = table.column(*index);
    for (std::int64_t row = 0; row < codes.size(); ++row) {
        if (codes.isPresent(row)) {
            areas.add(codes.textAt(row));
        }
    }
}

}  // namespace lommer::app
