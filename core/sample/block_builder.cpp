#include "core/sample/block_builder.h"

#include "core/sample/building_site.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lommer::core {
namespace {

/// Half of the houses of an estate stand in terraces, the others two by two.
RowStyle estateStyle(LandUse use, bool isTerrace) {
    RowStyle style{.fewest = isTerrace ? 3 : 2,
                   .most = isTerrace ? 8 : 2,
                   .frontageMetres = isTerrace ? 5.8 : 7.0,
                   .depthMetres = 9.0,
                   .setbackMetres = isTerrace ? 3.8 : 5.0,
                   .gapMetres = isTerrace ? 3.6 : 5.8,
                   .shedShare = 0.55};
    if (use == LandUse::lateEstate) {
        style.depthMetres = 9.8;
        style.eavesMetres = 5.1;
        style.firstYear = 1976;
        style.lastYear = 1999;
    } else if (use == LandUse::newEstate) {
        style.fewest = isTerrace ? 3 : 1;
        style.depthMetres = 10.4;
        style.setbackMetres = isTerrace ? 2.6 : 4.0;
        style.eavesMetres = 5.9;
        style.firstYear = 2001;
        style.lastYear = 2025;
    }
    return style;
}

/// What stands in rows along the streets of a block of that use.
RowStyle houseStyle(LandUse use, ChanceStream& chance) {
    switch (use) {
        case LandUse::square:
        case LandUse::core:
            return {BuildingUse::shop,
                    3,
                    7,
                    chance.between(6.0, 8.0),
                    chance.between(10.0, 13.0),
                    0.35,
                    0.5,
                    6.4,
                    RoofKind::gable,
                    1780,
                    1935,
                    0.1};
        case LandUse::oldStreets:
            return {BuildingUse::house, 2,    4,    6.2, 9.5, 2.2, 3.0, 5.4,
                    RoofKind::gable,    1895, 1942, 0.45};
        case LandUse::postwarEstate:
        case LandUse::lateEstate:
        case LandUse::newEstate:
            return estateStyle(use, chance.hits(0.62));
        case LandUse::business:
            return {BuildingUse::industry,
                    1,
                    1,
                    chance.between(26.0, 58.0),
                    chance.between(24.0, 46.0),
                    9.0,
                    9.0,
                    chance.between(5.5, 10.0),
                    RoofKind::flat,
                    1968,
                    2020,
                    0.0};
        case LandUse::villas:
        case LandUse::rural:
            break;
    }
    return {BuildingUse::house,
            1,
            1,
            chance.between(9.5, 12.5),
            10.0,
            7.0,
            8.0,
            4.2,
            RoofKind::gable,
            1958,
            2018,
            0.35};
}

class BlockBuilder {
public:
    BlockBuilder(PlanContext& context, const PlanPart& part, LandUse use)
        : context_(context),
          part_(part),
          use_(use),
          chance_(mixed(part.key ^ 41)),
          site_(context, part, part.net) {}

    void build() {
        const double area = part_.net.area();
        if (part_.isPark || area < 260.0) {
            buildPark();
        } else if (use_ != LandUse::business && holdsCentre()) {
            buildSquare();
        } else if (isEstate() && area > 5200.0 && chance_.hits(0.07)) {
            buildFlat();
        } else if (isEstate() && area > 5200.0 && chance_.hits(0.05)) {
            buildSchool();
        } else {
            buildRows();
        }
    }

private:
    bool isEstate() const {
        return use_ == LandUse::postwarEstate || use_ == LandUse::lateEstate ||
               use_ == LandUse::newEstate;
    }

    bool holdsCentre() const {
        const auto& all = context_.settlements.all();
        return std::any_of(all.begin(), all.end(), [&](const Settlement& one) {
            return one.businessDirection.has_value() && part_.whole.contains(one.centre);
        });
    }

    const Strip* stripBehind(std::size_t edge) const {
        const int owner = part_.net.owner(edge);
        return owner == ConvexPolygon::kNoOwner ? nullptr
                                                : &context_.strips[static_cast<std::size_t>(owner)];
    }

    /// The edges at streets, the longest first.
    std::vector<std::size_t> frontages() const {
        std::vector<std::size_t> edges;
        for (std::size_t index = 0; index < part_.net.corners().size(); ++index) {
            const Strip* strip = stripBehind(index);
            if (strip != nullptr && strip->street >= 0) {
                edges.push_back(index);
            }
        }
        std::sort(edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) {
            return part_.net.edgeLength(a) > part_.net.edgeLength(b);
        });
        return edges;
    }

    std::vector<Point> lineOf(std::size_t edge) const {
        return context_.warp.placedLine(part_.net.corner(edge), part_.net.corner(edge + 1));
    }

    void buildRows() {
        const RowStyle style = houseStyle(use_, chance_);
        std::int64_t houses = 0;
        for (const std::size_t edge : frontages()) {
            if (part_.net.edgeLength(edge) > style.frontageMetres + 1.0) {
                houses += site_.putAlong(lineOf(edge), style, stripBehind(edge)->street, chance_);
            }
        }
        if (houses == 0) {
            buildPark();
        } else if (use_ == LandUse::business) {
            site_.plant(0.0006, 12.0, chance_);
            site_.finish(Cover::pavedTerrain, false);
        } else {
            site_.plant(use_ == LandUse::core     ? 0.001
                        : use_ == LandUse::villas ? 0.006
                                                  : 0.0032,
                        use_ == LandUse::villas ? 18.0 : 10.0, chance_);
            site_.finish(Cover::yard, false);
        }
    }

    /// Along the longest street, `setback` from it; false where it does not fit.
    bool putSlab(SampleBuilding building, double length, double depth, double setback) {
        const auto edges = frontages();
        if (edges.empty()) {
            return false;
        }
        const MeasuredLine line(lineOf(edges.front()));
        building.street = stripBehind(edges.front())->street;
        for (const double share : {0.5, 0.4, 0.6}) {
            const double middle = share * line.length();
            if (middle - length / 2.0 < 0.0 || middle + length / 2.0 > line.length()) {
                continue;
            }
            const Point a = line.at(middle - length / 2.0);
            const Point b = line.at(middle + length / 2.0);
            const double chord = std::hypot(b.x - a.x, b.y - a.y);
            const Point along{(b.x - a.x) / chord, (b.y - a.y) / chord};
            const double inward = setback + depth / 2.0;
            building.outline = {
                {(a.x + b.x) / 2.0 - inward * along.y, (a.y + b.y) / 2.0 + inward * along.x},
                along,
                length / 2.0,
                depth / 2.0};
            if (site_.take(building.outline, 0.5, 1.0)) {
                site_.put(building);
                return true;
            }
        }
        return false;
    }

    void buildFlat() {
        const auto storeys = static_cast<double>(4 + chance_.upTo(4));
        const double length = chance_.between(42.0, 66.0);
        const auto perStorey = static_cast<std::int64_t>(length / 8.0);
        const bool isPut = putSlab({.eavesMetres = storeys * 2.9 + 0.8,
                                    .use = BuildingUse::flat,
                                    .builtYear = 1964 + chance_.upTo(46),
                                    .homes = perStorey * static_cast<std::int64_t>(storeys)},
                                   length, 12.0, 9.0);
        isPut ? finishGreen(0.004) : buildRows();
    }

    void buildSchool() {
        const bool isCare = chance_.hits(0.35);
        const bool isPut = putSlab({.eavesMetres = isCare ? 9.2 : 4.4,
                                    .use = isCare ? BuildingUse::care : BuildingUse::school,
                                    .builtYear = 1958 + chance_.upTo(58),
                                    .workplaces = 1},
                                   chance_.between(36.0, 52.0), isCare ? 15.0 : 22.0, 7.0);
        if (!isPut) {
            buildRows();
            return;
        }
        site_.plant(0.003, 13.0, chance_, true);
        site_.finish(isCare ? Cover::plantedGreen : Cover::pavedTerrain, true);
    }

    void finishGreen(double treesPerSquareMetre) {
        site_.plant(treesPerSquareMetre, 16.0, chance_, true);
        site_.finish(chance_.hits(0.5) ? Cover::plantedGreen : Cover::lawn, true);
    }

    void buildSquare() {
        const auto edges = frontages();
        const Point middle = context_.warp.placed(part_.net.centroid());
        // Churches look east.
        const Point along{std::cos(0.2), std::sin(0.2)};
        const TurnedRectangle nave{middle, along, 14.0, 6.5};
        const TurnedRectangle tower{nave.at(-1.0 - 4.2 / 14.0, 0.0), along, 4.0, 4.0};
        const TurnedRectangle both{nave.at(-0.3, 0.0), along, 18.5, 6.7};
        if (site_.take(both, 1.0, 1.0)) {
            const std::int64_t street = edges.empty() ? -1 : stripBehind(edges.front())->street;
            site_.put({.outline = nave,
                       .eavesMetres = 9.0,
                       .roofMetres = 6.0,
                       .roof = RoofKind::gable,
                       .use = BuildingUse::church,
                       .builtYear = 1480 + chance_.upTo(400),
                       .workplaces = 1,
                       .street = street});
            site_.put({.outline = tower,
                       .eavesMetres = 28.0,
                       .roofMetres = 12.0,
                       .roof = RoofKind::tower,
                       .use = BuildingUse::church,
                       .builtYear = 1450});
        }
        site_.plant(0.004, 17.0, chance_, true);
        site_.finish(Cover::pedestrianArea, true);
    }

    void buildPark() {
        const double area = part_.net.area();
        const Point middle = context_.warp.placed(part_.net.centroid());
        if (area > 2600.0 && chance_.hits(0.6)) {
            const double radius = std::min(15.0, 0.14 * std::sqrt(area));
            const TurnedRectangle box{middle, {1.0, 0.0}, 1.35 * radius, 1.1 * radius};
            if (site_.take(box, 2.0, 0.0)) {
                addPond(middle, radius);
            }
        }
        finishGreen(area < 260.0 ? 0.002 : 0.007);
    }

    void addPond(Point middle, double radius) {
        constexpr int kPoints = 20;
        std::vector<Point> ring;
        const double phase = chance_.between(0.0, 6.28);
        for (int index = 0; index < kPoints; ++index) {
            const double angle = 2.0 * std::numbers::pi * index / kPoints;
            const double reach = radius * (1.0 + 0.16 * std::sin(2.0 * angle + phase) +
                                           0.07 * std::sin(5.0 * angle));
            ring.push_back({std::round((middle.x + 1.05 * reach * std::cos(angle)) * 1e3) / 1e3,
                            std::round((middle.y + 0.8 * reach * std::sin(angle)) * 1e3) / 1e3});
        }
        ring.push_back(ring.front());
        context_.receiver.takeBasin(ring);
        site_.addHole(ring);
        context_.receiver.take(
            SurfacePart{.cover = Cover::pond, .ring = std::move(ring), .area = part_.area});
    }

    PlanContext& context_;
    const PlanPart& part_;
    LandUse use_;
    ChanceStream chance_;
    BuildingSite site_;
};

}  // namespace

void layOutBlock(PlanContext& context, const PlanPart& part, LandUse use) {
    BlockBuilder(context, part, use).build();
}

}  // namespace lommer::core
