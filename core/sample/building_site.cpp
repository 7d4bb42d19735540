#include "core/sample/building_site.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

/// What the BAG says of a building whose year nobody knows.
constexpr std::int64_t kUnknownYear = 1005;

double distanceToSegment(Point place, Point a, Point b) noexcept {
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double length = x * x + y * y;
    const double part =
        length > 0.0 ? std::clamp(((place.x - a.x) * x + (place.y - a.y) * y) / length, 0.0, 1.0)
                     : 0.0;
    return std::hypot(place.x - a.x - part * x, place.y - a.y - part * y);
}

double distanceToRing(const std::vector<Point>& ring, Point place) noexcept {
    double least = 1e300;
    for (std::size_t index = 1; index < ring.size(); ++index) {
        least = std::min(least, distanceToSegment(place, ring[index - 1], ring[index]));
    }
    return least;
}

}  // namespace

MeasuredLine::MeasuredLine(std::vector<Point> points) : points_(std::move(points)), until_{0.0} {
    for (std::size_t index = 1; index < points_.size(); ++index) {
        until_.push_back(until_.back() + std::hypot(points_[index].x - points_[index - 1].x,
                                                    points_[index].y - points_[index - 1].y));
    }
}

Point MeasuredLine::at(double metres) const noexcept {
    const auto next = std::clamp<std::ptrdiff_t>(
        std::lower_bound(until_.begin(), until_.end(), metres) - until_.begin(), 1,
        static_cast<std::ptrdiff_t>(until_.size()) - 1);
    const auto index = static_cast<std::size_t>(next);
    const double length = until_[index] - until_[index - 1];
    const double part = length > 0.0 ? (metres - until_[index - 1]) / length : 0.0;
    const Point a = points_[index - 1];
    const Point b = points_[index];
    return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

bool isInside(const std::vector<Point>& ring, Point place) noexcept {
    bool inside = false;
    for (std::size_t index = 1; index < ring.size(); ++index) {
        const Point a = ring[index - 1];
        const Point b = ring[index];
        if ((a.y > place.y) != (b.y > place.y) &&
            place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
            inside = !inside;
        }
    }
    return inside;
}

double ringArea(const std::vector<Point>& ring) noexcept {
    double twice = 0.0;
    for (std::size_t index = 1; index < ring.size(); ++index) {
        twice += (ring[index - 1].x - ring[0].x) * (ring[index].y - ring[0].y) -
                 (ring[index].x - ring[0].x) * (ring[index - 1].y - ring[0].y);
    }
    return twice / 2.0;
}

BuildingSite::BuildingSite(PlanContext& context, const PlanPart& part, const ConvexPolygon& ground)
    : context_(context), part_(part), ring_(context.warp.placedRing(ground)) {
    for (const Point& point : ring_) {
        bounds_.include(point);
    }
}

bool BuildingSite::take(const TurnedRectangle& place, double marginMetres, double gapMetres) {
    TurnedRectangle outer = place;
    outer.halfLength += marginMetres;
    outer.halfDepth += marginMetres;
    for (const double a : {-1.0, 0.0, 1.0}) {
        for (const double b : {-1.0, 1.0}) {
            if (!isInside(ring_, outer.at(a, b))) {
                return false;
            }
        }
    }
    const bool hasBend =
        std::any_of(ring_.begin(), ring_.end(), [&](Point point) { return outer.contains(point); });
    const bool isCrowded =
        std::any_of(taken_.begin(), taken_.end(),
                    [&](const TurnedRectangle& other) { return other.overlaps(place, gapMetres); });
    if (hasBend || isCrowded) {
        return false;
    }
    taken_.push_back(place);
    return true;
}

bool BuildingSite::isFree(Point place, double marginMetres) const {
    return isInside(ring_, place) && distanceToRing(ring_, place) >= marginMetres &&
           std::none_of(taken_.begin(), taken_.end(), [&](const TurnedRectangle& other) {
               return other.overlaps({place, {1.0, 0.0}, 0.0, 0.0}, marginMetres);
           });
}

void BuildingSite::put(SampleBuilding building) {
    building.area = part_.area;
    holes_.push_back(building.outline.ring());
    context_.receiver.take(building);
}

void BuildingSite::putShed(const TurnedRectangle& house, std::int64_t year, ChanceStream& chance) {
    TurnedRectangle shed{.centre = {}, .along = house.along, .halfLength = 1.6, .halfDepth = 1.3};
    const double side = chance.hits(0.5) ? 1.0 : -1.0;
    const double behind = house.halfDepth + chance.between(6.0, 9.5);
    const double beside = side * std::max(0.0, house.halfLength - 1.75);
    shed.centre = {house.centre.x + beside * house.along.x - behind * house.along.y,
                   house.centre.y + beside * house.along.y + behind * house.along.x};
    if (take(shed, 0.25, 0.3)) {
        put({.outline = shed, .eavesMetres = 2.4, .use = BuildingUse::shed, .builtYear = year});
    }
}

void BuildingSite::putRow(const TurnedRectangle& row, std::int64_t houses, const RowStyle& style,
                          std::int64_t street, ChanceStream& chance) {
    const std::int64_t year = style.firstYear + chance.upTo(style.lastYear - style.firstYear + 1);
    const double eaves = style.eavesMetres * chance.between(0.94, 1.08);
    holes_.push_back(row.ring());
    for (std::int64_t house = 0; house < houses; ++house) {
        const double share =
            (2.0 * static_cast<double>(house) + 1.0) / static_cast<double>(houses) - 1.0;
        SampleBuilding one{.outline = row,
                           .eavesMetres = eaves,
                           .roof = style.roof,
                           .use = style.use,
                           .builtYear = year,
                           .street = street,
                           .area = part_.area};
        one.outline.centre = row.at(share, 0.0);
        one.outline.halfLength = row.halfLength / static_cast<double>(houses);
        one.roofMetres = style.roof == RoofKind::gable ? 0.85 * row.halfDepth : 0.0;
        const bool isHome = style.use == BuildingUse::house || style.use == BuildingUse::shop;
        const bool hasShop = style.use == BuildingUse::shop && chance.hits(0.55);
        one.use = style.use == BuildingUse::shop && !hasShop ? BuildingUse::house : style.use;
        one.homes = isHome ? (hasShop && chance.hits(0.3) ? 0 : 1) : 0;
        one.workplaces = isHome ? (hasShop ? 1 : 0) : 1 + chance.upTo(2);
        // Some registers never knew the year of their oldest buildings.
        one.builtYear = year < 1850 && chance.hits(0.08) ? kUnknownYear : year;
        context_.receiver.take(one);
        if (chance.hits(style.shedShare)) {
            putShed(one.outline, year, chance);
        }
    }
}

std::int64_t BuildingSite::putAlong(const std::vector<Point>& edge, const RowStyle& style,
                                    std::int64_t street, ChanceStream& chance) {
    const MeasuredLine line(edge);
    std::int64_t count = 0;
    double at = std::max(style.setbackMetres, 0.4);
    while (at + style.frontageMetres < line.length()) {
        std::int64_t houses = style.fewest + chance.upTo(style.most - style.fewest + 1);
        const double room = (line.length() - at) / style.frontageMetres;
        houses = std::min(houses, static_cast<std::int64_t>(room));
        const double length = static_cast<double>(houses) * style.frontageMetres;
        const Point a = line.at(at);
        const Point b = line.at(at + length);
        const double chord = std::hypot(b.x - a.x, b.y - a.y);
        TurnedRectangle row{.along = {(b.x - a.x) / chord, (b.y - a.y) / chord},
                            .halfLength = length / 2.0,
                            .halfDepth = style.depthMetres / 2.0};
        const double inward =
            style.setbackMetres + row.halfDepth + chance.between(0.0, 0.25) * style.setbackMetres;
        row.centre = {(a.x + b.x) / 2.0 - inward * row.along.y,
                      (a.y + b.y) / 2.0 + inward * row.along.x};
        if (take(row, std::min(0.3, style.setbackMetres), std::max(0.5, 0.8 * style.gapMetres))) {
            putRow(row, houses, style, street, chance);
            count += houses;
            at += length + style.gapMetres * chance.between(0.8, 1.3);
        } else {
            at += style.frontageMetres / 2.0;
        }
    }
    return count;
}

void BuildingSite::plant(double perSquareMetre, double highestMetres, ChanceStream& chance,
                         bool isRegistered) {
    const double boxArea = bounds_.width() * bounds_.height();
    const auto tries = static_cast<std::int64_t>(boxArea * perSquareMetre + chance.next());
    for (std::int64_t one = 0; one < tries; ++one) {
        const Point place{chance.between(bounds_.xmin, bounds_.xmax),
                          chance.between(bounds_.ymin, bounds_.ymax)};
        const double height = highestMetres * chance.between(0.35, 1.0);
        const auto species = static_cast<std::uint8_t>(chance.upTo(kTreeSpeciesCount));
        const auto year = static_cast<std::int16_t>(1940 + chance.upTo(80));
        if (isFree(place, 1.6)) {
            context_.receiver.take(
                SampleTree{.place = place,
                           .crownRadiusMetres = static_cast<float>(crownRadius(height)),
                           .heightMetres = static_cast<float>(height),
                           .plantedYear = year,
                           .species = species,
                           .isRegistered = isRegistered});
        }
    }
}

void BuildingSite::finish(Cover cover, bool isPublic) {
    context_.receiver.take(SurfacePart{
        .cover = cover, .ring = ring_, .holes = holes_, .isPublic = isPublic, .area = part_.area});
}

}  // namespace lommer::core
