#pragma once

#include "core/vector/table_source.h"
#include "gis/crs/transformer.h"
#include "gis/vector_io/csv_layout.h"
#include "gis/vector_io/vector_dataset.h"

#include <memory>

namespace lommer::gis {

/// A file of cells that are text, gone through anew for every read.
class CsvTableSource : public core::TableSource {
public:
    /// `toRd` may be null: the coordinates are in RD. `remarks` must outlive this.
    /// `path` is the file that `cells` stand in: reading fails once it has changed.
    CsvTableSource(std::filesystem::path path, std::shared_ptr<const CellFile> cells,
                   core::TableInfo info, CsvLayout layout, std::shared_ptr<const Transformer> toRd,
                   core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    std::vector<CsvColumn> wantedColumns(const core::TableQuery& query) const;

    std::filesystem::path path_;
    FileState state_;
    std::shared_ptr<const CellFile> cells_;
    core::TableInfo info_;
    CsvLayout layout_;
    std::shared_ptr<const Transformer> toRd_;
    core::RemarkList& remarks_;
};

}  // namespace lommer::gis
