#include "core/sample/field_builder.h"

#include "core/sample/building_site.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lommer::core {
namespace {

/// Woods come in patches of about this size, smaller ones in a small place.
constexpr double kPatchMetres = 900.0;
constexpr double kPatchShare = 0.28;
constexpr double kTreeSpacing = 6.5;
constexpr double kDriveHalfWidth = 1.8;

class FieldBuilder {
public:
    FieldBuilder(PlanContext& context, const PlanPart& part)
        : context_(context), part_(part), chance_(mixed(part.key ^ 51)) {}

    void build() {
        const auto wood = woodAt(part_.net.centroid());
        if (wood) {
            emit(part_.net, *wood);
            plantWood(part_.net, *wood);
            return;
        }
        const bool isRoomy = part_.net.area() > 4500.0;
        const bool isFarm = isRoomy && chance_.hits(0.34);
        if (isRoomy && (isFarm || chance_.hits(0.2)) && buildYard(isFarm)) {
            return;
        }
        emitField(part_.net);
    }

private:
    std::optional<Cover> woodAt(Point plan) const {
        const SmoothNoise patches(mixed(context_.seed ^ 52),
                                  std::min(kPatchMetres, kPatchShare * context_.sideMetres));
        const double value = patches.at(plan);
        if (value < 0.42) {
            return std::nullopt;
        }
        ChanceStream kind(mixed(part_.key ^ 53));
        return kind.hits(0.06)   ? Cover::heath
               : kind.hits(0.3)  ? Cover::coniferWood
               : kind.hits(0.45) ? Cover::mixedWood
                                 : Cover::deciduousWood;
    }

    void emit(const ConvexPolygon& polygon, Cover cover) {
        if (!polygon.isEmpty()) {
            context_.receiver.take(SurfacePart{.cover = cover,
                                               .ring = context_.warp.placedRing(polygon),
                                               .isPublic = false,
                                               .area = part_.area});
        }
    }

    void emitField(const ConvexPolygon& polygon) {
        if (polygon.isEmpty()) {
            return;
        }
        const double kind = chance_.next();
        emit(polygon, polygon.area() < 700.0 ? Cover::lawn
                      : kind < 0.62          ? Cover::pasture
                      : kind < 0.95          ? Cover::arable
                                             : Cover::shrubs);
        if (kind >= 0.95) {
            BuildingSite site(context_, part_, polygon);
            site.plant(0.03, 4.5, chance_);
        } else if (polygon.area() > 4000.0 && kind < 0.25) {
            // Trees that stand alone in a pasture.
            BuildingSite site(context_, part_, polygon);
            site.plant(0.00008, 20.0, chance_);
        }
    }

    /// Trees on a loose grid, each somewhere in its square, inside the edges.
    void plantWood(const ConvexPolygon& polygon, Cover cover) {
        const ConvexPolygon inner = polygon.shrunkBy(1.5);
        if (inner.isEmpty()) {
            return;
        }
        Bounds bounds;
        for (const Point& corner : inner.corners()) {
            bounds.include(corner);
        }
        const double spacing = cover == Cover::heath ? 38.0 : kTreeSpacing;
        const double grown = cover == Cover::heath ? 6.0 : chance_.between(11.0, 23.0);
        const bool isConifer = cover == Cover::coniferWood;
        Point corner{bounds.xmin, bounds.ymin};  // of a square
        while (corner.y < bounds.ymax) {
            while (corner.x < bounds.xmax) {
                const Point plan{corner.x + spacing * chance_.next(),
                                 corner.y + spacing * chance_.next()};
                const double height = grown * chance_.between(0.72, 1.1);
                const bool isThere = chance_.hits(0.9);
                if (isThere && inner.contains(plan)) {
                    context_.receiver.take(SampleTree{
                        .place = context_.warp.placed(plan),
                        .crownRadiusMetres =
                            static_cast<float>(crownRadius(height) * (isConifer ? 0.62 : 0.85)),
                        .heightMetres = static_cast<float>(height)});
                }
                corner.x += spacing;
            }
            corner = {bounds.xmin, corner.y + spacing};
        }
    }

    /// The longest edge at a road that one can live on.
    std::optional<std::size_t> roadEdge() const {
        std::optional<std::size_t> best;
        for (std::size_t index = 0; index < part_.net.corners().size(); ++index) {
            const int owner = part_.net.owner(index);
            if (owner == ConvexPolygon::kNoOwner || part_.net.edgeLength(index) < 70.0) {
                continue;
            }
            const Strip& strip = context_.strips[static_cast<std::size_t>(owner)];
            const bool isLivedOn = strip.street >= 0 && strip.profile.way() != WayKind::track &&
                                   strip.profile.bands().front().cover != Cover::pasture;
            if (isLivedOn && (!best || part_.net.edgeLength(index) > part_.net.edgeLength(*best))) {
                best = index;
            }
        }
        return best;
    }

    /// A yard at the road, with a drive; false where there is no road.
    bool buildYard(bool isFarm) {
        const auto edge = roadEdge();
        if (!edge) {
            return false;
        }
        const double length = part_.net.edgeLength(*edge);
        const Point a = part_.net.corner(*edge);
        const Point b = part_.net.corner(*edge + 1);
        const Point along{(b.x - a.x) / length, (b.y - a.y) / length};
        const PlanLine inward{{-along.y, along.x}, -along.y * a.x + along.x * a.y};
        const PlanLine beside{along, along.x * a.x + along.y * a.y};
        const double width = std::min(
            length * 0.8, isFarm ? chance_.between(62.0, 95.0) : chance_.between(28.0, 40.0));
        const double depth = isFarm ? chance_.between(65.0, 95.0) : chance_.between(34.0, 52.0);
        const double from = chance_.between(0.1, 0.9) * (length - width);
        const auto [atRoad, behind] =
            part_.net.cutBy(inward.shiftedBy(depth), ConvexPolygon::kNoOwner);
        const auto [left, rest] = atRoad.cutBy(beside.shiftedBy(from), ConvexPolygon::kNoOwner);
        const auto [yard, right] =
            rest.cutBy(beside.shiftedBy(from + width), ConvexPolygon::kNoOwner);
        for (const ConvexPolygon& field : {behind, left, right}) {
            emitField(field);
        }
        if (yard.isEmpty()) {
            return true;
        }
        Strip& road = context_.strips[static_cast<std::size_t>(part_.net.owner(*edge))];
        road.junctions.push_back({.line = beside.shiftedBy(from + 0.35 * width),
                                  .low = -kDriveHalfWidth,
                                  .high = kDriveHalfWidth,
                                  .cover = Cover::driveway,
                                  .isFromAbove = road.line.distanceTo(yard.centroid()) > 0.0,
                                  .isWalked = false});
        fillYard(yard, {a.x + along.x * from, a.y + along.y * from},
                 {a.x + along.x * (from + width), a.y + along.y * (from + width)}, road.street,
                 isFarm);
        return true;
    }

    void fillYard(const ConvexPolygon& yard, Point from, Point to, std::int64_t street,
                  bool isFarm) {
        BuildingSite site(context_, part_, yard);
        RowStyle house{.frontageMetres = isFarm ? 15.0 : chance_.between(9.5, 12.5),
                       .depthMetres = isFarm ? 11.0 : 10.0,
                       .setbackMetres = isFarm ? 14.0 : 9.0,
                       .gapMetres = 500.0,
                       .eavesMetres = isFarm ? 3.2 : 4.2,
                       .firstYear = isFarm ? 1790 : 1925,
                       .lastYear = isFarm ? 1935 : 2015,
                       .shedShare = 0.6};
        site.putAlong(context_.warp.placedLine(from, to), house, street, chance_);
        const std::int64_t barns = isFarm ? 1 + chance_.upTo(4) : 0;
        for (std::int64_t barn = 0; barn < barns; ++barn) {
            putBarn(site, yard);
        }
        site.plant(0.0035, isFarm ? 19.0 : 15.0, chance_);
        site.finish(Cover::yard, false);
    }

    void putBarn(BuildingSite& site, const ConvexPolygon& yard) {
        const Point a = context_.warp.placed(yard.corner(0));
        const Point b = context_.warp.placed(yard.corner(1));
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        Point along{(b.x - a.x) / length, (b.y - a.y) / length};
        if (chance_.hits(0.5)) {
            along = {-along.y, along.x};
        }
        const double halfLength = chance_.between(9.0, 26.0);
        const double halfDepth = std::min(0.7 * halfLength, chance_.between(6.0, 13.0));
        const std::int64_t year = 1960 + chance_.upTo(62);
        for (int attempt = 0; attempt < 12; ++attempt) {
            const Point corner = yard.corner(static_cast<std::size_t>(chance_.upTo(4)));
            const Point centre = yard.centroid();
            const double share = chance_.between(0.0, 0.8);
            const Point middle = context_.warp.placed({centre.x + share * (corner.x - centre.x),
                                                       centre.y + share * (corner.y - centre.y)});
            const TurnedRectangle place{middle, along, halfLength, halfDepth};
            if (site.take(place, 1.5, 4.0)) {
                site.put({.outline = place,
                          .eavesMetres = chance_.between(3.4, 5.2),
                          .roofMetres = 0.36 * halfDepth,
                          .roof = RoofKind::gable,
                          .use = BuildingUse::barn,
                          .builtYear = year});
                return;
            }
        }
    }

    PlanContext& context_;
    const PlanPart& part_;
    ChanceStream chance_;
};

}  // namespace

void layOutField(PlanContext& context, const PlanPart& part) {
    FieldBuilder(context, part).build();
}

}  // namespace lommer::core
