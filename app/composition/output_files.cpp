#include "app/composition/output_files.h"

#include "core/base/assert.h"
#include "core/disclosure/released.h"
#include "gis/platform/file_error.h"
#include "gis/vector_io/table_files.h"

#include <array>

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
          const InputPrivacy& privacy, std::stop_token stop)
        : folder_(std::move(folder)),
          id_(std::move(id)),
          profile_(profile),
          inputs_(privacy),
          stop_(std::move(stop)) {}

    void append(const core::Table& batch) override {
        const auto released = core::PrivacyCheck(profile_).release(inputs_.withCells(batch), id_);
        if (sink_ == nullptr) {
            sink_ = gis::FileTableSink::create(
                folder_ / (id_ + (batch.hasGeometry() ? ".gpkg" : ".csv")), id_, stop_);
        }
        for (const core::ColumnPointer& column : released.value().columns()) {
            if (column->info().privacy > core::PrivacyClass::open) {
                privacy_[column->info().name] = column->info().privacy;
            }
            if (column->info().unit != core::Unit::none) {
                units_[column->info().name] = column->info().unit;
            }
        }
        sink_->append(released);
    }

    core::RecordedOutput finish() {
        LOMMER_ASSERT(sink_ != nullptr);  // an analysis writes every output it opens
        core::RecordedOutput output = recorded(id_, sink_->finish());
        output.privacy = privacy_;
        output.units = units_;
        return output;
    }

private:
    std::filesystem::path folder_;
    std::string id_;
    core::ReleaseProfile profile_;
    const InputPrivacy& inputs_;
    std::stop_token stop_;
    std::unique_ptr<gis::FileTableSink> sink_;
    std::map<std::string, core::PrivacyClass> privacy_;
    std::map<std::string, core::Unit> units_;
};

OutputFiles::OutputFiles(std::filesystem::path folder, core::ReleaseProfile profile,
                         const InputPrivacy& privacy, std::stop_token stop)
    : folder_(std::move(folder)), profile_(profile), privacy_(privacy), stop_(std::move(stop)) {}

OutputFiles::~OutputFiles() = default;

core::RasterSink& OutputFiles::raster(const core::OutputDeclaration& output,
                                      const core::Grid& grid) {
    auto& raster = rasters_[output.id];
    LOMMER_ASSERT(raster.sink == nullptr);  // each output is opened once
    raster.declaration = output;
    raster.sink = gis::GeoTiffSink::create(folder_ / (output.id + ".tif"), grid,
                                           {.storage = output.storage,
                                            .resolutionExponent = output.resolutionExponent,
                                            .description = output.id,
                                            .stop = stop_});
    return *raster.sink;
}

core::TableSink& OutputFiles::table(const core::OutputDeclaration& output) {
    auto& table = tables_[output.id];
    LOMMER_ASSERT(table.sink == nullptr);
    table.declaration = output;
    table.sink = std::make_unique<Table>(folder_, output.id, profile_, privacy_, stop_);
    return *table.sink;
}

core::RecordedOutput OutputFiles::checked(core::RecordedOutput output,
                                          const core::OutputDeclaration& declaration) const {
    output.placePrivacy = privacy_.placesOf(declaration, stop_);
    const std::array shown{core::ShownLayer{output.id, {}, output.placePrivacy}};
    return core::PrivacyCheck(profile_).release(std::move(output), shown).value();
}

std::vector<core::RecordedOutput> OutputFiles::finish(
    const std::vector<core::OutputDeclaration>& declared) {
    std::vector<core::RecordedOutput> outputs;
    for (const core::OutputDeclaration& output : declared) {
        if (const auto raster = rasters_.find(output.id); raster != rasters_.end()) {
            outputs.push_back(checked(recorded(output.id, raster->second.sink->finish()),
                                      raster->second.declaration));
        }
        if (const auto table = tables_.find(output.id); table != tables_.end()) {
            outputs.push_back(checked(table->second.sink->finish(), table->second.declaration));
        }
    }
    return outputs;
}

}  // namespace lommer::app
