#pragma once

#include "core/disclosure/profile.h"
#include "core/engine/analysis.h"
#include "core/engine/run_record.h"
#include "gis/raster_io/geotiff_sink.h"

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::app {

/// The outputs of a run as files in a folder: `<id>.tif`, `<id>.gpkg`, `<id>.csv` for a table
/// without places.
class OutputFiles : public core::OutputStore {
public:
    /// `stop` makes writing and finishing throw Cancelled.
    OutputFiles(std::filesystem::path folder, core::ReleaseProfile profile, std::stop_token stop);
    ~OutputFiles() override;

    core::RasterSink& raster(const core::OutputDeclaration& output,
                             const core::Grid& grid) override;
    core::TableSink& table(const core::OutputDeclaration& output) override;

    /// Closes all files. Sorted by id. Throws Error disk-full and Cancelled.
    std::vector<core::RecordedOutput> finish();

private:
    class Table;

    std::filesystem::path folder_;
    core::ReleaseProfile profile_;
    std::stop_token stop_;
    std::map<std::string, std::unique_ptr<gis::GeoTiffSink>> rasters_;
    std::map<std::string, std::unique_ptr<Table>> tables_;
};

}  // namespace lommer::app
