#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lommer::gis {

/// The cells of one row, left to right; empty where there is nothing.
using SheetRow = std::vector<std::string>;

/// Which row names the columns; nothing where none does. Rows have something in them.
std::optional<std::size_t> headerRow(const std::vector<SheetRow>& rows);

/// The names in `header`; where some occur twice, with the name of their group of columns before
/// them, if the row `above` (may be null) names groups.
SheetRow columnNames(const SheetRow& header, const SheetRow* above);

}  // namespace lommer::gis
