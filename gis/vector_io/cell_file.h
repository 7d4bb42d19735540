#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// One cell of a record, without its quotes.
struct CsvCell {
    std::string_view text;
    bool isQuoted = false;
};

/// Hands out records of cells one by one.
class CellRecords {
public:
    virtual ~CellRecords() = default;

    /// The next record into `cells`, whose texts hold until the next call; false after the last.
    /// Throws Error file-incomplete.
    virtual bool next(std::vector<CsvCell>& cells) = 0;
    /// The texts are Unicode for sure.
    virtual bool isMarkedUnicode() const noexcept = 0;
};

/// Records of text of which the first names the columns: a delimited text file, or a sheet of a
/// workbook. Can be gone through any number of times, from any thread.
class CellFile {
public:
    virtual ~CellFile() = default;

    virtual std::unique_ptr<CellRecords> open() const = 0;
    /// What remarks and errors call it.
    virtual const std::string& name() const noexcept = 0;
    /// What stands between cells; a comma where nothing does.
    virtual char separator() const noexcept = 0;
    /// True: beside texts it has numbers, which come with a dot for decimal sign whatever the texts
    /// say.
    virtual bool hasNumberCells() const noexcept { return false; }
};

}  // namespace lommer::gis
