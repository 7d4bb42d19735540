#include "app/composition/output_files.h"

#include "core/base/assert.h"
#include "core/disclosure/released.h"
#include "gis/platform/file_error.h"
#include "gis/vector_io/table_files.h"

#include <algorithm>

namespace lommer::app {
namespace {

core::RecordedOutput recorded(const std::string& id, const gis::WrittenFile& file) {
    return {id, gis::utf8(file.path.filename()), file.contentHash, file.fileHash, file.bytes};
}

}  // namespace

/// Checks each batch against the profile, and chooses the format when the first one comes.
class OutputFiles::Table : public core::TableSink {
public:
    Table(std::filesystem::path folder, std::string id, core::ReleaseProfile profile,
          std::stop_token stop)
        : folder_(std::move(folder)),
          id_(std::move(id)),
          profile_(profile),
          stop_(std::move(stop)) {}

    void append(const core::Table& batch) override {
        const auto released = core::PrivacyCheck(profile_).release(batch, id_);
        if (sink_ == nullptr) {
            sink_ = gis::FileTableSink::create(
                folder_ / (id_ + (batch.hasGeometry() ? ".gpkg" : ".csv")), id_, stop_);
        }
        for (const core::ColumnPointer& column : released.value().columns()) {
            if (column->info().privacy > core::PrivacyClass::open) {
                privacy_[column->info().name] = column->info().privacy;
            }
        }
        sink_->append(released);
    }

    core::RecordedOutput finish() {
        LOMMER_ASSERT(sink_ != nullptr);  // an analysis writes every output it opens
        core::RecordedOutput output = recorded(id_, sink_->finish());
        output.privacy = privacy_;
        return output;
    }

private:
    std::filesystem::path folder_;
    std::string id_;
    core::ReleaseProfile profile_;
    std::stop_token stop_;
    std::unique_ptr<gis::FileTableSink> sink_;
    std::map<std::string, core::PrivacyClass> privacy_;
};

OutputFiles::OutputFiles(std::filesystem::path folder, core::ReleaseProfile profile,
                         std::stop_token stop)
    : folder_(std::move(folder)), profile_(profile), stop_(std::move(stop)) {}

OutputFiles::~OutputFiles() = default;

core::RasterSink& OutputFiles::raster(const core::OutputDeclaration& output,
                                      const core::Grid& grid) {
    auto& raster = rasters_[output.id];
    LOMMER_ASSERT(raster == nullptr);  // each output is opened once
    raster = gis::GeoTiffSink::create(folder_ / (output.id + ".tif"), grid,
                                      {.storage = output.storage,
                                       .resolutionExponent = output.resolutionExponent,
                                       .description = output.id,
                                       .stop = stop_});
    return *raster;
}

core::TableSink& OutputFiles::table(const core::OutputDeclaration& output) {
    auto& table = tables_[output.id];
    LOMMER_ASSERT(table == nullptr);
    table = std::make_unique<Table>(folder_, output.id, profile_, stop_);
    return *table;
}

std::vector<core::RecordedOutput> OutputFiles::finish() {
    std::vector<core::RecordedOutput> outputs;
    for (const auto& [id, raster] : rasters_) {
        outputs.push_back(recorded(id, raster->finish()));
    }
    for (const auto& [id, table] : tables_) {
        outputs.push_back(table->finish());
    }
    std::sort(outputs.begin(), outputs.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return outputs;
}

}  // namespace lommer::app
