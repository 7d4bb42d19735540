#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lommer::test {

/// A sheet of a workbook to write: cells that begin with `=` are numbers, empty ones are not there.
struct SheetToWrite {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

/// Writes a workbook (Office Open XML) of those sheets.
void writeWorkbook(const std::filesystem::path& path, const std::vector<SheetToWrite>& sheets);

}  // namespace lommer::test
