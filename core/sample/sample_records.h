#pragma once

#include "core/base/bounds.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// What the ground is at a spot, as the BGT tells it apart.
enum class Cover : std::uint8_t {
    regionalRoad,
    localRoad,
    cyclePath,
    footPath,
    pedestrianArea,
    parking,
    driveway,
    dirtRoad,
    verge,
    yard,
    pavedTerrain,
    pasture,
    arable,
    lawn,
    plantedGreen,
    shrubs,
    deciduousWood,
    mixedWood,
    coniferWood,
    heath,
    hedgeBank,
    reeds,
    brook,
    ditch,
    pond,
    bank,
};

/// A part of the plane: the parts of level 0 cover the place once, with the buildings.
struct SurfacePart {
    Cover cover = Cover::lawn;
    /// Closed, counter-clockwise; holes are buildings.
    std::vector<Point> ring;
    std::vector<std::vector<Point>> holes = {};
    /// 1 on a bridge.
    std::int64_t level = 0;
    bool isPublic = true;
    /// Of its neighbourhood; -1 between them.
    std::int64_t area = -1;
};

enum class RoofKind : std::uint8_t { flat, gable, tower };

/// A rectangle in any direction: corners at centre ± along · halfLength ± across · halfDepth.
struct TurnedRectangle {
    Point centre = {};
    /// Length 1.
    Point along{1.0, 0.0};
    double halfLength = 0.0;
    double halfDepth = 0.0;

    Point at(double alongShare, double acrossShare) const noexcept {
        const double a = alongShare * halfLength;
        const double b = acrossShare * halfDepth;
        return {centre.x + a * along.x - b * along.y, centre.y + a * along.y + b * along.x};
    }
    /// Closed, counter-clockwise, in millimetres.
    std::vector<Point> ring() const;
    bool contains(Point place) const noexcept;
    /// True where the two, one of them larger by `gap` on all sides, have a spot in common.
    bool overlaps(const TurnedRectangle& other, double gap) const noexcept;
};

/// What a building is for.
enum class BuildingUse : std::uint8_t {
    house,
    flat,
    shop,
    industry,
    school,
    care,
    church,
    barn,
    shed,
};

struct SampleBuilding {
    TurnedRectangle outline = {};
    double eavesMetres = 0.0;
    /// From eaves to ridge.
    double roofMetres = 0.0;
    RoofKind roof = RoofKind::flat;
    BuildingUse use = BuildingUse::house;
    std::int64_t builtYear = 0;
    /// Homes in it.
    std::int64_t homes = 0;
    /// Other units in it: shops, offices …
    std::int64_t workplaces = 0;
    /// Of its street and its neighbourhood.
    std::int64_t street = -1;
    std::int64_t area = -1;
};

struct SampleTree {
    Point place;
    float crownRadiusMetres = 0.0F;
    float heightMetres = 0.0F;
    std::int16_t plantedYear = 0;
    std::uint8_t species = 0;
    /// Of the municipality: it stands in its registers.
    bool isRegistered = false;
};

constexpr std::int64_t kTreeSpeciesCount = 14;

/// Scientific name.
std::string_view treeSpecies(std::uint8_t species) noexcept;
/// Metres that a tree planted then has reached when the heights were surveyed.
double grownHeight(std::int64_t plantedYear) noexcept;
/// Metres, of a free-standing tree of that height.
double crownRadius(double heightMetres) noexcept;

enum class WayKind : std::uint8_t { regional, local, street, pedestrian, foot, track };

/// A piece of the network on foot, from one crossing to the next.
struct SampleWay {
    WayKind kind = WayKind::street;
    std::int64_t street = 0;
    std::vector<Point> line;
};

/// What lifts or lowers the ground along a piece of line.
struct ReliefLine {
    Point from;
    Point to;
    /// Flat to this distance from the line.
    float halfWidthMetres = 0.0F;
    /// Then back to the ground within this.
    float slopeMetres = 0.0F;
    /// Above the ground; below 0 it is a channel.
    float heightMetres = 0.0F;
    /// Within this of the line there is water; 0: dry.
    float waterHalfWidthMetres = 0.0F;
};

/// A neighbourhood or a district of several. Each kind covers the place once.
struct SampleArea {
    std::vector<Point> ring;
    bool isDistrict = false;
    bool isBuiltUp = false;
    /// Counts from 0 in the order of the plan; a district comes before its neighbourhoods.
    std::int64_t index = 0;
    /// Of a neighbourhood.
    std::int64_t district = -1;
};

/// Takes in the place piece by piece, in the order of the plan.
class SampleReceiver {
public:
    virtual ~SampleReceiver() = default;
    virtual void take(SurfacePart part) = 0;
    virtual void take(const SampleBuilding& building) = 0;
    virtual void take(const SampleTree& tree) = 0;
    virtual void take(SampleWay way) = 0;
    virtual void take(const ReliefLine& line) = 0;
    /// Standing water: no height there.
    virtual void takeBasin(const std::vector<Point>& ring) = 0;
    virtual void take(SampleArea area) = 0;
};

}  // namespace lommer::core
