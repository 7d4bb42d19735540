#pragma once

#include "core/base/remark.h"
#include "core/disclosure/personal_data.h"
#include "core/vector/table_source.h"

#include <memory>
#include <vector>

namespace lommer::gis {

/// A layer of which the columns have the privacy class that their values show, from the moment that
/// they come in.
class ClassifiedTable : public core::TableSource {
public:
    struct Knowledge {
        /// Classes that are known already, as of a result by its record.
        std::vector<core::PrivacyFinding> recorded;
        /// Addresses are what the register publishes.
        bool hasPublicAddresses = false;
    };

    /// Reading adds `personal-data-found` {layer, columns} to `remarks` (must outlive this).
    ClassifiedTable(std::shared_ptr<const core::TableSource> source, Knowledge knowledge,
                    core::RemarkList& remarks);

    const core::TableInfo& info() const noexcept override { return source_->info(); }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    std::shared_ptr<const core::TableSource> source_;
    Knowledge knowledge_;
    core::RemarkList& remarks_;
};

}  // namespace lommer::gis
