#include "core/analyses/basic/difference/likeness_remarks.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace lommer::core {
namespace {

/// Settings that say when: to compare those is what a difference is for.
constexpr std::array<std::string_view, 2> kMoments{"date", "time"};

/// A setting that was not recorded is one that was not given.
const ParameterValue& valueOf(const ParameterValues& values, const std::string& id) {
    static const ParameterValue absent{};
    const auto found = values.find(id);
    return found == values.end() ? absent : found->second;
}

std::int64_t otherSettings(const ParameterValues& later, const ParameterValues& earlier) {
    std::set<std::string> ids;
    for (const ParameterValues* values : {&later, &earlier}) {
        for (const auto& [id, value] : *values) {
            ids.insert(id);
        }
    }
    return std::count_if(ids.begin(), ids.end(), [&](const std::string& id) {
        const bool isMoment = std::find(kMoments.begin(), kMoments.end(), id) != kMoments.end();
        return !isMoment && valueOf(later, id) != valueOf(earlier, id);
    });
}

}  // namespace

void remarkOnUnlikeOrigins(const BoundInput& later, const BoundInput& earlier,
                           RemarkList& remarks) {
    if (later.origin == nullptr || earlier.origin == nullptr) {
        return;
    }
    const InputOrigin& now = *later.origin;
    const InputOrigin& before = *earlier.origin;
    if (now.analysis != before.analysis || now.output != before.output) {
        remarks.add({"other-quantities", {}});
        return;  // that its settings differ goes without saying
    }
    if (now.definition != before.definition || now.analysisVersion != before.analysisVersion) {
        remarks.add({"other-methods", {}});
    }
    if (const auto count = otherSettings(now.parameters, before.parameters); count > 0) {
        remarks.add({"other-settings", {{"count", count}}});
    }
}

}  // namespace lommer::core
