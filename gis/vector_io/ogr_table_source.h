#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/crs/transformer.h"
#include "gis/vector_io/layer_fields.h"
#include "gis/vector_io/table_builder.h"
#include "gis/vector_io/vector_dataset.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lommer::gis {

/// A layer of a file that GDAL reads. Every read opens the file anew, so that reads may run at the
/// same time.
class OgrTableSource : public core::TableSource {
public:
    /// `toRd` may be null: the coordinates are in RD. `remarks` must outlive this.
    OgrTableSource(std::filesystem::path path, core::TableInfo info, std::string driver,
                   std::shared_ptr<const Transformer> toRd,
                   std::shared_ptr<const Transformer> fromRd, core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    /// Rows whose number (FID) lies between these, both included.
    struct Numbers {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    std::vector<Numbers> piecesOf(const core::TableQuery& query) const;
    TableBuilder readPiece(const core::TableQuery& query, const std::optional<Numbers>& numbers,
                           const std::stop_token& stop) const;
    std::vector<LayerField> wantedFields(OGRLayerH layer, const core::TableQuery& query) const;
    /// Limits the rows and fields that `layer` gives; returns the filter of its rows.
    std::string limit(OGRLayerH layer, const std::vector<LayerField>& wanted,
                      const core::TableQuery& query, const std::optional<Numbers>& numbers) const;
    bool isDatabase() const;

    std::filesystem::path path_;
    FileState state_;
    core::TableInfo info_;
    std::string driver_;
    std::shared_ptr<const Transformer> toRd_;
    std::shared_ptr<const Transformer> fromRd_;
    core::RemarkList& remarks_;
};

}  // namespace lommer::gis
