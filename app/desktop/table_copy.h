#pragma once

#include "app/text/language.h"
#include "core/disclosure/released.h"

#include <QString>

namespace lommer::app {

/// Rows as text for a spreadsheet: the names of the columns first, cells parted by tabs, numbers
/// with the decimal sign of the language, nothing where there is no value.
QString asSpreadsheetText(const core::Released<core::Table>& table, Language language);

}  // namespace lommer::app
