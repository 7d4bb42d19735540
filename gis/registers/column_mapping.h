#pragma once

#include "core/vector/table_source.h"
#include "gis/registers/layer_pattern.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// Which columns of a delivery are those of a subject, as a person assigned them. The next delivery
/// with the same columns is known by it.
struct ColumnMapping {
    /// Of core/subjects.
    std::string subject;
    /// The canonical names of all columns of the delivery, sorted: what it is known by.
    std::vector<std::string> delivery;
    /// What its name begins with, canonical; only of a delivery without columns, which has nothing
    /// else to be known by.
    std::string name = {};
    /// The subject's column → the canonical name of the delivery's.
    std::map<std::string, std::string> columns = {};

    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// The canonical names of the columns of a table, sorted, each once.
std::vector<std::string> deliveryOf(const core::TableInfo& table);

/// A canonical name without the digits at its end: of `straten2024` and `straten_2025` the same.
std::string nameWithoutDigits(std::string_view name);

/// True where the rows have places as the subject's have, or none as the subject's.
bool fitsPlaces(std::string_view subject, const core::TableInfo& table);

/// True where the layer is such a delivery: the same columns; without columns, the same name.
bool isDelivery(const ColumnMapping& mapping, const core::TableInfo& table);

/// How the mapping is carried out. It refers to `mapping`, which must outlive the pattern.
LayerPattern patternOf(const ColumnMapping& mapping);

/// The name that the table itself has for a canonical one; that again where there is none.
std::string columnCalled(const std::string& canonical, const core::TableInfo& table);

/// `soort ← BOOMSOORT, hoogte ← HOOGTE_M`, with the names that the table has.
std::string textOf(const ColumnMapping& mapping, const core::TableInfo& table);

nlohmann::ordered_json toJson(const ColumnMapping& mapping);

/// Nothing where the JSON is not one: a subject or column that there is not, another type.
std::optional<ColumnMapping> mappingFromJson(const nlohmann::json& from);

}  // namespace lommer::gis
