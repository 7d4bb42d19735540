#pragma once

#include "gis/registers/layer.h"
#include "gis/vector_io/cell_file.h"
#include "gis/vector_io/csv_layout.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::gis {

/// A layer of which the cells are text.
struct CellLayer {
    std::shared_ptr<const CellFile> cells;
    CsvLayout layout;
    LayerDescription description;
};

/// True for delimited texts and workbooks.
bool hasCellLayers(const std::filesystem::path& path);

/// The layers of such a file, with `only` just the one of that name: a delimited text is one, a
/// workbook has one for each sheet. Goes through all rows. Throws as csvLayoutOf and readSheets.
std::vector<CellLayer> cellLayersOf(const std::filesystem::path& path,
                                    const std::optional<std::string>& only,
                                    const std::stop_token& stop);

}  // namespace lommer::gis
