#include "core/disclosure/profile.h"

#include "core/base/error.h"

#include <array>

namespace lommer::core {
namespace {

constexpr std::array<std::string_view, 3> kTexts{"intern", "samenwerking", "openbaar"};

}  // namespace

std::string_view toText(ReleaseProfile profile) noexcept {
    return kTexts[static_cast<std::size_t>(profile)];
}

std::optional<ReleaseProfile> releaseProfileFromText(std::string_view text) noexcept {
    for (std::size_t index = 0; index < kTexts.size(); ++index) {
        if (kTexts[index] == text) {
            return static_cast<ReleaseProfile>(index);
        }
    }
    return std::nullopt;
}

PrivacyClass highestAllowed(ReleaseProfile profile) noexcept {
    switch (profile) {
        case ReleaseProfile::intern:
            return PrivacyClass::personal;
        case ReleaseProfile::samenwerking:
            return PrivacyClass::perAddress;
        case ReleaseProfile::openbaar:
            break;
    }
    return PrivacyClass::open;
}

void requireReleasable(const Table& table, const std::string& layer, ReleaseProfile profile) {
    for (const ColumnPointer& column : table.columns()) {
        if (column->info().privacy > highestAllowed(profile)) {
            throw Error(ErrorCode::privacyLevel, {{"column", column->info().name},
                                                  {"layer", layer},
                                                  {"profile", std::string(toText(profile))}});
        }
    }
}

}  // namespace lommer::core
