#pragma once

#include "core/base/bounds.h"
#include "gis/vector_io/csv_records.h"
#include "gis/vector_io/csv_value.h"

#include <array>
#include <limits>
#include <string>

namespace lommer::gis {

/// The decimal sign of a file, as far as its columns say.
enum class DecimalSign { unknown, comma, dot, both };

/// Of numbers of which some prove a comma, some a dot.
constexpr DecimalSign decimalSign(bool isComma, bool isDot) noexcept {
    return isComma && isDot ? DecimalSign::both
           : isComma        ? DecimalSign::comma
           : isDot          ? DecimalSign::dot
                            : DecimalSign::unknown;
}

/// What all cells of one column have in common, gathered cell by cell.
class CsvColumnProfile {
public:
    /// `hasNumberCells`: as CellFile says.
    explicit CsvColumnProfile(std::string name, bool hasNumberCells = false);

    void add(const CsvCell& cell);

    const std::string& name() const noexcept { return name_; }
    bool isEmpty() const noexcept { return filled_ == 0; }
    bool hasOpenNumber() const noexcept { return hasOpenNumber_; }
    bool hasOpenEmpty() const noexcept { return hasOpenEmpty_; }

    /// The sign that this column alone proves.
    DecimalSign provenSign() const noexcept;
    /// True where comma and dot contradict each other, so that no number can be read.
    bool isContradictory() const noexcept { return provenSign() == DecimalSign::both; }
    /// True where the column holds numbers, whatever sign they have.
    bool isNumeric() const noexcept;
    /// The type of its values. `quotesMarkText`: the file puts texts in quotes and numbers not.
    /// `decimal`: the sign its numbers are read with.
    core::ColumnType type(bool quotesMarkText, char decimal) const noexcept;
    /// The decimal sign to read its numbers with, where the rest of the file proves `ofFile` and
    /// cells end at `separator`.
    char decimal(DecimalSign ofFile, char separator) const noexcept;
    /// True where the sign of `decimal` is a guess that decides what the numbers are.
    bool isGuess(DecimalSign ofFile) const noexcept;
    /// How many codes of a municipality, district or neighbourhood have too few digits.
    std::int64_t shortCodes() const noexcept;

    /// Lowest and highest number with that sign; only of columns whose name says coordinate.
    struct Range {
        double lowest = std::numeric_limits<double>::infinity();
        double highest = -std::numeric_limits<double>::infinity();
    };
    const Range& range(char decimal) const noexcept { return ranges_[decimal == ',' ? 0 : 1]; }
    void watchRange() noexcept { watchesRange_ = true; }
    /// True where every filled cell starts as well-known text does.
    bool isWkt() const noexcept { return filled_ > 0 && wkt_ == filled_; }

private:
    std::int64_t formCount(NumberForm form) const noexcept {
        return forms_[static_cast<std::size_t>(form)];
    }
    std::int64_t numbers() const noexcept;
    void addOther(std::string_view text);
    void addRange(std::string_view text);

    std::string name_;
    bool hasNumberCells_;
    bool isCode_ = false;
    std::size_t codeDigits_ = 0;
    bool watchesRange_ = false;
    std::int64_t filled_ = 0;  // cells that are not empty, marks too
    std::int64_t quoted_ = 0;  // of those
    std::int64_t marks_ = 0;
    std::array<std::int64_t, 9> forms_{};
    std::int64_t longIntegers_ = 0;  // 1234 without a sign between the thousands
    std::int64_t fractions_ = 0;
    std::int64_t shortCodes_ = 0;
    std::int64_t dates_ = 0;
    std::int64_t dateTimes_ = 0;
    std::int64_t booleans_ = 0;
    std::int64_t wkt_ = 0;
    std::array<Range, 2> ranges_{};
    bool hasOpenNumber_ = false;
    bool hasOpenEmpty_ = false;
};

/// True where a name says that its values are codes, which stay text whatever they look like.
bool isCodeName(std::string_view name);

}  // namespace lommer::gis
