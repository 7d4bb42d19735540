#pragma once

#include "core/sample/convex_polygon.h"
#include "core/sample/plan_warp.h"
#include "core/sample/sample_records.h"
#include "core/sample/settlements.h"
#include "core/sample/street_profile.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// A line through the whole place that every part of it knows: a brook, a dike.
struct ThroughLine {
    PlanLine line;
    StripProfile profile;
};

/// Where a street or a drive comes out on a strip.
struct Junction {
    /// The middle line of what comes out, and its edges from there.
    PlanLine line;
    double low = 0.0;
    double high = 0.0;
    Cover cover = Cover::localRoad;
    /// True where it comes from the high side.
    bool isFromAbove = false;
    /// True where one can walk on.
    bool isWalked = true;
};

/// A strip of the plan, open while what lies on both sides of it is being laid out.
struct Strip {
    PlanLine line;
    StripProfile profile;
    std::int64_t street = -1;
    std::uint64_t key = 0;
    std::vector<Junction> junctions = {};
    /// Ends of its middle line.
    Point from = {};
    Point to = {};
};

/// A part of the plan: what there is to lay out (`net`, between streets), and the whole up to the
/// middle of the streets around it.
struct PlanPart {
    ConvexPolygon net;
    ConvexPolygon whole;
    std::uint64_t key = 0;
    std::int64_t area = -1;
    std::int64_t district = -1;
    bool isPark = false;
};

/// What all who lay out the plan share.
struct PlanContext {
    const PlanWarp& warp;
    const Settlements& settlements;
    const std::vector<ThroughLine>& throughLines;
    SampleReceiver& receiver;
    std::uint64_t seed = 0;
    double sideMetres = 0.0;
    /// The strips around the present part; owners of edges count in it.
    std::vector<Strip> strips = {};
};

}  // namespace lommer::core
