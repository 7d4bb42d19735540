// Terms and columns of the Gegevenscatalogus BGT 1.2 and IMGeo 2.2, as the delivery in GML names
// them.

#include "core/sample/bgt_rows.h"

#include <cmath>

namespace lommer::core {
namespace {

constexpr double kSharePast = 0.27;
constexpr double kShareGone = 0.02;
constexpr std::string_view kMunicipality = "G9990";
constexpr std::string_view kWaterBoard = "W0999";

/// How a cover is registered: the layer, and what stands in its two or three columns.
struct Registration {
    SampleLayer layer;
    std::string_view kind;
    std::string_view material;
    std::string_view plus;
};

/// In the order of Cover.
constexpr std::array kRegistrations{
    Registration{SampleLayer::bgtRoadParts, "rijbaan regionale weg", "gesloten verharding",
                 "asfalt"},
    Registration{SampleLayer::bgtRoadParts, "rijbaan lokale weg", "open verharding",
                 "betonstraatstenen"},
    Registration{SampleLayer::bgtRoadParts, "fietspad", "gesloten verharding", "asfalt"},
    Registration{SampleLayer::bgtRoadParts, "voetpad", "open verharding", "tegels"},
    Registration{SampleLayer::bgtRoadParts, "voetgangersgebied", "open verharding",
                 "gebakken klinkers"},
    Registration{SampleLayer::bgtRoadParts, "parkeervlak", "open verharding", "betonstraatstenen"},
    Registration{SampleLayer::bgtRoadParts, "inrit", "open verharding", "betonstraatstenen"},
    Registration{SampleLayer::bgtRoadParts, "rijbaan lokale weg", "onverhard", "zand"},
    Registration{SampleLayer::bgtRoadVerges, "berm", "groenvoorziening", "gras- en kruidachtigen"},
    Registration{SampleLayer::bgtBareTerrain, "erf", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtBareTerrain, "gesloten verharding", "", "asfalt"},
    Registration{SampleLayer::bgtGreen, "grasland agrarisch", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "bouwland", "", "akkerbouw"},
    Registration{SampleLayer::bgtGreen, "grasland overig", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "groenvoorziening", "", "gras- en kruidachtigen"},
    Registration{SampleLayer::bgtGreen, "struiken", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "loofbos", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "gemengd bos", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "naaldbos", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "heide", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "houtwal", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtGreen, "rietland", "", "waardeOnbekend"},
    Registration{SampleLayer::bgtWater, "waterloop", "", "beek"},
    Registration{SampleLayer::bgtWater, "waterloop", "", "sloot"},
    Registration{SampleLayer::bgtWater, "watervlakte", "", "meer, plas, ven, vijver"},
    Registration{SampleLayer::bgtBanks, "oever, slootkant", "", "waardeOnbekend"}};
static_assert(kRegistrations.size() == static_cast<std::size_t>(Cover::bank) + 1);

std::vector<ColumnInfo> columnsOf(SampleLayer layer) {
    std::vector<ColumnInfo> columns{{"lokaalID"},
                                    {"namespace"},
                                    {"bronhouder"},
                                    {"creationDate"},
                                    {"terminationDate"},
                                    {"tijdstipRegistratie"},
                                    {"eindRegistratie"},
                                    {"relatieveHoogteligging", ColumnType::integer},
                                    {"inOnderzoek", ColumnType::boolean},
                                    {"bgt-status"},
                                    {"plus-status"}};
    const auto add = [&](std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) {
            columns.push_back({std::string(name)});
        }
    };
    switch (layer) {
        case SampleLayer::bgtBuildings:
            add({"identificatieBAGPND"});
            break;
        case SampleLayer::bgtRoadParts:
            add({"function", "surfaceMaterial", "plus-fysiekVoorkomenWegdeel"});
            break;
        case SampleLayer::bgtRoadVerges:
            add({"function", "surfaceMaterial", "plus-fysiekVoorkomenOndersteunendWegdeel"});
            break;
        case SampleLayer::bgtBareTerrain:
            add({"bgt-fysiekVoorkomen", "plus-fysiekVoorkomen"});
            break;
        case SampleLayer::bgtGreen:
            add({"class", "plus-fysiekVoorkomen"});
            break;
        default:
            add({"class", "plus-type"});
    }
    return columns;
}

GeometryKind kindOf(SampleLayer layer) noexcept {
    return layer == SampleLayer::bgtVegetation ? GeometryKind::point : GeometryKind::polygon;
}

std::string hexDigits(std::uint64_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) {
        text += kDigits[(value >> static_cast<unsigned>(shift)) & 15U];
    }
    return text;
}

std::string dayIn(std::int64_t year, ChanceStream& chance) {
    return std::to_string(year) + "-" + padded(1 + chance.upTo(12), 2) + "-" +
           padded(1 + chance.upTo(28), 2);
}

std::string momentOn(const std::string& day, ChanceStream& chance) {
    return day + "T" + padded(8 + chance.upTo(10), 2) + ":" + padded(chance.upTo(60), 2) + ":" +
           padded(chance.upTo(60), 2) + ".000";
}

}  // namespace

BgtRows::BgtRows(SampleTableSink& sink, std::uint64_t seed) : chance_(mixed(seed ^ 401)) {
    for (auto index = static_cast<std::size_t>(SampleLayer::bgtBuildings);
         index <= static_cast<std::size_t>(SampleLayer::bgtVegetation); ++index) {
        const auto layer = static_cast<SampleLayer>(index);
        layers_.emplace_back(sink, layer, columnsOf(layer), kindOf(layer));
    }
}

std::vector<BgtRows::Version> BgtRows::versions() {
    // Two steps: the order in which arguments are worked out is nobody's promise.
    const std::string high = hexDigits(chance_.bits());
    const std::string id = "G9990." + high + hexDigits(chance_.bits());
    std::vector<Version> versions;
    const std::string created = dayIn(2016 + chance_.upTo(4), chance_);
    const std::string first = momentOn(created, chance_);
    if (chance_.hits(kShareGone)) {
        const std::string high2 = hexDigits(chance_.bits());
        const std::string day = dayIn(2020 + chance_.upTo(5), chance_);
        versions.push_back(
            {"G9990." + high2 + hexDigits(chance_.bits()), first, momentOn(day, chance_), day});
    }
    if (chance_.hits(kSharePast)) {
        const std::string changed = momentOn(dayIn(2021 + chance_.upTo(5), chance_), chance_);
        versions.push_back({id, first, changed, {}});
        versions.push_back({id, changed, {}, {}});
    } else {
        versions.push_back({id, first, {}, {}});
    }
    return versions;
}

SampleLayerRows& BgtRows::begin(SampleLayer layer, const Version& version, std::int64_t level,
                                bool isPublic) {
    SampleLayerRows& rows = layers_[static_cast<std::size_t>(layer)];
    const bool isOfWater = layer == SampleLayer::bgtWater || layer == SampleLayer::bgtBanks;
    rows.text(version.id)
        .text("NL.IMGeo")
        .text(isOfWater && isPublic ? kWaterBoard : kMunicipality)
        .text(version.registered.substr(0, 10))
        .textOrNone(version.terminated)
        .text(version.registered)
        .textOrNone(version.ended)
        .integer(level)
        .integer(0)
        .text("bestaand")
        .text("geenWaarde");
    return rows;
}

void BgtRows::add(const SurfacePart& part) {
    const Registration& registration = kRegistrations[static_cast<std::size_t>(part.cover)];
    for (const Version& version : versions()) {
        SampleLayerRows& rows = begin(registration.layer, version, part.level, part.isPublic);
        rows.text(registration.kind);
        if (!registration.material.empty()) {
            rows.text(registration.material);
        }
        rows.text(registration.plus);
        rows.polygon(part.ring, part.holes);
    }
}

void BgtRows::add(const SampleBuilding& building, std::string_view bagIdentification) {
    const std::vector<Point> ring = building.outline.ring();
    for (const Version& version : versions()) {
        begin(SampleLayer::bgtBuildings, version, 0, true).text(bagIdentification).polygon(ring);
    }
}

void BgtRows::add(const SampleTree& tree) {
    const Point place{std::round(tree.place.x * 1000.0) / 1000.0,
                      std::round(tree.place.y * 1000.0) / 1000.0};
    for (const Version& version : versions()) {
        begin(SampleLayer::bgtVegetation, version, 0, true)
            .text("waardeOnbekend")
            .text("boom")
            .point(place);
    }
}

void BgtRows::flush() {
    for (SampleLayerRows& layer : layers_) {
        layer.flush();
    }
}

}  // namespace lommer::core
