#include "gis/vector_io/stray_texts.h"

#include "gis/vector_io/utf8.h"

#include <functional>

namespace lommer::gis {
namespace {

bool holdsNumbers(const LayerField& field) {
    return field.info.type == core::ColumnType::integer ||
           field.info.type == core::ColumnType::real ||
           field.info.type == core::ColumnType::boolean;
}

/// In SQLite every text sorts behind every number. Source: SQLite, Datatypes, 4.1.
std::string isText(const LayerField& field) {
    return sqlName(field.fileName) + " >= ''";
}

void forEachRow(GDALDatasetH dataset, const std::string& query,
                const std::function<void(OGRFeatureH)>& take) {
    OGRLayerH outcome = GDALDatasetExecuteSQL(dataset, query.c_str(), nullptr, nullptr);
    if (outcome == nullptr) {
        return;
    }
    while (OGRFeatureH row = OGR_L_GetNextFeature(outcome)) {
        take(row);
        OGR_F_Destroy(row);
    }
    GDALDatasetReleaseResultSet(dataset, outcome);
}

}  // namespace

void findStrayTexts(GDALDatasetH dataset, OGRLayerH layer, const std::string& filter,
                    std::vector<LayerField>& fields) {
    std::string anyIsText;
    for (const LayerField& field : fields) {
        if (holdsNumbers(field)) {
            anyIsText += (anyIsText.empty() ? "" : " OR ") + isText(field);
        }
    }
    const std::string number = OGR_L_GetFIDColumn(layer);
    if (anyIsText.empty() || number.empty()) {
        return;
    }
    GdalErrors quiet;  // reading the rows will tell what is wrong
    const std::string from = " FROM " + sqlName(OGR_L_GetName(layer)) + " WHERE " +
                             (filter.empty() ? "" : '(' + filter + ") AND ");
    // What is looked at here is read right after: it should not have to come from the file twice.
    forEachRow(dataset, "PRAGMA cache_size = -32768", [](OGRFeatureH) {});
    bool isThere = false;
    forEachRow(dataset, "SELECT 1" + from + '(' + anyIsText + ") LIMIT 1",
               [&isThere](OGRFeatureH) { isThere = true; });
    for (LayerField& field : fields) {
        if (!isThere || !holdsNumbers(field)) {
            continue;
        }
        // Aliases: GDAL keeps the first column of the FID's own name out of the fields.
        const std::string query = "SELECT CAST(" + sqlName(number) + " AS TEXT) AS lommer_row, " +
                                  "CAST(" + sqlName(field.fileName) + " AS TEXT) AS lommer_text" +
                                  from + isText(field);
        LayerField::StrayTexts texts;
        forEachRow(dataset, query, [&texts](OGRFeatureH row) {
            texts[std::stoll(OGR_F_GetFieldAsString(row, 0))] =
                validUtf8(OGR_F_GetFieldAsString(row, 1));
        });
        if (!texts.empty()) {
            field.strayTexts = std::make_shared<const LayerField::StrayTexts>(std::move(texts));
        }
    }
}

}  // namespace lommer::gis
