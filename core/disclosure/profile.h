#pragma once

#include "core/vector/table.h"

#include <optional>
#include <string>
#include <string_view>

namespace lommer::core {

/// For whom something is meant: the house itself, agreed parties, everyone.
enum class ReleaseProfile { intern, samenwerking, openbaar };

std::string_view toText(ReleaseProfile profile) noexcept;
std::optional<ReleaseProfile> releaseProfileFromText(std::string_view text) noexcept;

/// The class whose name `toText` gives.
std::optional<PrivacyClass> privacyClassFromText(std::string_view text) noexcept;

/// The highest privacy class that may stand in something made for `profile`: per address for agreed
/// parties, open figures for everyone.
PrivacyClass highestAllowed(ReleaseProfile profile) noexcept;

/// Counts from 1 to below this are withheld in something made for `profile`; 0: none are.
/// Source: the profiles of the region, after the limits of CBS.
std::int64_t smallestCount(ReleaseProfile profile) noexcept;

}  // namespace lommer::core
