#include "gis/registers/column_mapping.h"

#include "core/base/letter_case.h"
#include "core/subjects/subjects.h"

#include <algorithm>
#include <set>

namespace lommer::gis {
namespace {

using nlohmann::json;

constexpr int kFormatVersion = 1;
constexpr std::string_view kSource = "mapping";

bool hasColumn(const core::Subject& subject, std::string_view name) {
    return std::any_of(subject.columns.begin(), subject.columns.end(),
                       [name](const core::SubjectColumn& column) { return column.name == name; });
}

/// Codes of registers lose zeros and get padded in municipal tables too.
ValueRule ruleFor(std::string_view subject, const core::SubjectColumn& column) {
    const bool isOfBag =
        subject == "address-units" || subject == "dwellings" || subject == "addresses";
    if (isOfBag && column.name == "identificatie") {
        return ValueRule::bagIdentification;
    }
    if (column.name == "pand") {
        return ValueRule::bagIdentifications;
    }
    if (column.name == "bouwjaar") {
        return ValueRule::buildingYear;
    }
    if (column.codeList == "bag-gebruiksdoel") {
        return ValueRule::list;
    }
    if (column.name == "code" || column.name == "gemeentecode") {
        return ValueRule::areaCode;
    }
    return column.type == core::ColumnType::text ? ValueRule::trimmed : ValueRule::asIs;
}

/// Throws json::exception where a type is another.
std::optional<ColumnMapping> read(const json& from) {
    ColumnMapping mapping{from.at("subject").get<std::string>(),
                          from.at("delivery").get<std::vector<std::string>>()};
    mapping.name = from.value("name", std::string());
    for (const auto& [to, column] : from.at("columns").items()) {
        mapping.columns[to] = column.get<std::string>();
    }
    std::sort(mapping.delivery.begin(), mapping.delivery.end());
    const core::Subject* subject = core::findSubject(mapping.subject);
    const bool isKnown = subject != nullptr && subject->kind == core::DataKind::table;
    const bool hasKey = !mapping.delivery.empty() || !mapping.name.empty();
    const bool areColumns =
        std::all_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& pair) {
            return isKnown && hasColumn(*subject, pair.first) &&
                   std::binary_search(mapping.delivery.begin(), mapping.delivery.end(),
                                      pair.second);
        });
    return isKnown && hasKey && areColumns && from.at("version").get<int>() == kFormatVersion
               ? std::optional(mapping)
               : std::nullopt;
}

}  // namespace

std::vector<std::string> deliveryOf(const core::TableInfo& table) {
    std::set<std::string> names;
    for (const core::ColumnInfo& column : table.columns) {
        names.insert(core::canonicalName(column.name));
    }
    return {names.begin(), names.end()};
}

std::string nameWithoutDigits(std::string_view name) {
    std::string canonical = core::canonicalName(name);
    const auto last = canonical.find_last_not_of("0123456789");
    canonical.erase(last == std::string::npos ? canonical.size() : last + 1);
    return canonical;
}

bool fitsPlaces(std::string_view subject, const core::TableInfo& table) {
    const core::Subject* known = core::findSubject(subject);
    if (known == nullptr || known->geometryKinds.empty() || !table.hasGeometry) {
        return known != nullptr && known->geometryKinds.empty() == !table.hasGeometry;
    }
    return table.kinds.empty() ||
           std::any_of(table.kinds.begin(), table.kinds.end(), [known](core::GeometryKind kind) {
               return std::find(known->geometryKinds.begin(), known->geometryKinds.end(), kind) !=
                      known->geometryKinds.end();
           });
}

bool isDelivery(const ColumnMapping& mapping, const core::TableInfo& table) {
    return mapping.delivery == deliveryOf(table) &&
           (!mapping.delivery.empty() || mapping.name == nameWithoutDigits(table.name));
}

LayerPattern patternOf(const ColumnMapping& mapping) {
    LayerPattern pattern;
    const core::Subject* subject = core::findSubject(mapping.subject);
    pattern.subject = subject == nullptr ? std::string_view() : subject->id;
    pattern.source = kSource;
    pattern.keepsOthers = true;
    pattern.hasCbsSentinels = mapping.subject == "area-figures";
    if (subject == nullptr) {
        return pattern;
    }
    for (const core::SubjectColumn& column : subject->columns) {
        const auto found = mapping.columns.find(std::string(column.name));
        if (found != mapping.columns.end()) {
            pattern.columns.push_back({column.name, {found->second}, ruleFor(subject->id, column)});
        }
    }
    return pattern;
}

std::string columnCalled(const std::string& canonical, const core::TableInfo& table) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&canonical](const core::ColumnInfo& column) {
                                        return core::canonicalName(column.name) == canonical;
                                    });
    return found == table.columns.end() ? canonical : found->name;
}

std::string textOf(const ColumnMapping& mapping, const core::TableInfo& table) {
    std::string text;
    for (const auto& [to, from] : mapping.columns) {
        text += (text.empty() ? "" : ", ") + to + " ← " + columnCalled(from, table);
    }
    return text;
}

nlohmann::ordered_json toJson(const ColumnMapping& mapping) {
    nlohmann::ordered_json result{{"version", kFormatVersion},
                                  {"subject", mapping.subject},
                                  {"delivery", mapping.delivery},
                                  {"columns", mapping.columns}};
    if (!mapping.name.empty()) {
        result["name"] = mapping.name;
    }
    return result;
}

std::optional<ColumnMapping> mappingFromJson(const json& from) {
    try {
        return read(from);
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

}  // namespace lommer::gis
