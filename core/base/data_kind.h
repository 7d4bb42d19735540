#pragma once

namespace lommer::core {

/// Cells or rows.
enum class DataKind { raster, table };

}  // namespace lommer::core
