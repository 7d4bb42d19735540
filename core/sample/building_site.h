#pragma once

#include "core/sample/plan_context.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// A line that is walked along by metres.
class MeasuredLine {
public:
    /// At least two points.
    explicit MeasuredLine(std::vector<Point> points);
    double length() const noexcept { return until_.back(); }
    /// `metres` between 0 and the length.
    Point at(double metres) const noexcept;

private:
    std::vector<Point> points_;
    std::vector<double> until_;
};

/// How houses of one kind stand along a street.
struct RowStyle {
    BuildingUse use = BuildingUse::house;
    std::int64_t fewest = 1;
    std::int64_t most = 1;
    double frontageMetres = 6.0;
    double depthMetres = 9.0;
    /// From the edge of the block.
    double setbackMetres = 3.0;
    double gapMetres = 3.0;
    double eavesMetres = 5.6;
    RoofKind roof = RoofKind::gable;
    std::int64_t firstYear = 1950;
    std::int64_t lastYear = 1975;
    double shedShare = 0.0;
};

/// A piece of ground with a ring of its own on which buildings are put, apart from each other and
/// within it. What is put there goes to the receiver; the ground itself at `finish`.
class BuildingSite {
public:
    BuildingSite(PlanContext& context, const PlanPart& part, const ConvexPolygon& ground);

    const std::vector<Point>& ring() const noexcept { return ring_; }
    /// True where it fits with `margin` to the edge and `gap` to the others; then it is taken.
    bool take(const TurnedRectangle& place, double marginMetres, double gapMetres);
    bool isFree(Point place, double marginMetres) const;
    void put(SampleBuilding building);
    /// Houses along an edge of the ground. Returns how many.
    std::int64_t putAlong(const std::vector<Point>& edge, const RowStyle& style,
                          std::int64_t street, ChanceStream& chance);
    /// Trees that nobody has registered, `perSquareMetre` of them, of up to `highestMetres`.
    void plant(double perSquareMetre, double highestMetres, ChanceStream& chance,
               bool isRegistered = false);
    /// Gives the ground, with holes where buildings are.
    void finish(Cover cover, bool isPublic);
    void addHole(std::vector<Point> ring) { holes_.push_back(std::move(ring)); }

private:
    void putRow(const TurnedRectangle& row, std::int64_t houses, const RowStyle& style,
                std::int64_t street, ChanceStream& chance);
    void putShed(const TurnedRectangle& house, std::int64_t year, ChanceStream& chance);

    PlanContext& context_;
    const PlanPart& part_;
    std::vector<Point> ring_;
    Bounds bounds_;
    std::vector<TurnedRectangle> taken_;
    std::vector<std::vector<Point>> holes_;
};

/// True inside a closed ring (even-odd).
bool isInside(const std::vector<Point>& ring, Point place) noexcept;
double ringArea(const std::vector<Point>& ring) noexcept;

}  // namespace lommer::core
