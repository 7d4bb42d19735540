#pragma once

#include "core/vector/table_source.h"

namespace lommer::gis {

/// A table in memory: what was read once is what every read gives. For formats that are read whole.
class HeldTable : public core::TableSource {
public:
    /// The columns and the number of rows of `info` are those of `table`.
    HeldTable(core::TableInfo info, core::Table table);

    const core::TableInfo& info() const noexcept override { return info_; }
    /// Throws Error column-missing.
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    core::TableInfo info_;
    core::Table table_;
};

/// What is to be known of a table without places.
core::TableInfo infoOf(std::string name, const core::Table& table);

}  // namespace lommer::gis
