#include "core/subjects/subject_words.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

struct ColumnWords {
    std::string_view subject;
    std::string_view column;
    std::span<const std::string_view> words;
};

struct LayerWords {
    std::string_view subject;
    std::span<const std::string_view> words;
};

constexpr std::array kTreeId{"boomnummer"sv, "boomnr"sv,       "boomid"sv,   "elementnummer"sv,
                             "elementnr"sv,  "objectnummer"sv, "objectnr"sv, "objectid"sv,
                             "lokaalid"sv,   "nummer"sv,       "guid"sv,     "id"sv};
constexpr std::array kTreeKind{"boomsoort"sv,       "soortnaam"sv,
                               "latijnsenaam"sv,    "latboomsoort"sv,
                               "nedboomsoort"sv,    "wetenschappelijkenaam"sv,
                               "nederlandsenaam"sv, "boomsoortwetenschappelijk"sv,
                               "boomnaam"sv,        "sortiment"sv,
                               "species"sv};
constexpr std::array kTreeHeight{"boomhoogte"sv,    "hoogtem"sv,        "boomhoogtem"sv,
                                 "hoogtemeter"sv,   "hoogteinmeters"sv, "boomhoogteactueel"sv,
                                 "actuelehoogte"sv, "height"sv};
constexpr std::array kCrown{"kroonbreedte"sv,  "kroondiameterm"sv, "kroonbreedtem"sv,
                            "diameterkroon"sv, "kroon"sv,          "crowndiameter"sv};
constexpr std::array kPlanted{"aanlegjaar"sv, "kiemjaar"sv,      "aanplantjaar"sv, "jaaraanleg"sv,
                              "jaarplant"sv,  "jaarvanaanleg"sv, "jaaraanplant"sv, "plantyear"sv};
constexpr std::array kHolder{"beheerder"sv, "eigenaar"sv};
constexpr std::array kLevel{"relatievehoogteligging"sv};

constexpr std::array kBuildingId{"pandidentificatie"sv, "pandid"sv, "bagpandid"sv, "idpand"sv,
                                 "gebouwid"sv,          "bagid"sv};
constexpr std::array kBuilt{"bouwjaarpand"sv, "oorspronkelijkbouwjaar"sv, "jaarvanbouw"sv,
                            "bouwjr"sv};
constexpr std::array kBuildingState{"pandstatus"sv, "statuspand"sv};
constexpr std::array kBuildingHeight{"gebouwhoogte"sv, "pandhoogte"sv, "nokhoogte"sv};
constexpr std::array kUnitId{"verblijfsobjectid"sv, "vboid"sv,
                             "bagvboid"sv,          "bagverblijfsobjectid"sv,
                             "vboidentificatie"sv,  "bagid"sv};
constexpr std::array kUnitBuilding{"pandid"sv, "pandidentificatie"sv, "bagpandid"sv, "pandref"sv};
constexpr std::array kUse{"gebruiksfunctie"sv, "gebruiksdoelen"sv, "functie"sv};
constexpr std::array kFloor{"gebruiksoppervlakte"sv, "gebruiksoppervlak"sv, "gbo"sv,
                            "oppervlaktem2"sv, "opp"sv};
constexpr std::array kUnitState{"vbostatus"sv, "statusverblijfsobject"sv};
constexpr std::array kAddress{"volledigadres"sv, "adresregel"sv};
constexpr std::array kAddressId{"nummeraanduidingid"sv, "nummeraanduiding"sv, "adresid"sv};
constexpr std::array kPostcode{"pc6"sv, "postcode6"sv};
constexpr std::array kNumber{"huisnr"sv, "hnr"sv};
constexpr std::array kLetter{"hletter"sv};
constexpr std::array kAddition{"huisnummertoevoeging"sv, "toev"sv};
constexpr std::array kStreet{"straatnaam"sv, "openbareruimte"sv, "openbareruimtenaam"sv};
constexpr std::array kPlace{"plaats"sv, "plaatsnaam"sv, "woonplaatsnaam"sv};

constexpr std::array kPlanName{"plannaam"sv,         "projectnaam"sv, "naamplan"sv,
                               "planomschrijving"sv, "project"sv,     "plan"sv};
constexpr std::array kPhase{"planfase"sv, "planstatus"sv, "projectfase"sv, "hardzacht"sv,
                            "status"sv};
constexpr std::array kWayKind{"wegtype"sv, "typeweg"sv, "wegsoort"sv, "soortweg"sv,
                              "highway"sv, "fclass"sv,  "bstcode"sv,  "type"sv};
constexpr std::array kWayName{"straatnaam"sv, "wegnaam"sv, "sttnaam"sv, "name"sv};
constexpr std::array kAccess{"foot"sv, "access"sv, "toegankelijkheid"sv};
constexpr std::array kParkKind{"leisure"sv, "typepark"sv, "type"sv};
constexpr std::array kAreaName{"gebiedsnaam"sv, "gebied"sv, "kernnaam"sv, "kern"sv, "name"sv};
constexpr std::array kAreaCode{"gebiedscode"sv, "regiocode"sv, "cbscode"sv, "gwbcode"sv,
                               "statcode"sv};
constexpr std::array kPeriod{"jaar"sv, "peiljaar"sv, "peildatum"sv, "perioden"sv};
constexpr std::array kGreenKind{"groentype"sv,  "typegroen"sv,       "beheergroep"sv,
                                "beplanting"sv, "beplantingstype"sv, "vegetatie"sv};
constexpr std::array kWaterKind{"watertype"sv, "typewater"sv, "soortwater"sv};
constexpr std::array kCropCode{"gwscode"sv, "cropcode"sv};
constexpr std::array kCrop{"gewasnaam"sv, "gewasomschrijving"sv};
constexpr std::array kNatureName{"gebiedsnaam"sv, "naamn2k"sv};
constexpr std::array kProtection{"bescherming"sv, "beschermin"sv};
constexpr std::array kParcel{"perceelid"sv, "kadastraleaanduiding"sv, "perceel"sv, "lokaalid"sv};

constexpr std::array kColumns{ColumnWords{"tree-points", "identificatie", kTreeId},
                              ColumnWords{"tree-points", "soort", kTreeKind},
                              ColumnWords{"tree-points", "hoogte", kTreeHeight},
                              ColumnWords{"tree-points", "kroondiameter", kCrown},
                              ColumnWords{"tree-points", "plantjaar", kPlanted},
                              ColumnWords{"tree-points", "bronhouder", kHolder},
                              ColumnWords{"tree-points", "niveau", kLevel},
                              ColumnWords{"tree-crowns", "hoogte", kTreeHeight},
                              ColumnWords{"buildings", "identificatie", kBuildingId},
                              ColumnWords{"buildings", "bouwjaar", kBuilt},
                              ColumnWords{"buildings", "status", kBuildingState},
                              ColumnWords{"buildings", "hoogte", kBuildingHeight},
                              ColumnWords{"buildings", "niveau", kLevel},
                              ColumnWords{"address-units", "identificatie", kUnitId},
                              ColumnWords{"address-units", "pand", kUnitBuilding},
                              ColumnWords{"address-units", "gebruiksdoel", kUse},
                              ColumnWords{"address-units", "oppervlakte", kFloor},
                              ColumnWords{"address-units", "status", kUnitState},
                              ColumnWords{"address-units", "adres", kAddress},
                              ColumnWords{"dwellings", "identificatie", kUnitId},
                              ColumnWords{"dwellings", "pand", kUnitBuilding},
                              ColumnWords{"dwellings", "gebruiksdoel", kUse},
                              ColumnWords{"dwellings", "oppervlakte", kFloor},
                              ColumnWords{"dwellings", "status", kUnitState},
                              ColumnWords{"dwellings", "adres", kAddress},
                              ColumnWords{"addresses", "identificatie", kAddressId},
                              ColumnWords{"addresses", "postcode", kPostcode},
                              ColumnWords{"addresses", "huisnummer", kNumber},
                              ColumnWords{"addresses", "huisletter", kLetter},
                              ColumnWords{"addresses", "toevoeging", kAddition},
                              ColumnWords{"addresses", "straat", kStreet},
                              ColumnWords{"addresses", "woonplaats", kPlace},
                              ColumnWords{"housing-plans", "naam", kPlanName},
                              ColumnWords{"housing-plans", "fase", kPhase},
                              ColumnWords{"walkways", "soort", kWayKind},
                              ColumnWords{"walkways", "naam", kWayName},
                              ColumnWords{"walkways", "toegang", kAccess},
                              ColumnWords{"parks", "soort", kParkKind},
                              ColumnWords{"parks", "naam", kAreaName},
                              ColumnWords{"areas", "naam", kAreaName},
                              ColumnWords{"area-figures", "code", kAreaCode},
                              ColumnWords{"area-figures", "periode", kPeriod},
                              ColumnWords{"green-areas", "fysiek_voorkomen", kGreenKind},
                              ColumnWords{"water", "type", kWaterKind},
                              ColumnWords{"crop-parcels", "gewascode", kCropCode},
                              ColumnWords{"crop-parcels", "gewas", kCrop},
                              ColumnWords{"nature-areas", "naam", kNatureName},
                              ColumnWords{"nature-areas", "beschermd_als", kProtection},
                              ColumnWords{"cadastral-parcels", "identificatie", kParcel}};

constexpr std::array kTrees{"boom"sv,         "bomen"sv, "boompunten"sv,
                            "bomenbestand"sv, "tree"sv,  "trees"sv};
constexpr std::array kCrowns{"kroon"sv, "kronen"sv, "boomkronen"sv, "kroonprojectie"sv};
constexpr std::array kBuildings{"pand"sv, "panden"sv, "gebouw"sv, "gebouwen"sv, "buildings"sv};
constexpr std::array kUnits{"verblijfsobject"sv, "verblijfsobjecten"sv, "vbo"sv};
constexpr std::array kHomes{"woning"sv, "woningen"sv, "woningvoorraad"sv};
constexpr std::array kAddresses{"adres"sv, "adressen"sv, "nummeraanduiding"sv};
constexpr std::array kPlans{"woningbouw"sv, "woningbouwplannen"sv, "bouwplannen"sv,
                            "plancapaciteit"sv, "plannen"sv};
constexpr std::array kWays{"straten"sv, "straat"sv, "wegen"sv,     "wegvakken"sv,
                           "wegvak"sv,  "paden"sv,  "voetpaden"sv, "wandelpaden"sv,
                           "streets"sv, "roads"sv,  "paths"sv};
constexpr std::array kParks{"park"sv, "parken"sv, "leisure"sv, "speelplekken"sv};
constexpr std::array kGreen{"groen"sv, "groenvakken"sv, "beplanting"sv, "plantsoen"sv};
constexpr std::array kWater{"water"sv, "waterlopen"sv, "sloten"sv, "vijvers"sv};
constexpr std::array kHedges{"haag"sv, "hagen"sv, "heggen"sv};
constexpr std::array kAreas{"kernen"sv, "gebieden"sv, "bedrijventerreinen"sv, "dorpen"sv,
                            "stadsdelen"sv};
constexpr std::array kCrops{"gewaspercelen"sv, "gewassen"sv};
constexpr std::array kNature{"natuur"sv, "natuurgebieden"sv, "natura2000"sv};
constexpr std::array kParcels{"percelen"sv, "perceel"sv, "kadaster"sv};

constexpr std::array kLayers{
    LayerWords{"tree-points", kTrees},   LayerWords{"tree-crowns", kCrowns},
    LayerWords{"buildings", kBuildings}, LayerWords{"address-units", kUnits},
    LayerWords{"dwellings", kHomes},     LayerWords{"addresses", kAddresses},
    LayerWords{"housing-plans", kPlans}, LayerWords{"walkways", kWays},
    LayerWords{"parks", kParks},         LayerWords{"green-areas", kGreen},
    LayerWords{"water", kWater},         LayerWords{"hedges", kHedges},
    LayerWords{"areas", kAreas},         LayerWords{"crop-parcels", kCrops},
    LayerWords{"nature-areas", kNature}, LayerWords{"cadastral-parcels", kParcels}};

}  // namespace

std::span<const std::string_view> columnWords(std::string_view subject, std::string_view column) {
    const auto* const found = std::find_if(
        kColumns.begin(), kColumns.end(),
        [&](const ColumnWords& one) { return one.subject == subject && one.column == column; });
    return found == kColumns.end() ? std::span<const std::string_view>() : found->words;
}

std::span<const std::string_view> layerWords(std::string_view subject) {
    const auto* const found =
        std::find_if(kLayers.begin(), kLayers.end(),
                     [subject](const LayerWords& one) { return one.subject == subject; });
    return found == kLayers.end() ? std::span<const std::string_view>() : found->words;
}

bool isCommonName(std::string_view canonical) noexcept {
    constexpr std::array kCommon{"identificatie"sv,
                                 "naam"sv,
                                 "name"sv,
                                 "bronhouder"sv,
                                 "niveau"sv,
                                 "status"sv,
                                 "type"sv,
                                 "code"sv,
                                 "soort"sv,
                                 "adres"sv,
                                 "hoogte"sv,
                                 "height"sv,
                                 "water"sv,
                                 "gemeentecode"sv,
                                 "id"sv,
                                 "nummer"sv,
                                 "objectid"sv,
                                 "objectnr"sv,
                                 "objectnummer"sv,
                                 "lokaalid"sv,
                                 "guid"sv,
                                 "functie"sv,
                                 "jaar"sv,
                                 "beheerder"sv,
                                 "eigenaar"sv,
                                 "project"sv,
                                 "plan"sv,
                                 "plaats"sv,
                                 "plaatsnaam"sv,
                                 "opp"sv,
                                 "postcode"sv,
                                 "woonplaats"sv,
                                 "straat"sv,
                                 "straatnaam"sv,
                                 "huisnummer"sv,
                                 "huisletter"sv,
                                 "toevoeging"sv,
                                 "access"sv,
                                 "kern"sv,
                                 "gebied"sv,
                                 "relatievehoogteligging"sv};
    return std::find(kCommon.begin(), kCommon.end(), canonical) != kCommon.end();
}

}  // namespace lommer::core
