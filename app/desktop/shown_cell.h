#pragma once

#include "app/text/texts.h"
#include "core/vector/column.h"

#include <QString>

namespace lommer::app {

/// A cell as people read it; where it has no value, why.
QString shownCell(const core::Column& column, std::int64_t row, const Texts& texts);

/// What a column is called, with its unit: "Oppervlakte, m²". `analysis` empty: a column of data.
QString shownColumn(const core::ColumnInfo& column, const std::string& analysis,
                    const Texts& texts);

/// Below 10,000 a whole number stands without thousands signs: years and codes are no amounts.
QString wholeNumber(std::int64_t value, Language language);

}  // namespace lommer::app
