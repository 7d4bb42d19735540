#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lommer::test {

/// A sheet of a workbook to write: cells that begin with `=` are numbers, empty ones are not there.
struct SheetToWrite {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    /// Stands in the workbook instead of the rows, where there is any.
    std::string xml = {};
};

/// The part of a workbook that holds the sheet's rows.
std::string worksheetXml(const SheetToWrite& sheet);

/// Writes a workbook (Office Open XML) of those sheets.
void writeWorkbook(const std::filesystem::path& path, const std::vector<SheetToWrite>& sheets);

}  // namespace lommer::test
