#include "core/sample/plan_divider.h"

#include "core/base/error.h"
#include "core/sample/block_builder.h"
#include "core/sample/field_builder.h"
#include "core/sample/strip_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
/// A brook cuts what is not longer than this along it: roads that cross it lie no farther apart.
constexpr double kLongestByBrook = 850.0;
/// A road beside a brook keeps this distance.
constexpr double kClearOfBrook = 60.0;

/// Blocks of that use are no longer and no larger than this.
struct BlockSize {
    double longestMetres = 0.0;
    double largestSquareMetres = 0.0;
};

BlockSize blockSize(LandUse use) noexcept {
    switch (use) {
        case LandUse::square:
            return {95.0, 6500.0};
        case LandUse::core:
            return {100.0, 6500.0};
        case LandUse::oldStreets:
            return {130.0, 8500.0};
        case LandUse::postwarEstate:
        case LandUse::newEstate:
            return {150.0, 8500.0};
        case LandUse::lateEstate:
            return {130.0, 8500.0};
        case LandUse::villas:
            return {160.0, 12000.0};
        case LandUse::business:
            return {240.0, 26000.0};
        case LandUse::rural:
            return {430.0, 42000.0};
    }
    return {};
}

/// The directions in which a part is longest and narrowest, along its longest edge.
struct Extent {
    PlanLine across;  // normal along the longest side
    double low = 0.0;
    double high = 0.0;
    double length() const noexcept { return high - low; }
};

Extent extentAlong(const ConvexPolygon& polygon, Point normal) {
    const PlanLine line{normal, 0.0};
    const auto [low, high] = polygon.rangeFrom(line);
    return {line, low, high};
}

std::array<Extent, 2> extentsOf(const ConvexPolygon& polygon) {
    std::size_t longest = 0;
    for (std::size_t index = 1; index < polygon.corners().size(); ++index) {
        longest = polygon.edgeLength(index) > polygon.edgeLength(longest) ? index : longest;
    }
    const Point a = polygon.corner(longest);
    const Point b = polygon.corner(longest + 1);
    const double length = polygon.edgeLength(longest);
    const Point along{(b.x - a.x) / length, (b.y - a.y) / length};
    std::array<Extent, 2> extents{extentAlong(polygon, along),
                                  extentAlong(polygon, {-along.y, along.x})};
    if (extents[1].length() > extents[0].length()) {
        std::swap(extents[0], extents[1]);
    }
    return extents;
}

PlanLine turned(const PlanLine& line, Point pivot, double radians) {
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    const Point normal{c * line.normal.x - s * line.normal.y,
                       s * line.normal.x + c * line.normal.y};
    return {normal, normal.x * pivot.x + normal.y * pivot.y};
}

/// The stretch of `line` inside a polygon: its ends; nothing where it misses.
std::optional<std::pair<Point, Point>> chordOf(const ConvexPolygon& polygon, const PlanLine& line) {
    std::vector<Point> ends;
    for (std::size_t index = 0; index < polygon.corners().size(); ++index) {
        const Point a = polygon.corner(index);
        const Point b = polygon.corner(index + 1);
        const double from = line.distanceTo(a);
        const double to = line.distanceTo(b);
        if ((from < 0.0) != (to < 0.0)) {
            const double part = from / (from - to);
            ends.push_back({a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)});
        }
    }
    return ends.size() < 2 ? std::nullopt : std::optional(std::pair(ends[0], ends[1]));
}

/// True where a line does not come near a brook inside the polygon, or crosses it well.
bool keepsClear(const ConvexPolygon& polygon, const PlanLine& line, const ThroughLine& through) {
    const double crossing =
        std::abs(line.normal.x * through.line.normal.y - line.normal.y * through.line.normal.x);
    const auto chord = chordOf(polygon, line);
    if (!chord || crossing > 0.8) {
        return true;
    }
    const double from = through.line.distanceTo(chord->first);
    const double to = through.line.distanceTo(chord->second);
    return std::min(from, to) > through.profile.high() + kClearOfBrook ||
           std::max(from, to) < through.profile.low() - kClearOfBrook;
}

bool crosses(const ConvexPolygon& polygon, const ThroughLine& through) {
    const auto [low, high] = polygon.rangeFrom(through.line);
    return low < through.profile.low() - 1.0 && high > through.profile.high() + 1.0;
}

}  // namespace

PlanDivider::PlanDivider(PlanContext& context, const Bounds& bounds, const std::stop_token& stop)
    : context_(context), stop_(stop), placeSquareMetres_(bounds.width() * bounds.height()) {}

std::optional<PlanLine> PlanDivider::lineFor(const PlanPart& part) const {
    ChanceStream chance(mixed(part.key ^ 21));
    const auto extents = extentsOf(part.net);
    const double largestTurn =
        context_.settlements.remoteness(part.net.centroid()) < 1.0 ? 4.0 : 8.0;
    for (const Extent& extent : extents) {
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78}) {
            const double at = extent.low + extent.length() * (share + chance.between(-0.06, 0.06));
            const auto chord = chordOf(part.net, extent.across.shiftedBy(at));
            if (!chord) {
                continue;
            }
            const Point pivot{(chord->first.x + chord->second.x) / 2.0,
                              (chord->first.y + chord->second.y) / 2.0};
            const PlanLine line =
                turned(extent.across, pivot, chance.between(-largestTurn, largestTurn) * kDegree);
            const bool isClear = std::all_of(
                context_.throughLines.begin(), context_.throughLines.end(),
                [&](const ThroughLine& through) {
                    return !crosses(part.net, through) || keepsClear(part.net, line, through);
                });
            if (isClear) {
                return line;
            }
        }
    }
    return std::nullopt;
}

std::optional<PlanDivider::Cut> PlanDivider::throughCutFor(const PlanPart& part) const {
    for (const ThroughLine& through : context_.throughLines) {
        const auto chord = crosses(part.net, through) ? chordOf(part.net, through.line)
                                                      : std::optional<std::pair<Point, Point>>();
        const double length = chord ? std::abs(chord->first.x - chord->second.x) : 0.0;
        if (chord && length <= std::min(kLongestByBrook, 0.7 * std::sqrt(placeSquareMetres_))) {
            return Cut{through.line, through.profile};
        }
    }
    return std::nullopt;
}

std::optional<StripProfile> PlanDivider::profileFor(const PlanPart& part, double length,
                                                    LandUse use) const {
    ChanceStream chance(mixed(part.key ^ 22));
    const bool isInVillage =
        use != LandUse::rural || context_.settlements.remoteness(part.net.centroid()) < 1.0;
    if (length > 1500.0 || (length > 900.0 && placeSquareMetres_ < 4e6)) {
        return isInVillage ? distributorRoad() : regionalRoad();
    }
    if (isInVillage) {
        return length > 330.0 ? distributorRoad() : streetFor(use, chance.upTo(2));
    }
    if (length > 800.0 || context_.settlements.isNearVillage(part.net.centroid(), 0.3 * length)) {
        return countryRoad();
    }
    const double kind = chance.next();
    if (length > 520.0 && kind < 0.4) {
        return kind < 0.15 ? countryRoad() : dirtRoad();
    }
    if (kind < 0.25) {
        return hedgeBank();
    }
    return kind < 0.72 ? std::optional(ditch(chance.between(1.2, 2.4))) : std::nullopt;
}

std::optional<PlanDivider::Cut> PlanDivider::cutFor(const PlanPart& part) const {
    const Point centre = part.net.centroid();
    const double length = extentsOf(part.net)[0].length();
    if (auto through = throughCutFor(part)) {
        return through;
    }
    const LandUse use = context_.settlements.useAt(centre);
    const BlockSize block = blockSize(use);
    const bool holdsVillage =
        length > 260.0 && context_.settlements.isNearVillage(centre, 0.35 * length);
    const bool isWhole =
        length <= 0.6 * block.longestMetres ||
        (part.net.area() <= block.largestSquareMetres && length <= 1.5 * block.longestMetres);
    const auto line = lineFor(part);
    ChanceStream chance(mixed(part.key ^ 23));
    if (!line || (isWhole && !holdsVillage)) {
        const bool isForPark = use != LandUse::rural && use != LandUse::business &&
                               use != LandUse::square && part.net.area() > 3000.0;
        return line && isForPark && !part.isPark && chance.hits(0.09)
                   ? std::optional(Cut{*line, alley(), true})
                   : std::nullopt;
    }
    return part.isPark ? std::nullopt : std::optional(Cut{*line, profileFor(part, length, use)});
}

/// Where the middle line of a strip starts or ends: on that of the strip behind the edge.
Point PlanDivider::endOf(const ConvexPolygon& polygon, const Strip& strip, bool isFirst) {
    for (std::size_t index = 0; index < polygon.corners().size(); ++index) {
        const Point a = polygon.corner(index);
        const Point b = polygon.corner(index + 1);
        const double from = strip.line.distanceTo(a);
        const double to = strip.line.distanceTo(b);
        if ((from < 0.0) == (to < 0.0) || (from < 0.0) != isFirst) {
            continue;
        }
        const int owner = polygon.owner(index);
        if (owner != ConvexPolygon::kNoOwner) {
            Strip& behind = context_.strips[static_cast<std::size_t>(owner)];
            if (behind.profile.isWalked() && strip.profile.isWalked()) {
                const Band& walked = strip.profile.bands()[*strip.profile.walkedBand()];
                behind.junctions.push_back(
                    {.line = strip.line,
                     .low = -walked.widthMetres / 2.0,
                     .high = walked.widthMetres / 2.0,
                     .cover = walked.cover,
                     .isFromAbove = behind.line.distanceTo(polygon.centroid()) > 0.0});
                return crossingOf(strip.line, behind.line);
            }
        }
        const double part = from / (from - to);
        return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
    }
    return polygon.centroid();
}

void PlanDivider::divideBy(const PlanPart& part, const Cut& cut) {
    int owner = ConvexPolygon::kNoOwner;
    double low = 0.0;
    double high = 0.0;
    if (cut.profile) {
        Strip strip{.line = cut.line, .profile = *cut.profile, .key = mixed(part.key ^ 31)};
        const bool hasName = strip.profile.isWalked() && strip.profile.way() != WayKind::foot;
        strip.street = hasName ? streetCount_++ : -1;
        strip.from = endOf(part.net, strip, true);
        strip.to = endOf(part.net, strip, false);
        low = strip.profile.low();
        high = strip.profile.high();
        owner = static_cast<int>(context_.strips.size());
        context_.strips.push_back(std::move(strip));
    }
    for (const bool isAbove : {false, true}) {
        const auto nets = part.net.cutBy(cut.line.shiftedBy(isAbove ? high : low), owner);
        const auto wholes = part.whole.cutBy(cut.line, owner);
        PlanPart side = part;
        side.net = isAbove ? nets.second : nets.first;
        side.whole = isAbove ? wholes.second : wholes.first;
        side.key = mixed(part.key * 2 + (isAbove ? 1 : 0));
        side.isPark = cut.makesPark;
        divide(std::move(side));
    }
    if (cut.profile) {
        const Strip strip = std::move(context_.strips.back());
        context_.strips.pop_back();
        layOutStrip(context_, part, strip);
    }
}

void PlanDivider::takeArea(PlanPart& part) {
    const double area = part.whole.area();
    const bool isBuiltUp = context_.settlements.remoteness(part.whole.centroid()) < 1.0;
    const double largestDistrict = std::min(isBuiltUp ? 2.5e6 : 4e7, 0.6 * placeSquareMetres_);
    const double largest = std::min(isBuiltUp ? 4.5e5 : 7e6, placeSquareMetres_ / 6.0);
    if (part.district < 0 && area <= largestDistrict) {
        part.district = districtCount_++;
        context_.receiver.take(SampleArea{.ring = context_.warp.placedRing(part.whole),
                                          .isDistrict = true,
                                          .isBuiltUp = isBuiltUp,
                                          .index = part.district});
    }
    if (part.area < 0 && area <= largest) {
        part.area = areaCount_++;
        context_.receiver.take(SampleArea{.ring = context_.warp.placedRing(part.whole),
                                          .isBuiltUp = isBuiltUp,
                                          .index = part.area,
                                          .district = part.district});
    }
}

void PlanDivider::layOut(const PlanPart& part) {
    const LandUse use = context_.settlements.useAt(part.net.centroid());
    if (use == LandUse::rural) {
        layOutField(context_, part);
    } else {
        layOutBlock(context_, part, use);
    }
}

void PlanDivider::divide(PlanPart part) {
    if (stop_.stop_requested()) {
        throw Cancelled();
    }
    if (!part.whole.isEmpty()) {
        takeArea(part);
    }
    if (part.net.isEmpty()) {
        return;
    }
    if (const auto cut = cutFor(part)) {
        divideBy(part, *cut);
    } else {
        layOut(part);
    }
}

}  // namespace lommer::core
