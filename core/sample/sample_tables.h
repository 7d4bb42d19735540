#pragma once

#include "core/sample/sample_layer.h"
#include "core/sample/sample_relief.h"

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace lommer::core {

/// Turns the pieces of the made-up place into rows of the registers that would hold them, in the
/// registers' own columns and terms, with versions of the past, and hands them on in batches.
class SampleTables : public SampleReceiver {
public:
    /// `relief` takes in what shapes the heights; both must outlive this.
    SampleTables(SampleTableSink& sink, SampleRelief& relief, const Bounds& bounds,
                 std::uint64_t seed);
    ~SampleTables() override;

    void take(SurfacePart part) override;
    void take(const SampleBuilding& building) override;
    void take(const SampleTree& tree) override;
    void take(SampleWay way) override;
    void take(const ReliefLine& line) override;
    void takeBasin(const std::vector<Point>& ring) override;
    void take(SampleArea area) override;
    /// After the last piece: the figures of the areas, and what was still waiting.
    void finish();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace lommer::core
