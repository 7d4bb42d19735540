#include "core/disclosure/profile.h"

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

std::optional<PrivacyClass> privacyClassFromText(std::string_view text) noexcept {
    for (const auto privacy :
         {PrivacyClass::open, PrivacyClass::perAddress, PrivacyClass::personal}) {
        if (toText(privacy) == text) {
            return privacy;
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

std::int64_t smallestCount(ReleaseProfile profile) noexcept {
    constexpr std::int64_t kFewest = 5;
    return profile == ReleaseProfile::intern ? 0 : kFewest;
}

}  // namespace lommer::core
