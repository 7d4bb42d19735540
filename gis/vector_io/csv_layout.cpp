#include "gis/vector_io/csv_layout.h"

#include "core/base/error.h"
#include "core/vector/column_names.h"
#include "gis/platform/file_error.h"
#include "gis/vector_io/csv_column_profile.h"
#include "gis/vector_io/csv_places.h"
#include "gis/vector_io/utf8.h"

#include <algorithm>

namespace lommer::gis {
namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// One pass over a file.
class Survey {
public:
    Survey(const CellFile& file, const std::stop_token& stop) : file_(file), stop_(stop) {}

    CsvLayout make() {
        const auto records = file_.open();
        std::vector<CsvCell> cells;
        if (!records->next(cells)) {
            throw core::Error(core::ErrorCode::layerEmpty, {{"layer", file_.name()}});
        }
        takeHeader(cells);
        while (records->next(cells)) {
            if (stop_.stop_requested()) {
                throw core::Cancelled{};
            }
            takeRow(cells);
        }
        layout_.isUnicode = records->isMarkedUnicode() || valid_ >= invalid_;
        nameColumns();
        decide();
        return std::move(layout_);
    }

private:
    void takeHeader(const std::vector<CsvCell>& cells) {
        for (const CsvCell& cell : cells) {
            look(cell.text);
            header_.emplace_back(trimmed(cell.text));
            profiles_.emplace_back(validUtf8(header_.back()), file_.hasNumberCells());
            if (placeNameOf(profiles_.back().name()) != PlaceName::none) {
                profiles_.back().watchRange();
            }
        }
    }

    void takeRow(const std::vector<CsvCell>& cells) {
        ++layout_.rowCount;
        const bool isShort = cells.size() < profiles_.size();
        const auto known = static_cast<std::ptrdiff_t>(std::min(cells.size(), profiles_.size()));
        const bool isLong = std::any_of(cells.begin() + known, cells.end(), [](const auto& cell) {
            return !trimmed(cell.text).empty();
        });
        ragged_ += isShort || isLong ? 1 : 0;
        for (std::size_t index = 0; index < static_cast<std::size_t>(known); ++index) {
            look(cells[index].text);
            profiles_[index].add(cells[index]);
        }
    }

    /// Counts what speaks for and against UTF-8.
    void look(std::string_view text) {
        if (!isAscii(text)) {
            ++(isUtf8(text) ? valid_ : invalid_);
        }
    }

    void nameColumns() {
        core::ColumnNames names;
        for (std::size_t index = 0; index < header_.size(); ++index) {
            std::string name = layout_.decoded(header_[index]);
            if (name.empty()) {
                name = "column_" + std::to_string(index + 1);
            }
            names_.push_back(names.claim(name));
        }
        for (const auto& [wanted, given] : names.renamed()) {
            remark("column-name-twice", {{"column", wanted}, {"name", given}});
        }
    }

    void remark(const char* code, core::Arguments arguments) {
        arguments.insert(arguments.begin(), {"layer", file_.name()});
        layout_.remarks.push_back({code, std::move(arguments)});
    }

    DecimalSign signOfFile() const {
        bool isComma = false;
        bool isDot = false;
        for (const CsvColumnProfile& profile : profiles_) {
            isComma = isComma || profile.provenSign() == DecimalSign::comma;
            isDot = isDot || profile.provenSign() == DecimalSign::dot;
        }
        return decimalSign(isComma, isDot || (isComma && file_.hasNumberCells()));
    }

    void decide() {
        layout_.quotesMarkText =
            std::any_of(profiles_.begin(), profiles_.end(), [](const CsvColumnProfile& profile) {
                return profile.hasOpenNumber() || profile.hasOpenEmpty();
            });
        const bool hasOpenNumber =
            std::any_of(profiles_.begin(), profiles_.end(),
                        [](const CsvColumnProfile& profile) { return profile.hasOpenNumber(); });
        const DecimalSign sign = signOfFile();
        std::vector<CsvColumn> all;
        for (std::size_t index = 0; index < profiles_.size(); ++index) {
            const CsvColumnProfile& profile = profiles_[index];
            const char decimal = profile.decimal(sign, file_.separator());
            all.push_back({{names_[index], profile.type(hasOpenNumber, decimal)}, index, decimal});
            addRemarks(profile, all.back(), sign);
        }
        findPlaces(file_, profiles_, all, layout_, stop_);
        for (const CsvColumn& column : all) {
            const bool isNothing = header_[column.cell].empty() && profiles_[column.cell].isEmpty();
            const bool isWkt =
                layout_.places == CsvPlaces::wellKnownText && column.cell == layout_.wkt.cell;
            if (!isNothing && !isWkt) {  // a separator behind the last cell makes no column
                layout_.columns.push_back(column);
            }
        }
        if (ragged_ > 0) {
            remark("rows-ragged", {{"count", ragged_}, {"total", layout_.rowCount}});
        }
    }

    void addRemarks(const CsvColumnProfile& profile, const CsvColumn& column, DecimalSign sign) {
        const bool isNumber = column.info.type == core::ColumnType::integer ||
                              column.info.type == core::ColumnType::real;
        if (profile.isContradictory()) {
            remark("decimal-comma", {{"column", column.info.name}});
        } else if (isNumber && profile.isGuess(sign)) {
            remark(column.decimal == ',' ? "decimal-comma-assumed" : "decimal-dot-assumed",
                   {{"column", column.info.name}});
        }
        if (profile.shortCodes() > 0) {
            remark("codes-shortened",
                   {{"column", column.info.name}, {"count", profile.shortCodes()}});
        }
    }

    const CellFile& file_;
    const std::stop_token& stop_;
    CsvLayout layout_;
    std::vector<std::string> header_;
    std::vector<std::string> names_;
    std::vector<CsvColumnProfile> profiles_;
    std::int64_t ragged_ = 0;
    std::int64_t valid_ = 0;
    std::int64_t invalid_ = 0;
};

}  // namespace

std::string CsvLayout::decoded(std::string_view text) const {
    return isUnicode ? validUtf8(text) : fromWindows1252(text);
}

CsvLayout csvLayoutOf(const CellFile& file, const std::stop_token& stop) {
    return Survey(file, stop).make();
}

bool isCsvName(const std::filesystem::path& path) {
    const std::string ending = lowerEnding(path);
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

}  // namespace lommer::gis
