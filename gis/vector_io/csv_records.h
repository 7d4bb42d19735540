#pragma once

#include "gis/vector_io/cell_file.h"
#include "gis/vector_io/csv_bytes.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace lommer::gis {

/// Hands out the records of a delimited text file one by one, in memory that does not grow with the
/// file. RFC 4180, and what really occurs beside it: any of the line ends, empty lines (passed
/// over), a first line `sep=;`, quotes inside a quoted cell that nobody doubled.
class CsvRecords : public CellRecords {
public:
    /// Throws Error file-missing, file-unreadable.
    CsvRecords(const std::filesystem::path& path, char separator);

    /// The next record into `cells`, whose texts hold until the next call; false after the last.
    /// Throws Error file-incomplete where a quote is opened and never closed.
    bool next(std::vector<CsvCell>& cells) override;
    bool isMarkedUnicode() const noexcept override { return bytes_.isMarkedUnicode(); }

private:
    bool findEnd(std::size_t& end);
    bool fill();
    std::size_t behindBlanks(std::size_t place, std::size_t end) const;
    std::size_t closingQuote(std::size_t place, std::size_t end) const;
    std::size_t endOfPlain(std::size_t place, std::size_t end) const;
    void split(std::size_t end, std::vector<CsvCell>& cells);

    std::filesystem::path path_;
    CsvBytes bytes_;
    char separator_;
    std::string text_;
    std::size_t start_ = 0;  // of the record that comes
    bool hasEnded_ = false;
    bool isFirst_ = true;
};

/// The separator of a file: what a line `sep=` says, or that of `;`, tab, `,` and `|` which cuts
/// the most records in as many cells as the first one; comma where none does.
char separatorOf(const std::filesystem::path& path);

/// The records of a delimited text file. Throws Error file-missing, file-unreadable.
std::shared_ptr<const CellFile> delimitedFile(const std::filesystem::path& path);

}  // namespace lommer::gis
