#pragma once

#include "core/base/remark.h"
#include "core/subjects/data_repair.h"
#include "core/vector/table_source.h"

#include <memory>
#include <string>
#include <vector>

namespace lommer::gis {

/// A layer with repairs that someone asked for done to every row that is read. The files stay as
/// they are.
class RepairedTable : public core::TableSource {
public:
    /// Reading adds for each repair that changes something a remark `repaired-…` {layer, column,
    /// count} to `remarks` (must outlive this), and `values-not-numbers` likewise.
    RepairedTable(std::shared_ptr<const core::TableSource> source, std::string subject,
                  std::vector<core::DataRepair> repairs, core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    /// Of a read of a part: all rows of the columns whose dots have to be understood.
    core::Table wholeColumns(const core::TableQuery& query, const std::stop_token& stop) const;

    std::shared_ptr<const core::TableSource> source_;
    std::string subject_;
    std::vector<core::DataRepair> repairs_;
    core::TableInfo info_;
    core::RemarkList& remarks_;
    bool dropsRows_ = false;
};

}  // namespace lommer::gis
