#pragma once

#include "core/vector/column.h"
#include "gis/registers/layer_pattern.h"

namespace lommer::gis {

/// A column with the values of `column` under `rule`, of the type and name of `info`. Text that is
/// no number becomes missing in a number column. With `withheld`, numbers of -99990 and less become
/// the reason that CBS gives with them; figures that the publisher keeps are counted there.
/// Source of the numbers: CBS, Toelichting Wijk- en Buurtkaart 2024.
core::Column convert(const core::Column& column, const core::ColumnInfo& info, ValueRule rule,
                     std::int64_t* withheld = nullptr);

/// The last 16 digits of a BAG identification: `NL.IMBAG.Pand.0518100000267536`, or a number that
/// lost its leading zeros. Empty where there is none.
std::string bagIdentification(std::string_view text);

}  // namespace lommer::gis
