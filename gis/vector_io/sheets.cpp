#include "gis/vector_io/sheets.h"

#include "core/base/error.h"
#include "core/vector/column.h"
#include "gis/platform/file_error.h"
#include "gis/vector_io/csv_value.h"
#include "gis/vector_io/ogr_handles.h"
#include "gis/vector_io/sheet_header.h"
#include "gis/vector_io/vector_dataset.h"

#include <cpl_conv.h>

#include <algorithm>
#include <array>

namespace lommer::gis {
namespace {

using core::Error;
using core::ErrorCode;

constexpr std::int64_t kRowsPerCheck = 1024;
// What GDAL says of rows far below the rest, which it does not read.
constexpr std::string_view kFarRows = "Too big gap with previous valid row";

/// Settings of GDAL's drivers for workbooks, for this thread, while the object lives: the first row
/// is a row, and all cells are texts.
class PlainCells {
public:
    PlainCells() {
        for (std::size_t index = 0; index < kKeys.size(); ++index) {
            const char* before = CPLGetThreadLocalConfigOption(kKeys[index], nullptr);
            before_[index] = before == nullptr ? std::nullopt : std::optional<std::string>(before);
            const bool isHeader = index < kHeaders;
            CPLSetThreadLocalConfigOption(kKeys[index], isHeader ? "DISABLE" : "STRING");
        }
    }
    ~PlainCells() {
        for (std::size_t index = 0; index < kKeys.size(); ++index) {
            CPLSetThreadLocalConfigOption(kKeys[index],
                                          before_[index] ? before_[index]->c_str() : nullptr);
        }
    }
    PlainCells(const PlainCells&) = delete;
    PlainCells& operator=(const PlainCells&) = delete;

private:
    static constexpr std::size_t kHeaders = 3;
    static constexpr std::array<const char*, 6> kKeys{"OGR_XLSX_HEADERS",    "OGR_ODS_HEADERS",
                                                      "OGR_XLS_HEADERS",     "OGR_XLSX_FIELD_TYPES",
                                                      "OGR_ODS_FIELD_TYPES", "OGR_XLS_FIELD_TYPES"};
    std::array<std::optional<std::string>, 6> before_;
};

/// Rows of cells, packed.
class SheetCells : public CellFile {
public:
    SheetCells(std::string name, const SheetRow& header, const std::vector<SheetRow>& rows,
               std::size_t firstRow)
        : name_(std::move(name)), width_(header.size()) {
        add(header);
        for (std::size_t row = firstRow; row < rows.size(); ++row) {
            add(rows[row]);
        }
    }

    std::unique_ptr<CellRecords> open() const override { return std::make_unique<Records>(*this); }
    const std::string& name() const noexcept override { return name_; }
    char separator() const noexcept override { return ','; }
    bool hasNumberCells() const noexcept override { return true; }

private:
    class Records : public CellRecords {
    public:
        explicit Records(const SheetCells& sheet) : sheet_(sheet) {}

        bool next(std::vector<CsvCell>& cells) override {
            cells.clear();
            const auto width = static_cast<std::int64_t>(sheet_.width_);
            if (width == 0 || next_ + width > sheet_.texts_.size()) {
                return false;
            }
            for (std::int64_t cell = next_; cell < next_ + width; ++cell) {
                cells.push_back({sheet_.texts_.at(cell), false});
            }
            next_ += width;
            return true;
        }
        bool isMarkedUnicode() const noexcept override { return true; }

    private:
        const SheetCells& sheet_;
        std::int64_t next_ = 0;
    };

    void add(const SheetRow& row) {
        for (std::size_t index = 0; index < width_; ++index) {
            texts_.append(index < row.size() ? std::string_view(row[index]) : std::string_view());
        }
    }

    std::string name_;
    std::size_t width_;
    core::TextArray texts_;
};

/// `2024/01/31`, as GDAL writes the day in a cell, as 2024-01-31.
void writeIsoDate(std::string& cell) {
    constexpr std::size_t kDate = 10;
    const bool mayBeDate = cell.size() >= kDate && cell[4] == '/' && cell[7] == '/';
    if (!mayBeDate) {
        return;
    }
    std::string iso = cell;
    iso[4] = '-';
    iso[7] = '-';
    if (parseDate(iso) || parseDateTime(iso)) {
        cell = iso;
    }
}

bool isFormulaError(std::string_view cell) {
    constexpr std::array<std::string_view, 10> kErrors{"#REF!",  "#DIV/0!", "#VALUE!",  "#NAME?",
                                                       "#NUM!",  "#VERW!",  "#DEEL/0!", "#WAARDE!",
                                                       "#NAAM?", "#GETAL!"};
    return std::find(kErrors.begin(), kErrors.end(), cell) != kErrors.end();
}

/// What one sheet holds, before it is known which row names the columns.
class SheetReader {
public:
    SheetReader(OGRLayerH layer, const std::stop_token& stop) : layer_(layer), stop_(stop) {}

    /// Nothing where the sheet is empty.
    std::optional<Sheet> read() {
        name_ = OGR_L_GetName(layer_);
        readRows();
        if (rows_.empty()) {
            return std::nullopt;
        }
        const auto header = headerRow(rows_);
        Sheet sheet{name_, {}, {}};
        const SheetRow* above = header && *header > 0 ? &rows_[*header - 1] : nullptr;
        sheet.cells = std::make_shared<const SheetCells>(
            name_, header ? widened(columnNames(rows_[*header], above)) : SheetRow(width_), rows_,
            header ? *header + 1 : 0);
        const auto remark = [this](const char* code, core::Arguments arguments) {
            arguments.insert(arguments.begin(), {"layer", name_});
            return core::Remark{code, std::move(arguments)};
        };
        if (!header) {
            sheet.remarks.push_back(remark("sheet-without-header", {}));
        } else if (*header > 0) {
            sheet.remarks.push_back(
                remark("sheet-titles", {{"count", static_cast<std::int64_t>(*header)}}));
        }
        if (failed_ > 0) {
            sheet.remarks.push_back(remark("formulas-failed", {{"count", failed_}}));
        }
        return sheet;
    }

private:
    void readRows() {
        OGR_L_ResetReading(layer_);
        while (OGRFeatureH feature = OGR_L_GetNextFeature(layer_)) {
            const std::unique_ptr<void, void (*)(void*)> owner(feature, OGR_F_Destroy);
            if (++read_ % kRowsPerCheck == 0 && stop_.stop_requested()) {
                throw core::Cancelled{};
            }
            SheetRow row = cellsOf(feature);
            if (!row.empty()) {
                width_ = std::max(width_, row.size());
                rows_.push_back(std::move(row));
            }
        }
    }

    /// Up to the last cell with something in it.
    SheetRow cellsOf(OGRFeatureH feature) {
        SheetRow row;
        const int count = OGR_F_GetFieldCount(feature);
        for (int index = 0; index < count; ++index) {
            if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) {
                continue;
            }
            std::string cell(trimmed(OGR_F_GetFieldAsString(feature, index)));
            if (isFormulaError(cell)) {
                ++failed_;
                cell.clear();
            }
            writeIsoDate(cell);
            if (!cell.empty()) {
                row.resize(static_cast<std::size_t>(index));
                row.push_back(std::move(cell));
            }
        }
        return row;
    }

    SheetRow widened(SheetRow row) const {
        row.resize(width_);
        return row;
    }

    OGRLayerH layer_;
    const std::stop_token& stop_;
    std::string name_;
    std::vector<SheetRow> rows_;
    std::size_t width_ = 0;
    std::int64_t read_ = 0;
    std::int64_t failed_ = 0;
};

/// True where GDAL complains of nothing but rows far below the rest.
bool areFarRowsOnly(const std::string& complaints) {
    for (std::size_t start = 0; start < complaints.size();) {
        const std::size_t end = std::min(complaints.find('\n', start), complaints.size());
        const std::string_view line = std::string_view(complaints).substr(start, end - start);
        if (!line.empty() && line.find(kFarRows) == std::string_view::npos) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

}  // namespace

bool isWorkbookName(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 4> kEndings{".xlsx", ".xlsm", ".ods", ".xls"};
    return std::find(kEndings.begin(), kEndings.end(), lowerEnding(path)) != kEndings.end();
}

std::vector<Sheet> readSheets(const std::filesystem::path& path,
                              const std::optional<std::string>& only, const std::stop_token& stop) {
    const PlainCells settings;
    const DatasetHandle dataset = openVectorDataset(path);
    std::vector<Sheet> sheets;
    const int count = GDALDatasetGetLayerCount(dataset.get());
    for (int index = 0; index < count; ++index) {
        GdalErrors errors;
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), index);
        if (only && *only != OGR_L_GetName(layer)) {
            continue;
        }
        auto sheet = SheetReader(layer, stop).read();
        if (errors.hasFailed() && !areFarRowsOnly(errors.text())) {
            throw Error(ErrorCode::fileIncomplete, {{"file", shownName(path)}}, errors.text());
        }
        if (sheet) {
            if (errors.hasFailed()) {
                sheet->remarks.push_back({"sheet-rows-far", {{"layer", sheet->name}}});
            }
            sheets.push_back(std::move(*sheet));
        }
    }
    return sheets;
}

}  // namespace lommer::gis
