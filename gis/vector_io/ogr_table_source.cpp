#include "gis/vector_io/ogr_table_source.h"

#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "gis/vector_io/stray_texts.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lommer::gis {
namespace {

using core::ErrorCode;

/// A rectangle in RD as one in the layer's own coordinates that surely holds it: the outline is
/// followed in steps, and a tenth is added for what bulges between. Nothing where RD does not
/// reach: then every row is looked at.
std::optional<core::Bounds> inOwnCoordinates(const core::Bounds& bounds,
                                             const Transformer* fromRd) {
    if (fromRd == nullptr || bounds.isEmpty()) {
        return bounds;
    }
    constexpr int kSteps = 16;
    std::vector<core::Point> outline;
    for (int step = 0; step <= kSteps; ++step) {
        const double fraction = static_cast<double>(step) / kSteps;
        const double x = bounds.xmin + fraction * bounds.width();
        const double y = bounds.ymin + fraction * bounds.height();
        outline.insert(outline.end(),
                       {{x, bounds.ymin}, {x, bounds.ymax}, {bounds.xmin, y}, {bounds.xmax, y}});
    }
    try {
        fromRd->transform(outline);
    } catch (const core::Error&) {
        return std::nullopt;
    }
    core::Bounds own;
    for (const core::Point& point : outline) {
        own.include(point);
    }
    return own.grownBy(0.1 * std::max(own.width(), own.height()));
}

std::string sqlNumber(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.17g", value);
    return text.data();
}

/// Rows by the R-tree of a GeoPackage. OGR's own spatial filter tests the shapes themselves and
/// would drop rows of which only the bounding box touches.
std::string treeFilter(OGRLayerH layer, const core::Bounds& own) {
    const std::string tree = sqlName(std::string("rtree_") + OGR_L_GetName(layer) + '_' +
                                     OGR_L_GetGeometryColumn(layer));
    return sqlName(OGR_L_GetFIDColumn(layer)) + " IN (SELECT id FROM " + tree +
           " WHERE maxx >= " + sqlNumber(own.xmin) + " AND minx <= " + sqlNumber(own.xmax) +
           " AND maxy >= " + sqlNumber(own.ymin) + " AND miny <= " + sqlNumber(own.ymax) + ')';
}

/// Rows by the numbers that a GeoPackage gives them.
std::string numberFilter(OGRLayerH layer, std::int64_t first, std::int64_t last) {
    return sqlName(OGR_L_GetFIDColumn(layer)) + " BETWEEN " + std::to_string(first) + " AND " +
           std::to_string(last);
}

/// The lowest and highest number of a layer's rows; nothing where they have none.
std::optional<std::pair<std::int64_t, std::int64_t>> numbersOf(GDALDatasetH dataset,
                                                               const std::string& name) {
    GdalErrors quiet;  // reading the rows will tell what is wrong
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name.c_str());
    if (layer == nullptr || *OGR_L_GetFIDColumn(layer) == '\0') {
        return std::nullopt;
    }
    const std::string column = sqlName(OGR_L_GetFIDColumn(layer));
    const std::string query =
        "SELECT min(" + column + "), max(" + column + ") FROM " + sqlName(name);
    OGRLayerH outcome = GDALDatasetExecuteSQL(dataset, query.c_str(), nullptr, nullptr);
    if (outcome == nullptr) {
        return std::nullopt;
    }
    std::optional<std::pair<std::int64_t, std::int64_t>> numbers;
    OGRFeatureH row = OGR_L_GetNextFeature(outcome);
    if (row != nullptr && OGR_F_IsFieldSetAndNotNull(row, 0) != 0) {
        numbers = {OGR_F_GetFieldAsInteger64(row, 0), OGR_F_GetFieldAsInteger64(row, 1)};
    }
    OGR_F_Destroy(row);
    GDALDatasetReleaseResultSet(dataset, outcome);
    return numbers;
}

/// Rows without a value in a column, where the database can tell; a moment that is none reads as
/// no value.
std::string emptyFilter(OGRLayerH layer, const std::string& column) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    OGRFieldDefnH field =
        OGR_FD_GetFieldDefn(definition, OGR_FD_GetFieldIndex(definition, column.c_str()));
    const std::string name = sqlName(column);
    const bool isMoment =
        OGR_Fld_GetType(field) == OFTDate || OGR_Fld_GetType(field) == OFTDateTime;
    return '(' + name + " IS NULL OR " + name + (isMoment ? " NOT GLOB '[0-9]*')" : " = '')");
}

/// Looks at the stop token between features that GDAL fetches inside one batch too.
std::unique_ptr<BatchReader> makeReader(OGRLayerH layer, const std::vector<LayerField>& fields,
                                        bool withGeometry) {
    if (OGR_L_TestCapability(layer, OLCFastGetArrowStream) != 0) {
        if (auto reader = makeArrowReader(layer, fields, withGeometry)) {
            return reader;
        }
    }
    return makeFeatureReader(layer, fields, withGeometry);
}

}  // namespace

OgrTableSource::OgrTableSource(std::filesystem::path path, core::TableInfo info, std::string driver,
                               std::shared_ptr<const Transformer> toRd,
                               std::shared_ptr<const Transformer> fromRd, core::RemarkList& remarks)
    : path_(std::move(path)),
      state_(stateOf(path_)),
      info_(std::move(info)),
      driver_(std::move(driver)),
      toRd_(std::move(toRd)),
      fromRd_(std::move(fromRd)),
      remarks_(remarks) {}

std::vector<LayerField> OgrTableSource::wantedFields(OGRLayerH layer,
                                                     const core::TableQuery& query) const {
    std::vector<std::string> leftOut;
    std::vector<LayerField> all = fieldsOf(layer, leftOut);
    if (!query.columns) {
        return all;
    }
    std::vector<LayerField> wanted;
    for (const std::string& name : *query.columns) {
        const auto found = std::find_if(all.begin(), all.end(), [&name](const LayerField& field) {
            return field.info.name == name;
        });
        if (found == all.end()) {
            throw core::Error(
                ErrorCode::columnMissing,
                {{"column", name}, {"layer", info_.name}, {"file", shownName(path_)}});
        }
        wanted.push_back(*found);
    }
    return wanted;
}

std::string OgrTableSource::limit(OGRLayerH layer, const std::vector<LayerField>& wanted,
                                  const core::TableQuery& query,
                                  const std::optional<Numbers>& numbers) const {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<const char*> ignored;
    for (int index = 0; index < OGR_FD_GetFieldCount(definition); ++index) {
        const bool isWanted = std::any_of(wanted.begin(), wanted.end(), [index](const auto& field) {
            return field.index == index;
        });
        if (!isWanted) {
            ignored.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)));
        }
    }
    ignored.push_back(nullptr);
    if (OGR_L_TestCapability(layer, OLCIgnoreFields) != 0) {
        OGR_L_SetIgnoredFields(layer, ignored.data());
    }
    std::string filter;
    const auto add = [&filter](const std::string& clause) {
        filter += (filter.empty() ? "" : " AND ") + clause;
    };
    if (numbers) {
        add(numberFilter(layer, numbers->first, numbers->last));
    }
    const bool hasTree =
        driver_ == "GPKG" && OGR_L_TestCapability(layer, OLCFastSpatialFilter) != 0;
    if (query.bounds && hasTree) {
        if (const auto own = inOwnCoordinates(*query.bounds, fromRd_.get())) {
            add(treeFilter(layer, *own));
        }
    }
    for (const std::string& column : query.needlessWith) {
        if (isDatabase()) {
            add(emptyFilter(layer, column));
        }
    }
    if (!filter.empty()) {
        OGR_L_SetAttributeFilter(layer, filter.c_str());
    }
    return filter;
}

std::vector<OgrTableSource::Numbers> OgrTableSource::piecesOf(const core::TableQuery& query) const {
    // The same for any number of threads: where a piece ends may be seen in nothing else.
    constexpr std::int64_t kRowsPerPiece = 32'768;
    const bool isWorthIt = driver_ == "GPKG" && !query.bounds && info_.rowCount > kRowsPerPiece;
    if (!isWorthIt) {
        return {};
    }
    const DatasetHandle dataset = openVectorDataset(path_);
    const auto range = numbersOf(dataset.get(), info_.name);
    constexpr std::int64_t kHighest = std::int64_t{1} << 53U;
    if (!range || range->first < 0 || range->second > kHighest) {
        return {};
    }
    const std::int64_t count = (info_.rowCount + kRowsPerPiece - 1) / kRowsPerPiece;
    const std::int64_t step = (range->second - range->first) / count + 1;
    std::vector<Numbers> pieces;
    for (std::int64_t first = range->first; first <= range->second; first += step) {
        pieces.push_back({first, std::min(first + step - 1, range->second)});
    }
    return pieces;
}

TableBuilder OgrTableSource::readPiece(const core::TableQuery& query,
                                       const std::optional<Numbers>& numbers,
                                       const std::stop_token& stop) const {
    const DatasetHandle dataset = openVectorDataset(path_);
    GdalErrors errors;
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), info_.name.c_str());
    if (layer == nullptr) {
        throw core::Error(ErrorCode::fileChanged, {{"file", shownName(path_)}}, errors.text());
    }
    std::vector<LayerField> fields = wantedFields(layer, query);
    const std::string filter = limit(layer, fields, query, numbers);
    if (isDatabase()) {
        findStrayTexts(dataset.get(), layer, filter, fields);
    }

    TableBuilder::Wish wish;
    for (const LayerField& field : fields) {
        wish.columns.push_back(field.info);
    }
    wish.withGeometry = info_.hasGeometry && (query.withGeometry || query.bounds);
    wish.toRd = toRd_.get();
    wish.bounds = info_.hasGeometry ? query.bounds : std::nullopt;
    TableBuilder builder(std::move(wish));
    if (!numbers && !query.bounds && info_.rowCount > 0) {
        builder.reserve(info_.rowCount);
    }
    const auto reader = makeReader(layer, fields, builder.hasGeometry());
    builder.addAll(*reader, stop);
    if (errors.hasFailed()) {
        throw core::Error(ErrorCode::fileIncomplete, {{"file", shownName(path_)}}, errors.text());
    }
    return builder;
}

bool OgrTableSource::isDatabase() const {
    return driver_ == "GPKG" || driver_ == "SQLite";
}

core::Table OgrTableSource::read(const core::TableQuery& query, const std::stop_token& stop) const {
    if (stateOf(path_) != state_) {
        throw core::Error(ErrorCode::fileChanged, {{"file", shownName(path_)}});
    }
    const std::vector<Numbers> pieces = piecesOf(query);
    std::vector<std::optional<TableBuilder>> read(std::max<std::size_t>(pieces.size(), 1));
    if (pieces.empty()) {
        read.front() = readPiece(query, {}, stop);
    } else {
        core::parallelFor(static_cast<std::int64_t>(pieces.size()), stop, [&](std::int64_t index) {
            const auto piece = static_cast<std::size_t>(index);
            read[piece] = readPiece(query, pieces[piece], stop);
        });
    }
    std::int64_t rows = 0;
    for (const auto& piece : read) {
        rows += piece->rowCount();
    }
    TableBuilder all = std::move(*read.front());
    all.reserve(rows);
    for (std::size_t piece = 1; piece < read.size(); ++piece) {
        all.add(std::move(*read[piece]));
        read[piece].reset();
    }
    const bool isAll = !isDatabase() || (query.needlessWith.empty() && !query.bounds);
    if (isAll && info_.rowCount >= 0 && all.readRows() != info_.rowCount) {
        throw core::Error(
            ErrorCode::fileIncomplete, {{"file", shownName(path_)}},
            std::to_string(all.readRows()) + " of " + std::to_string(info_.rowCount) + " rows");
    }
    return all.finish(info_.name, remarks_, stop);
}

}  // namespace lommer::gis
