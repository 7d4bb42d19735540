#pragma once

#include "app/composition/input_privacy.h"
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
    /// `privacy` outlives this. `stop` makes writing and finishing throw Cancelled.
    OutputFiles(std::filesystem::path folder, core::ReleaseProfile profile,
                const InputPrivacy& privacy, std::stop_token stop);
    ~OutputFiles() override;

    core::RasterSink& raster(const core::OutputDeclaration& output,
                             const core::Grid& grid) override;
    core::TableSink& table(const core::OutputDeclaration& output) override;

    /// Closes all files. In the order of `declared`: the outputs of the analysis. Throws Error
    /// privacy-places where the cells or places of one do not fit the profile, disk-full, what
    /// reading tables throws, and Cancelled.
    std::vector<core::RecordedOutput> finish(const std::vector<core::OutputDeclaration>& declared);

private:
    class Table;
    template <class Sink>
    struct Opened {
        core::OutputDeclaration declaration;
        std::unique_ptr<Sink> sink;
    };

    core::RecordedOutput checked(core::RecordedOutput output,
                                 const core::OutputDeclaration& declaration) const;

    std::filesystem::path folder_;
    core::ReleaseProfile profile_;
    const InputPrivacy& privacy_;
    std::stop_token stop_;
    std::map<std::string, Opened<gis::GeoTiffSink>> rasters_;
    std::map<std::string, Opened<Table>> tables_;
};

}  // namespace lommer::app
