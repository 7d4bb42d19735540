// Columns of the Wijk- en Buurtkaart with key figures; rules for what is published after CBS,
// Toelichting Wijk- en Buurtkaart.

#include "core/sample/area_rows.h"

#include "core/sample/building_site.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t kSecret = -99997;
constexpr std::int64_t kLater = -99995;
constexpr std::string_view kMunicipalityCode = "GM9990";
constexpr std::string_view kMunicipalityName = "Lommerdal";
constexpr double kSquareMetresPerHectare = 10000.0;
constexpr std::int64_t kFewestHomes = 20;

constexpr std::array kBuiltUpNames{
    "Dorpskern"sv,   "Molenhoek"sv,         "Kerkbuurt"sv,    "De Esch"sv,
    "Noorderveld"sv, "Zonnekamp"sv,         "Bloemenbuurt"sv, "Vogelbuurt"sv,
    "De Brink"sv,    "Westrik"sv,           "Ooster Enk"sv,   "Stationsbuurt"sv,
    "De Hoven"sv,    "Schilderskwartier"sv, "Zuiderbroek"sv,  "De Pas"sv};
constexpr std::array kRuralNames{"Beekdal"sv,    "Broekland"sv,    "Heideveld"sv,   "Het Goor"sv,
                                 "Achterveld"sv, "De Mark"sv,      "Winkelshoek"sv, "Het Loo"sv,
                                 "De Horst"sv,   "Buitengebied"sv, "Veldhoek"sv,    "De Maten"sv};

std::vector<ColumnInfo> withFigures(std::initializer_list<std::string_view> first) {
    std::vector<ColumnInfo> columns;
    for (const std::string_view name : first) {
        columns.push_back({std::string(name)});
    }
    columns.push_back({"water"});
    columns.push_back({"jaar", ColumnType::integer});
    for (const std::string_view name :
         {"omgevingsadressendichtheid"sv, "stedelijkheid_adressen_per_km2"sv, "aantal_inwoners"sv,
          "mannen"sv, "vrouwen"sv, "percentage_personen_0_tot_15_jaar"sv,
          "percentage_personen_15_tot_25_jaar"sv, "percentage_personen_25_tot_45_jaar"sv,
          "percentage_personen_45_tot_65_jaar"sv, "percentage_personen_65_jaar_en_ouder"sv,
          "aantal_huishoudens"sv, "woningvoorraad"sv, "gemiddelde_woningwaarde"sv,
          "percentage_meergezinswoning"sv, "percentage_bouwjaarklasse_tot_2000"sv,
          "percentage_koopwoningen"sv, "gemiddeld_gasverbruik_totaal"sv,
          "aantal_bedrijfsvestigingen"sv}) {
        columns.push_back({std::string(name), ColumnType::integer});
    }
    for (const std::string_view name :
         {"gemiddelde_huishoudsgrootte"sv, "oppervlakte_totaal_in_ha"sv, "oppervlakte_land_in_ha"sv,
          "oppervlakte_water_in_ha"sv}) {
        columns.push_back({std::string(name), ColumnType::real});
    }
    return columns;
}

std::int64_t roundedToFive(double value) noexcept {
    return 5 * std::llround(value / 5.0);
}

std::int64_t percent(std::int64_t part, std::int64_t whole) noexcept {
    return std::llround(100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::int64_t urbanity(double addressesPerSquareKilometre) noexcept {
    constexpr std::array kLimits{2500.0, 1500.0, 1000.0, 500.0};
    std::int64_t level = 1;
    for (const double limit : kLimits) {
        level += addressesPerSquareKilometre < limit ? 1 : 0;
    }
    return level;
}

std::string codeOf(std::string_view prefix, std::int64_t district, std::int64_t index = -1) {
    std::string code = std::string(prefix) + "9990" + padded(district % 100, 2);
    return index < 0 ? code : code + padded(index, 2);
}

double hectares(double squareMetres) noexcept {
    return std::round(squareMetres / kSquareMetresPerHectare * 10.0) / 10.0;
}

}  // namespace

AreaRows::AreaRows(SampleTableSink& sink, const Bounds& bounds, std::uint64_t seed)
    : sink_(sink), bounds_(bounds), seed_(seed) {}

void AreaRows::Figures::add(const Figures& other) {
    homes += other.homes;
    flats += other.flats;
    homesBefore2000 += other.homesBefore2000;
    workplaces += other.workplaces;
    waterSquareMetres += other.waterSquareMetres;
    squareMetres += other.squareMetres;
    inhabitants += other.inhabitants;
}

void AreaRows::add(SampleArea area) {
    Figures figures;
    figures.squareMetres = ringArea(area.ring);
    (area.isDistrict ? districts_ : neighbourhoods_).push_back({std::move(area), figures});
}

void AreaRows::count(const SampleBuilding& building) {
    if (building.area < 0) {
        return;
    }
    Figures& figures = neighbourhoods_[static_cast<std::size_t>(building.area)].figures;
    ChanceStream chance(mixed(seed_ ^ 601 ^ static_cast<std::uint64_t>(building.area)));
    const double perHome = building.use == BuildingUse::flat ? 1.6 : chance.between(2.1, 2.6);
    figures.homes += building.homes;
    figures.flats += building.homes > 4 ? building.homes : 0;
    figures.homesBefore2000 += building.builtYear < 2000 ? building.homes : 0;
    figures.workplaces += building.workplaces;
    figures.inhabitants += perHome * static_cast<double>(building.homes);
}

void AreaRows::count(const SurfacePart& part) {
    const bool isWater = part.cover == Cover::brook || part.cover == Cover::pond;
    if (part.area >= 0 && isWater) {
        neighbourhoods_[static_cast<std::size_t>(part.area)].figures.waterSquareMetres +=
            ringArea(part.ring);
    }
}

std::string AreaRows::nameOf(const Area& area) const {
    const auto& names = area.area.isBuiltUp ? std::span<const std::string_view>(kBuiltUpNames)
                                            : std::span<const std::string_view>(kRuralNames);
    std::int64_t before = 0;
    for (const Area& other : area.area.isDistrict ? districts_ : neighbourhoods_) {
        before += other.area.index < area.area.index && other.area.isBuiltUp == area.area.isBuiltUp
                      ? 1
                      : 0;
    }
    const auto count = static_cast<std::int64_t>(names.size());
    std::string name(names[static_cast<std::size_t>(before % count)]);
    constexpr std::array kParts{""sv,      "-Noord"sv,  "-Zuid"sv,   "-Oost"sv,
                                "-West"sv, "-Midden"sv, "-Binnen"sv, "-Buiten"sv};
    const auto part = static_cast<std::size_t>(before / count);
    return name + (part < kParts.size() ? std::string(kParts[part])
                                        : " " + std::to_string(before / count));
}

void AreaRows::writeFigures(SampleLayerRows& rows, const Figures& figures,
                            std::uint64_t key) const {
    ChanceStream chance(mixed(seed_ ^ 602 ^ key * 7919));
    const double squareKilometres = figures.squareMetres / 1e6;
    const double density =
        static_cast<double>(figures.homes + figures.workplaces) / std::max(squareKilometres, 1e-3);
    const std::int64_t inhabitants = roundedToFive(figures.inhabitants);
    const std::int64_t men = roundedToFive(figures.inhabitants * chance.between(0.48, 0.52));
    const bool isKnown = inhabitants >= 10;
    const bool hasHomes = figures.homes >= kFewestHomes;
    const auto orSecret = [&](bool isShown, std::int64_t value) {
        rows.integer(isShown ? value : kSecret);
    };
    rows.text("NEE").integer(2025).integer(std::llround(density)).integer(urbanity(density));
    rows.integer(inhabitants);
    orSecret(isKnown, men);
    orSecret(isKnown, inhabitants - men);
    std::array<double, 5> ages{chance.between(12.0, 19.0), chance.between(9.0, 13.0),
                               chance.between(18.0, 27.0), chance.between(24.0, 31.0), 0.0};
    ages[4] = 100.0 - ages[0] - ages[1] - ages[2] - ages[3];
    for (const double age : ages) {
        orSecret(isKnown && inhabitants >= 50, std::llround(age));
    }
    const double perHousehold =
        figures.homes > 0 ? figures.inhabitants / static_cast<double>(figures.homes) : 0.0;
    rows.integer(roundedToFive(static_cast<double>(figures.homes))).integer(figures.homes);
    orSecret(figures.homes >= 50, std::llround(chance.between(245.0, 520.0)));
    orSecret(hasHomes, hasHomes ? percent(figures.flats, figures.homes) : 0);
    orSecret(hasHomes, hasHomes ? percent(figures.homesBefore2000, figures.homes) : 0);
    orSecret(hasHomes, std::llround(chance.between(45.0, 88.0)));
    rows.integer(kLater).integer(roundedToFive(static_cast<double>(figures.workplaces)));
    isKnown ? rows.real(std::round(perHousehold * 10.0) / 10.0)
            : rows.real(static_cast<double>(kSecret));
    rows.real(hectares(figures.squareMetres))
        .real(hectares(figures.squareMetres - figures.waterSquareMetres))
        .real(hectares(figures.waterSquareMetres));
}

void AreaRows::writeNeighbourhoods() {
    auto columns =
        withFigures({"buurtcode", "buurtnaam", "wijkcode", "gemeentecode", "gemeentenaam"});
    columns.push_back({"indelingswijziging_wijken_en_buurten", ColumnType::integer});
    SampleLayerRows rows(sink_, SampleLayer::neighbourhoods, std::move(columns),
                         GeometryKind::polygon);
    std::vector<std::int64_t> counts(districts_.size(), 0);
    for (const Area& one : neighbourhoods_) {
        const std::int64_t district = one.area.district;
        rows.text(codeOf("BU", district, counts[static_cast<std::size_t>(district)]++))
            .text(nameOf(one))
            .text(codeOf("WK", district))
            .text(kMunicipalityCode)
            .text(kMunicipalityName);
        writeFigures(rows, one.figures, static_cast<std::uint64_t>(one.area.index));
        ChanceStream chance(mixed(seed_ ^ 603 ^ static_cast<std::uint64_t>(one.area.index)));
        const double change = chance.next();
        rows.integer(change < 0.9 ? 1 : change < 0.95 ? 2 : 3).polygon(one.area.ring);
    }
    rows.flush();
}

void AreaRows::writeDistricts() {
    SampleLayerRows rows(sink_, SampleLayer::districts,
                         withFigures({"wijkcode", "wijknaam", "gemeentecode", "gemeentenaam"}),
                         GeometryKind::polygon);
    for (const Area& one : districts_) {
        rows.text(codeOf("WK", one.area.index))
            .text(nameOf(one))
            .text(kMunicipalityCode)
            .text(kMunicipalityName);
        writeFigures(rows, one.figures, 1000 + static_cast<std::uint64_t>(one.area.index));
        rows.polygon(one.area.ring);
    }
    rows.flush();
}

void AreaRows::writeMunicipality() {
    Figures all;
    for (const Area& one : districts_) {
        all.add(one.figures);
    }
    SampleLayerRows rows(sink_, SampleLayer::municipality,
                         withFigures({"gemeentecode", "gemeentenaam"}), GeometryKind::polygon);
    rows.text(kMunicipalityCode).text(kMunicipalityName);
    writeFigures(rows, all, 5000);
    rows.polygon({{bounds_.xmin, bounds_.ymin},
                  {bounds_.xmax, bounds_.ymin},
                  {bounds_.xmax, bounds_.ymax},
                  {bounds_.xmin, bounds_.ymax},
                  {bounds_.xmin, bounds_.ymin}});
    rows.flush();
}

void AreaRows::finish() {
    for (const Area& one : neighbourhoods_) {
        Figures& district = districts_[static_cast<std::size_t>(one.area.district)].figures;
        const double squareMetres = district.squareMetres;
        district.add(one.figures);
        district.squareMetres = squareMetres;
    }
    writeNeighbourhoods();
    writeDistricts();
    writeMunicipality();
}

}  // namespace lommer::core
