#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/layer_pattern.h"
#include "gis/registers/value_rules.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace lommer::gis {

/// A layer of a register without the versions of the past; and where it is asked for one subject,
/// with its rows only and the columns of core/subjects.
class NormalisedTable : public core::TableSource {
public:
    /// Reading adds to `remarks` (must outlive this) `history-left-out`, `not-in-use-left-out`,
    /// `figures-withheld`, `codes-completed`, `area-codes-changed` and `areas-redrawn`, each with
    /// {layer, count}; `values-not-numbers`, `values-not-whole` and `identifications-unreadable`,
    /// each with {layer, column, count}; and what ColumnNames says of columns renamed.
    NormalisedTable(std::shared_ptr<const core::TableSource> source, const LayerPattern& pattern,
                    bool isForSubject, core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

    /// The day of the latest registration that has not ended, ISO 8601, or the year of the figures;
    /// empty where the layer does not say. Known after a read of all rows; before, it is read for.
    std::string referenceDate(const std::stop_token& stop) const;

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
    /// Names the outputs behind the first `ruled`, which rules have named.
    void nameTopics(std::size_t ruled);
    void chooseRows(const LayerPattern& pattern, bool isForSubject);
    std::vector<Output> wantedOutputs(const core::TableQuery& query) const;
    core::TableQuery innerQuery(const core::TableQuery& query,
                                const std::vector<Output>& wanted) const;
    bool needsDay() const;
    void findReferenceDate(const core::Table& all, const std::stop_token& stop) const;
    std::vector<std::int64_t> keptRows(const core::Table& all, std::int64_t leftOut,
                                       const std::string& day, const std::stop_token& stop) const;
    /// CBS says which areas are not what they were the year before.
    void remarkOnChangedAreas(const std::vector<Output>& wanted,
                              const std::vector<core::ColumnPointer>& columns) const;
    void remarkOnLost(const Converted& converted, const std::string& column) const;
    /// Of a column of texts that become numbers all rows tell, in a read of a part too.
    DecimalSign signOf(const Output& output, const core::TableQuery& query, const core::Table& all,
                       const std::stop_token& stop) const;
    core::ColumnPointer converted(const core::Table& kept, const Output& output, DecimalSign sign,
                                  std::int64_t& withheld, const std::stop_token& stop) const;
    /// How many codes got back what they had lost.
    static std::int64_t completedCodes(const std::vector<Output>& wanted, const core::Table& from,
                                       const std::vector<core::ColumnPointer>& columns,
                                       const std::stop_token& stop);

    std::shared_ptr<const core::TableSource> source_;
    core::TableInfo info_;
    std::vector<Output> outputs_;
    std::vector<Condition> conditions_;
    /// Empty: the layer says no day.
    std::string dateColumn_;
    /// It says periods of StatLine.
    bool hasPeriods_ = false;
    mutable std::mutex mutex_;
    mutable std::optional<std::string> referenceDate_;
    core::RemarkList& remarks_;
};

}  // namespace lommer::gis
