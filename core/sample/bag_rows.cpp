// Columns and terms of the BAG 2.0 "light" GeoPackage and the Catalogus BAG 2018.

#include "core/sample/bag_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

constexpr double kStoreyMetres = 2.9;
/// Of the outline, walls taken off.
constexpr double kUsableShare = 0.84;

constexpr std::array kNames{
    "Beuken"sv,     "Linden"sv,   "Eiken"sv,   "Merel"sv,       "Lijster"sv,    "Kievit"sv,
    "Molen"sv,      "Kerk"sv,     "School"sv,  "Wilgen"sv,      "Zwaluw"sv,     "Rozen"sv,
    "Tulpen"sv,     "Anjer"sv,    "Vermeer"sv, "Rembrandt"sv,   "Frans Hals"sv, "Wilhelmina"sv,
    "Juliana"sv,    "Beatrix"sv,  "Esdoorn"sv, "Iepen"sv,       "Kastanje"sv,   "Heide"sv,
    "Korenbloem"sv, "Klaproos"sv, "Vink"sv,    "Reiger"sv,      "Egel"sv,       "Hazen"sv,
    "Weide"sv,      "Akker"sv,    "Haver"sv,   "Gerst"sv,       "Rogge"sv,      "Boekweit"sv,
    "Smids"sv,      "Bakkers"sv,  "Wever"sv,   "Klompenmaker"sv};
constexpr std::array kKinds{"straat"sv, "laan"sv, "weg"sv, "pad"sv, "hof"sv, "dreef"sv, "kamp"sv};

std::string_view useOf(BuildingUse use) noexcept {
    switch (use) {
        case BuildingUse::house:
        case BuildingUse::flat:
            return "woonfunctie";
        case BuildingUse::shop:
            return "winkelfunctie";
        case BuildingUse::industry:
            return "industriefunctie";
        case BuildingUse::school:
            return "onderwijsfunctie";
        case BuildingUse::care:
            return "gezondheidszorgfunctie";
        case BuildingUse::church:
            return "bijeenkomstfunctie";
        case BuildingUse::barn:
        case BuildingUse::shed:
            break;
    }
    return {};
}

std::string identification(std::string_view type, std::int64_t number) {
    return "9990" + std::string(type) + padded(number, 10);
}

Point rounded(Point place) noexcept {
    return {std::round(place.x * 1000.0) / 1000.0, std::round(place.y * 1000.0) / 1000.0};
}

}  // namespace

std::string streetName(std::int64_t street) {
    if (street < 0) {
        return "Dorpsplein";
    }
    const auto count = static_cast<std::int64_t>(kNames.size());
    const auto kinds = static_cast<std::int64_t>(kKinds.size());
    const std::int64_t round = street / (count * kinds);
    std::string name;
    if (round > 0) {
        constexpr std::array kBefore{"Nieuwe "sv, "Oude "sv, "Lange "sv, "Korte "sv,
                                     "Hoge "sv,   "Lage "sv, "Brede "sv, "Smalle "sv};
        name = kBefore[static_cast<std::size_t>(round - 1) % kBefore.size()];
    }
    name += kNames[static_cast<std::size_t>(street % count)];
    name += kKinds[static_cast<std::size_t>((street / count + street) % kinds)];
    return name;
}

std::string postcodeOf(std::int64_t street) {
    constexpr std::int64_t kLetters = 26;
    const std::int64_t number = std::max<std::int64_t>(street, 0);
    std::string code = std::to_string(9990 + number / (kLetters * kLetters) % 10);
    code += static_cast<char>('A' + number / kLetters % kLetters);
    code += static_cast<char>('A' + number % kLetters);
    return code;
}

BagRows::BagRows(SampleTableSink& sink, std::uint64_t seed)
    : chance_(mixed(seed ^ 501)),
      buildings_(sink, SampleLayer::bagBuildings,
                 {{"identificatie"},
                  {"bouwjaar", ColumnType::integer, Unit::year},
                  {"status"},
                  {"gebruiksdoel"},
                  {"oppervlakte_min", ColumnType::integer},
                  {"oppervlakte_max", ColumnType::integer},
                  {"aantal_verblijfsobjecten", ColumnType::integer}},
                 GeometryKind::polygon),
      units_(sink, SampleLayer::bagUnits,
             {{"identificatie"},
              {"oppervlakte", ColumnType::integer},
              {"status"},
              {"gebruiksdoel"},
              {"openbare_ruimte_naam"},
              {"huisnummer", ColumnType::integer},
              {"huisletter"},
              {"toevoeging"},
              {"postcode"},
              {"woonplaats_naam"},
              {"bouwjaar", ColumnType::integer, Unit::year},
              {"pand_identificatie"},
              {"pandstatus"},
              {"nummeraanduiding_hoofdadres_identificatie"}},
             GeometryKind::point) {}

void BagRows::addBuilding(const SampleBuilding& building, const std::string& id,
                          std::string_view status, std::string_view use, std::int64_t units,
                          double unitArea) {
    buildings_.text(id).integer(building.builtYear).text(status).textOrNone(use);
    for (const double share : {0.92, 1.08}) {
        units > 0 ? buildings_.integer(std::llround(unitArea * share)) : buildings_.none();
    }
    buildings_.integer(units).polygon(building.outline.ring());
}

std::string BagRows::add(const SampleBuilding& building) {
    std::string id = identification("10", ++buildingCount_);
    const std::int64_t units = building.homes + building.workplaces;
    const double outline = 4.0 * building.outline.halfLength * building.outline.halfDepth;
    const double storeys = std::max(1.0, std::round(building.eavesMetres / kStoreyMetres));
    const double floors = building.use == BuildingUse::church ? 1.0 : storeys;
    // Half of what is under the roof counts.
    const double attic = building.roof == RoofKind::gable ? 0.45 : 0.0;
    const double unitArea =
        units > 0 ? outline * kUsableShare * (floors + attic) / static_cast<double>(units) : 0.0;
    const bool isReplaced = building.use == BuildingUse::house && chance_.hits(0.004);
    addBuilding(building, id, isReplaced ? "Sloopvergunning verleend" : "Pand in gebruik",
                units > 0 ? useOf(building.use) : std::string_view(), units, unitArea);
    if (isReplaced || chance_.hits(0.01)) {
        SampleBuilding other = building;
        other.builtYear = isReplaced ? 2027 : std::max<std::int64_t>(1900, building.builtYear - 40);
        addBuilding(other, identification("10", ++buildingCount_),
                    isReplaced ? "Bouwvergunning verleend" : "Pand gesloopt", {}, 0, 0.0);
    }
    if (units > 0) {
        addUnits(building, id);
    }
    return id;
}

void BagRows::addUnits(const SampleBuilding& building, const std::string& buildingId) {
    const std::int64_t units = building.homes + building.workplaces;
    const double outline = 4.0 * building.outline.halfLength * building.outline.halfDepth;
    const double floors = std::max(1.0, std::round(building.eavesMetres / kStoreyMetres));
    const double area = outline * kUsableShare * floors / static_cast<double>(units);
    std::int64_t& last = numbers_[building.street];
    const bool isOneEntrance = building.homes > 4;
    last += 1 + chance_.upTo(2);
    for (std::int64_t unit = 0; unit < units; ++unit) {
        const bool isHome = unit >= building.workplaces;
        const bool isMixed = building.use == BuildingUse::shop && units == 1 && chance_.hits(0.2);
        const double share = (2.0 * static_cast<double>(unit) + 1.0) / static_cast<double>(units);
        const std::string_view use = isHome ? "woonfunctie"sv : useOf(building.use);
        const bool isWithdrawn = chance_.hits(0.015);
        ++unitCount_;
        units_.text(identification("01", unitCount_))
            .integer(std::max<std::int64_t>(18, std::llround(area * chance_.between(0.92, 1.08))))
            .text(isWithdrawn ? "Verblijfsobject ingetrokken" : "Verblijfsobject in gebruik")
            .text(isMixed ? "woonfunctie,winkelfunctie"sv : use)
            .text(streetName(building.street))
            .integer(last);
        units_.none();
        isOneEntrance ? units_.text(std::to_string(unit + 1)) : units_.none();
        units_.text(postcodeOf(building.street))
            .text("Lommerdal")
            .integer(building.builtYear)
            .text(buildingId)
            .text("Pand in gebruik")
            .text(identification("20", unitCount_))
            .point(rounded(building.outline.at(0.7 * (share - 1.0), 0.2)));
        last += isOneEntrance ? 0 : (unit + 1 < units ? 1 : 0);
    }
}

void BagRows::flush() {
    buildings_.flush();
    units_.flush();
}

}  // namespace lommer::core
