#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/layer_pattern.h"

#include <memory>
#include <string>
#include <vector>

namespace lommer::gis {

/// A layer of a register without the versions of the past; and where it is asked for one subject,
/// with its rows only and the columns of core/subjects.
class NormalisedTable : public core::TableSource {
public:
    /// Reading adds to `remarks` (must outlive this) `history-left-out`, `not-in-use-left-out` and
    /// `figures-withheld`, each with {layer, count}.
    NormalisedTable(std::shared_ptr<const core::TableSource> source, const LayerPattern& pattern,
                    bool isForSubject, core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    struct Output {
        core::ColumnInfo info;
        /// Name in the source.
        std::string from;
        ValueRule rule = ValueRule::asIs;
        bool hasSentinels = false;
    };
    struct Condition {
        RowRule rule;
        std::string column;
    };

    void chooseColumns(const LayerPattern& pattern, bool isForSubject);
    void chooseRows(const LayerPattern& pattern, bool isForSubject);
    std::vector<Output> wantedOutputs(const core::TableQuery& query) const;
    std::vector<std::int64_t> keptRows(const core::Table& all) const;

    std::shared_ptr<const core::TableSource> source_;
    core::TableInfo info_;
    std::vector<Output> outputs_;
    std::vector<Condition> conditions_;
    core::RemarkList& remarks_;
};

}  // namespace lommer::gis
