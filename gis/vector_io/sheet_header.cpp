#include "gis/vector_io/sheet_header.h"

#include "gis/vector_io/csv_value.h"

#include <algorithm>
#include <set>

namespace lommer::gis {
namespace {

/// Titles and notes take a few rows; a table that has not begun after these has no header.
constexpr std::size_t kRowsLookedAt = 50;

std::size_t filledCount(const SheetRow& row) {
    return static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

bool isYear(const std::string& cell) {
    return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
           numberFormOf(cell) == NumberForm::integer;
}

/// A word, or the year that a column is for.
bool isLabel(const std::string& cell) {
    return cell.empty() || isYear(cell) ||
           (numberFormOf(cell) == NumberForm::none && !parseDate(cell));
}

/// How many cells the rows usually have: half of them have at least as many.
std::size_t usualCount(const std::vector<SheetRow>& rows) {
    std::vector<std::size_t> counts;
    counts.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(counts), filledCount);
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

bool hasTwice(const SheetRow& names) {
    std::set<std::string> seen;
    return std::any_of(names.begin(), names.end(), [&seen](const std::string& name) {
        return !name.empty() && !seen.insert(name).second;
    });
}

}  // namespace

std::optional<std::size_t> headerRow(const std::vector<SheetRow>& rows) {
    if (rows.empty()) {
        return std::nullopt;
    }
    // Three of five: a header may have a hole, as over the column with the names of the rows.
    const std::size_t usual = usualCount(rows);
    const std::size_t needed =
        std::max<std::size_t>(std::min<std::size_t>(usual, 2), (3 * usual + 4) / 5);
    const std::size_t last = std::min(rows.size(), kRowsLookedAt);
    for (std::size_t row = 0; row < last; ++row) {
        const SheetRow& cells = rows[row];
        const bool hasWord = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
            return !cell.empty() && numberFormOf(cell) == NumberForm::none;
        });
        if (filledCount(cells) >= needed && hasWord &&
            std::all_of(cells.begin(), cells.end(), isLabel)) {
            return row;
        }
    }
    return std::nullopt;
}

SheetRow columnNames(const SheetRow& header, const SheetRow* above) {
    constexpr std::size_t kFewestGroups = 2;
    if (above == nullptr || !hasTwice(header) || filledCount(*above) < kFewestGroups) {
        return header;
    }
    SheetRow names = header;
    std::string group;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index < above->size() && !(*above)[index].empty()) {
            group = (*above)[index];
        }
        if (!names[index].empty() && !group.empty()) {
            names[index] = group + ' ' + names[index];
        }
    }
    return names;
}

}  // namespace lommer::gis
