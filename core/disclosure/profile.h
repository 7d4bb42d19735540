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

/// The highest privacy class that may stand in something made for `profile`: per address for agreed
/// parties, open figures for everyone.
PrivacyClass highestAllowed(ReleaseProfile profile) noexcept;

/// Throws Error privacy-level naming the first column of `table` that does not fit `profile`.
void requireReleasable(const Table& table, const std::string& layer, ReleaseProfile profile);

}  // namespace lommer::core
