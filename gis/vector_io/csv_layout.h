#pragma once

#include "core/base/remark.h"
#include "core/vector/column.h"
#include "core/vector/geometry_column.h"
#include "gis/crs/crs_info.h"
#include "gis/vector_io/cell_file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// How to read one column of a delimited text file.
struct CsvColumn {
    core::ColumnInfo info;
    /// Which cell of a record.
    std::size_t cell = 0;
    char decimal = '.';
};

/// Where the places of the rows stand.
enum class CsvPlaces { none, wellKnownText, coordinates };

/// What was found out about a delimited text file by going through it once.
struct CsvLayout {
    /// Cells that are not UTF-8 are Windows-1252; false: all cells are.
    bool isUnicode = true;
    /// The file has empty cells or numbers without quotes, so that "" is an empty text.
    bool quotesMarkText = false;
    std::vector<CsvColumn> columns;
    std::int64_t rowCount = 0;

    CsvPlaces places = CsvPlaces::none;
    CsvColumn wkt = {};
    CsvColumn x = {};
    CsvColumn y = {};
    std::vector<core::GeometryKind> kinds = {};
    /// In the coordinates of the file.
    core::Bounds bounds = {};
    CrsInfo crs = {};

    /// What was noticed: rows of another length, signs that contradict each other, codes that lost
    /// their zeros.
    std::vector<core::Remark> remarks = {};

    /// Cell text as UTF-8.
    std::string decoded(std::string_view text) const;
};

/// Goes through the whole file, a delimited text in bounded memory. The first record names the
/// columns; nameless ones are called `column_3`, and of equal names the second gets `_2`. Codes
/// (leading zeros, more than 13 digits, names with "code") stay text. A column of numbers may hold
/// the marks of publishers. Throws Error file-missing, file-unreadable, file-incomplete,
/// layer-empty (no header), and Cancelled.
CsvLayout csvLayoutOf(const CellFile& file, const std::stop_token& stop);

/// True for the endings .csv, .tsv and .txt.
bool isCsvName(const std::filesystem::path& path);

}  // namespace lommer::gis
