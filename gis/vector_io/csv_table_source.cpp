#include "gis/vector_io/csv_table_source.h"

#include "core/base/error.h"
#include "gis/vector_io/csv_places.h"
#include "gis/vector_io/table_builder.h"

#include <algorithm>

namespace lommer::gis {
namespace {

using core::ColumnType;
using core::ErrorCode;

/// The cells of a file in batches of columns.
class CsvBatchReader : public BatchReader {
public:
    CsvBatchReader(const CellFile& file, const CsvLayout& layout,
                   const std::vector<CsvColumn>& columns)
        : layout_(layout), columns_(columns), records_(file.open()) {
        records_->next(cells_);  // the header
    }

    bool next(RowBatch& batch) override {
        int added = 0;
        for (; added < kRows && records_->next(cells_); ++added) {
            for (std::size_t index = 0; index < columns_.size(); ++index) {
                add(cellOf(columns_[index]), columns_[index], batch.columns[index]);
            }
            if (layout_.places != CsvPlaces::none) {
                addPlace(batch.geometries);
            }
        }
        batch.rowCount += added;
        return added > 0;
    }

private:
    CsvCell cellOf(const CsvColumn& column) const {
        return column.cell < cells_.size() ? cells_[column.cell] : CsvCell{};
    }

    void add(const CsvCell& cell, const CsvColumn& column, core::Column& values) const {
        const std::string_view text = trimmed(cell.text);
        const auto absence = absenceOf(text);
        const bool isText = column.info.type == ColumnType::text;
        if (isText && !(text.empty() && !(cell.isQuoted && layout_.quotesMarkText))) {
            values.appendText(layout_.decoded(cell.isQuoted ? cell.text : text));
        } else if (absence) {
            values.appendAbsent(*absence);
        } else {
            addValue(text, column, values);
        }
    }

    static void addValue(std::string_view text, const CsvColumn& column, core::Column& values) {
        const auto addWhole = [&values](const std::optional<std::int64_t>& value) {
            value ? values.appendInteger(*value) : values.appendAbsent();
        };
        switch (column.info.type) {
            case ColumnType::integer:
                return addWhole(parseInteger(text));
            case ColumnType::boolean:
                return values.appendInteger(text[0] == 't' || text[0] == 'T' ? 1 : 0);
            case ColumnType::date:
                return addWhole(parseDate(text));
            case ColumnType::dateTime:
                return addWhole(parseDateTime(text));
            default:
                break;
        }
        const auto number = parseNumber(text, column.decimal);
        number ? values.appendReal(*number) : values.appendAbsent();
    }

    void addPlace(core::GeometryColumn& geometries) {
        if (layout_.places == CsvPlaces::wellKnownText) {
            const std::string_view text = trimmed(cellOf(layout_.wkt).text);
            const WktGeometry geometry = geometryOfWkt(text);
            if (geometry.wkb.empty() && !text.empty()) {
                addUnreadable(geometries);
            } else {
                addGeometry(geometry.wkb, geometries);
            }
            return;
        }
        const auto x = parseNumber(trimmed(cellOf(layout_.x).text), layout_.x.decimal);
        const auto y = parseNumber(trimmed(cellOf(layout_.y).text), layout_.y.decimal);
        if (!x || !y) {
            geometries.endFeature(core::GeometryKind::none);
            return;
        }
        const core::Point place{*x, *y};
        geometries.addRing({&place, 1});
        geometries.endPart();
        geometries.endFeature(core::GeometryKind::point);
    }

    const CsvLayout& layout_;
    const std::vector<CsvColumn>& columns_;
    std::unique_ptr<CellRecords> records_;
    std::vector<CsvCell> cells_;
};

}  // namespace

CsvTableSource::CsvTableSource(std::filesystem::path path, std::shared_ptr<const CellFile> cells,
                               core::TableInfo info, CsvLayout layout,
                               std::shared_ptr<const Transformer> toRd, core::RemarkList& remarks)
    : path_(std::move(path)),
      state_(stateOf(path_)),
      cells_(std::move(cells)),
      info_(std::move(info)),
      layout_(std::move(layout)),
      toRd_(std::move(toRd)),
      remarks_(remarks) {}

std::vector<CsvColumn> CsvTableSource::wantedColumns(const core::TableQuery& query) const {
    if (!query.columns) {
        return layout_.columns;
    }
    std::vector<CsvColumn> wanted;
    for (const std::string& name : *query.columns) {
        const auto found =
            std::find_if(layout_.columns.begin(), layout_.columns.end(),
                         [&name](const CsvColumn& column) { return column.info.name == name; });
        if (found == layout_.columns.end()) {
            throw core::Error(
                ErrorCode::columnMissing,
                {{"column", name}, {"layer", info_.name}, {"file", shownName(path_)}});
        }
        wanted.push_back(*found);
    }
    return wanted;
}

core::Table CsvTableSource::read(const core::TableQuery& query, const std::stop_token& stop) const {
    if (stateOf(path_) != state_) {
        throw core::Error(ErrorCode::fileChanged, {{"file", shownName(path_)}});
    }
    GdalErrors quiet;  // well-known text that is none
    const std::vector<CsvColumn> columns = wantedColumns(query);
    TableBuilder::Wish wish;
    for (const CsvColumn& column : columns) {
        wish.columns.push_back(column.info);
    }
    wish.withGeometry = info_.hasGeometry && (query.withGeometry || query.bounds);
    wish.toRd = toRd_.get();
    wish.bounds = info_.hasGeometry ? query.bounds : std::nullopt;
    TableBuilder builder(std::move(wish));
    if (!query.bounds) {
        builder.reserve(info_.rowCount);
    }
    CsvBatchReader reader(*cells_, layout_, columns);
    builder.addAll(reader, stop);
    return builder.finish(info_.name, remarks_, stop);
}

}  // namespace lommer::gis
