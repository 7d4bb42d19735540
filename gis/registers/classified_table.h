#pragma once

#include "core/base/remark.h"
#include "core/disclosure/personal_data.h"
#include "core/vector/table_source.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace lommer::gis {

/// What a run recorded of a table that it wrote; files do not keep it themselves.
struct RecordedTable {
    /// A run wrote it, and says which of its columns are about one address.
    bool isResult = false;
    std::vector<core::PrivacyFinding> columns = {};
    std::map<std::string, core::Unit> units = {};
    /// What its places by themselves tell.
    core::PrivacyClass places = core::PrivacyClass::open;
};

/// What of a table is not open to everyone.
struct TablePrivacy {
    /// The highest class of the columns that were read.
    core::PrivacyClass columns = core::PrivacyClass::open;
    /// What its places by themselves tell.
    core::PrivacyClass places = core::PrivacyClass::open;
};

/// A layer of which the columns have the privacy class that their values show, from the moment that
/// they come in.
class ClassifiedTable : public core::TableSource {
public:
    struct Knowledge {
        RecordedTable recorded = {};
        /// A register publishes the table as it is, its addresses and places too: only a column
        /// about persons that is read can raise their class.
        bool isPublished = false;
        /// The layer before columns were chosen: what was left out says whose the places are too.
        /// Null: nothing was left out.
        std::shared_ptr<const core::TableSource> delivered = {};
    };

    /// Reading adds `personal-data-found` {layer, columns} to `remarks` (must outlive this).
    ClassifiedTable(std::shared_ptr<const core::TableSource> source, Knowledge knowledge,
                    core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return source_->info(); }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

    /// What the reads so far have shown. Where places were read but not all columns that could tell
    /// whose they are, those are read now.
    TablePrivacy privacy(const std::stop_token& stop) const;

private:
    const core::TableSource& delivered() const noexcept;
    core::Table withUnits(const core::Table& table) const;
    std::vector<core::PrivacyFinding> findings(const core::Table& table,
                                               const std::stop_token& stop) const;

    std::shared_ptr<const core::TableSource> source_;
    Knowledge knowledge_;
    core::RemarkList& remarks_;
    mutable std::mutex mutex_;
    mutable TablePrivacy privacy_;
    mutable bool knowsPlaces_;
};

}  // namespace lommer::gis
