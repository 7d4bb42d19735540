#include "gis/registers/classified_table.h"

#include <algorithm>
#include <string>

namespace lommer::gis {

ClassifiedTable::ClassifiedTable(std::shared_ptr<const core::TableSource> source,
                                 Knowledge knowledge, core::RemarkList& remarks)
    : source_(std::move(source)), knowledge_(std::move(knowledge)), remarks_(remarks) {}

core::Table ClassifiedTable::read(const core::TableQuery& query,
                                  const std::stop_token& stop) const {
    const core::Table table = core::withPrivacy(source_->read(query, stop), knowledge_.recorded);
    auto found = core::findPersonalData(table);
    if (knowledge_.hasPublicAddresses) {
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const core::PrivacyFinding& finding) {
                                       return finding.privacy == core::PrivacyClass::perAddress;
                                   }),
                    found.end());
    }
    std::string columns;
    for (const core::PrivacyFinding& finding : found) {
        columns += (columns.empty() ? "" : ", ") + finding.column;
    }
    if (!found.empty()) {
        remarks_.add({"personal-data-found", {{"layer", info().name}, {"columns", columns}}});
    }
    return core::withPrivacy(table, found);
}

}  // namespace lommer::gis
