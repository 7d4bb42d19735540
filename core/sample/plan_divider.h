#pragma once

#include "core/sample/plan_context.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <utility>

namespace lommer::core {

/// Divides the place into parts, each cut in two by a road, a street, a ditch or nothing, until
/// what remains is a block of houses or a field; then lays out the block and, on the way back, the
/// strips. Everything depends on the seed and on where a part lies in the division.
class PlanDivider {
public:
    PlanDivider(PlanContext& context, const Bounds& bounds, const std::stop_token& stop);

    /// Throws Cancelled.
    void divide(PlanPart part);

private:
    struct Cut {
        PlanLine line;
        /// Nothing: two fields without anything in between.
        std::optional<StripProfile> profile;
        bool makesPark = false;
    };

    std::optional<Cut> cutFor(const PlanPart& part) const;
    std::optional<Cut> throughCutFor(const PlanPart& part) const;
    std::optional<PlanLine> lineFor(const PlanPart& part) const;
    std::optional<StripProfile> profileFor(const PlanPart& part, double length, LandUse use) const;
    void divideBy(const PlanPart& part, const Cut& cut);
    void open(const PlanPart& part, Strip strip);
    Point endOf(const ConvexPolygon& polygon, const Strip& strip, bool isFirst);
    void takeArea(PlanPart& part);
    void layOut(const PlanPart& part);

    PlanContext& context_;
    std::stop_token stop_;
    double placeSquareMetres_;
    std::int64_t areaCount_ = 0;
    std::int64_t districtCount_ = 0;
    std::int64_t streetCount_ = 0;
};

}  // namespace lommer::core
