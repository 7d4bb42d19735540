#pragma once

#include "core/vector/column.h"
#include "gis/registers/layer_pattern.h"
#include "gis/vector_io/csv_column_profile.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace lommer::gis {

/// A column under a rule, and what of it could not be kept.
struct Converted {
    core::Column column;
    /// Figures that the publisher has and does not give.
    std::int64_t withheld = 0;
    /// Texts that are no number.
    std::int64_t notNumbers = 0;
    /// Numbers that are not whole, in a column of whole numbers.
    std::int64_t notWhole = 0;
    /// Values that are no identification of the BAG.
    std::int64_t notIdentifications = 0;
};

/// The decimal sign that the numbers in a column of texts prove; `unknown` for other columns.
DecimalSign decimalSignOf(const core::Column& column);

/// How a column is converted.
struct Conversion {
    ValueRule rule = ValueRule::asIs;
    /// Numbers of -99990 and less become the reason that CBS gives with them.
    /// Source: CBS, Toelichting Wijk- en Buurtkaart 2024.
    bool hasSentinels = false;
    /// Of texts that become numbers; nothing: as the column proves.
    std::optional<DecimalSign> sign = {};
};

/// A column with the values of `column`, of the type and name of `info`. Text that is no number
/// becomes missing in a number column. Throws Cancelled.
Converted convert(const core::Column& column, const core::ColumnInfo& info,
                  const Conversion& conversion, const std::stop_token& stop = {});

/// The 16 digits of a BAG identification: of `NL.IMBAG.Pand.0518100000267536`, of the digits alone,
/// or of a number that lost its leading zeros. Empty for anything else.
std::string bagIdentification(std::string_view text);

}  // namespace lommer::gis
