#include "core/subjects/code_lists.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBuildingStatus{"Bouwvergunning verleend"sv,
                                     "Niet gerealiseerd pand"sv,
                                     "Bouw gestart"sv,
                                     "Pand in gebruik"sv,
                                     "Verbouwing pand"sv,
                                     "Pand in gebruik (niet ingemeten)"sv,
                                     "Sloopvergunning verleend"sv,
                                     "Pand gesloopt"sv,
                                     "Pand buiten gebruik"sv,
                                     "Pand ten onrechte opgevoerd"sv};

constexpr std::array kUnitStatus{"Verblijfsobject gevormd"sv,
                                 "Niet gerealiseerd verblijfsobject"sv,
                                 "Verblijfsobject in gebruik (niet ingemeten)"sv,
                                 "Verblijfsobject in gebruik"sv,
                                 "Verbouwing verblijfsobject"sv,
                                 "Verblijfsobject buiten gebruik"sv,
                                 "Verblijfsobject ingetrokken"sv,
                                 "Verblijfsobject ten onrechte opgevoerd"sv};

constexpr std::array kAddressStatus{"Naamgeving uitgegeven"sv, "Naamgeving ingetrokken"sv};

constexpr std::array kUse{"woonfunctie"sv,
                          "bijeenkomstfunctie"sv,
                          "celfunctie"sv,
                          "gezondheidszorgfunctie"sv,
                          "industriefunctie"sv,
                          "kantoorfunctie"sv,
                          "logiesfunctie"sv,
                          "onderwijsfunctie"sv,
                          "sportfunctie"sv,
                          "winkelfunctie"sv,
                          "overige gebruiksfunctie"sv};

constexpr std::array kRoadFunction{"OV-baan"sv,
                                   "overweg"sv,
                                   "spoorbaan"sv,
                                   "baan voor vliegverkeer"sv,
                                   "rijbaan autosnelweg"sv,
                                   "rijbaan autoweg"sv,
                                   "rijbaan regionale weg"sv,
                                   "rijbaan lokale weg"sv,
                                   "fietspad"sv,
                                   "voetpad"sv,
                                   "voetpad op trap"sv,
                                   "ruiterpad"sv,
                                   "parkeervlak"sv,
                                   "voetgangersgebied"sv,
                                   "inrit"sv,
                                   "woonerf"sv,
                                   "transitie"sv};

constexpr std::array kRoadSurface{"gesloten verharding"sv, "open verharding"sv,  "half verhard"sv,
                                  "onverhard"sv,           "groenvoorziening"sv, "transitie"sv};

constexpr std::array kVergeFunction{"verkeerseiland"sv, "berm"sv, "transitie"sv};

constexpr std::array kBareSurface{"erf"sv,          "gesloten verharding"sv, "open verharding"sv,
                                  "half verhard"sv, "onverhard"sv,           "zand"sv,
                                  "transitie"sv};

constexpr std::array kGreenSurface{"loofbos"sv,
                                   "gemengd bos"sv,
                                   "naaldbos"sv,
                                   "heide"sv,
                                   "struiken"sv,
                                   "houtwal"sv,
                                   "duin"sv,
                                   "moeras"sv,
                                   "rietland"sv,
                                   "kwelder"sv,
                                   "fruitteelt"sv,
                                   "boomteelt"sv,
                                   "bouwland"sv,
                                   "grasland agrarisch"sv,
                                   "grasland overig"sv,
                                   "groenvoorziening"sv,
                                   "transitie"sv};

constexpr std::array kWaterType{"zee"sv, "waterloop"sv, "watervlakte"sv, "greppel, droge sloot"sv,
                                "transitie"sv};

constexpr std::array kBankType{"oever, slootkant"sv, "slik"sv, "transitie"sv};

constexpr std::array kWaterMark{"NEE"sv, "JA"sv, "B"sv};

constexpr std::array kAreaChange{"1"sv, "2"sv, "3"sv};

constexpr std::array kLists{CodeList{"bag-pand-status", kBuildingStatus},
                            CodeList{"bag-verblijfsobject-status", kUnitStatus},
                            CodeList{"bag-nummeraanduiding-status", kAddressStatus},
                            CodeList{"bag-gebruiksdoel", kUse},
                            CodeList{"bgt-functie-weg", kRoadFunction},
                            CodeList{"bgt-fysiek-voorkomen-weg", kRoadSurface},
                            CodeList{"bgt-functie-ondersteunend-weg", kVergeFunction},
                            CodeList{"bgt-fysiek-voorkomen-onbegroeid", kBareSurface},
                            CodeList{"bgt-fysiek-voorkomen-begroeid", kGreenSurface},
                            CodeList{"bgt-type-water", kWaterType},
                            CodeList{"bgt-type-ondersteunend-water", kBankType},
                            CodeList{"cbs-water", kWaterMark},
                            CodeList{"cbs-indelingswijziging", kAreaChange}};

}  // namespace

bool CodeList::contains(std::string_view code) const noexcept {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::span<const CodeList> codeLists() noexcept {
    return kLists;
}

const CodeList* findCodeList(std::string_view id) noexcept {
    const auto* const found = std::find_if(kLists.begin(), kLists.end(),
                                           [id](const CodeList& list) { return list.id == id; });
    return found == kLists.end() ? nullptr : found;
}

}  // namespace lommer::core
