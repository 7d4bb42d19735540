#pragma once

#include "core/base/remark.h"
#include "gis/vector_io/cell_file.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::gis {

/// A sheet of a workbook, in memory.
struct Sheet {
    std::string name;
    /// Begins at the row that names the columns; rows with nothing in them are not there.
    std::shared_ptr<const CellFile> cells;
    std::vector<core::Remark> remarks = {};
};

/// True for workbooks: .xlsx, .xlsm, .ods and .xls.
bool isWorkbookName(const std::filesystem::path& path);

/// The sheets of a workbook that hold anything; with `only` the one of that name. The row that
/// names the columns is found below titles: the first that has about as many cells as rows usually
/// have, all of them words or years. Where none does, the columns have no names. Where names occur
/// twice and the row above names groups of columns, the group comes before the name. Cells with a
/// failed formula are empty. Every cell is text: what is a number is found out as in a delimited
/// text file. Throws Error file-missing, file-unreadable, file-incomplete, Cancelled.
std::vector<Sheet> readSheets(const std::filesystem::path& path,
                              const std::optional<std::string>& only, const std::stop_token& stop);

}  // namespace lommer::gis
