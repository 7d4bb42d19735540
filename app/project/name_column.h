#pragma once

#include "core/vector/table.h"

#include <QString>

namespace lommer::app {

/// The column that people would call a row by: named naam, name, …naam, or the first text column;
/// empty without text.
QString nameColumnOf(const core::Table& table);

}  // namespace lommer::app
