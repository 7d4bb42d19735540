#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_view.h"
#include "core/sample/chance.h"
#include "core/sample/sample_records.h"

#include <array>
#include <cstdint>
#include <vector>

namespace lommer::core {

/// The heights of the made-up place: rolling ground, roads, ditches, a dike, and on it buildings
/// and crowns, as an airborne survey of 2022 would have measured them. What was built later is not
/// in it; where there is water, or for the ground a building or a dense crown, there is no height.
class SampleRelief {
public:
    SampleRelief(const Bounds& bounds, std::uint64_t seed);

    void add(const SampleBuilding& building);
    void add(const SampleTree& tree);
    void add(const ReliefLine& line);
    void addBasin(std::vector<Point> ring);

    /// m NAP, without roads, ditches and dikes.
    double groundHeight(Point place) const noexcept;
    /// Heights of the ground and of what stands on it, m NAP, for the cells of `window`: NaN where
    /// the survey has none. A cell has the same values in any window. Safe from any thread once
    /// all has been added.
    void fill(const Grid& grid, const CellWindow& window, RasterView<float> terrain,
              RasterView<float> surface) const;

private:
    struct Octave {
        SmoothNoise noise;
        double metres;
    };
    /// Which items may touch a square of the place.
    class Index {
    public:
        Index() = default;
        explicit Index(const Bounds& bounds);
        void add(const Bounds& bounds, std::uint32_t item);
        /// Each item that may touch `bounds` once, in the order of adding.
        std::vector<std::uint32_t> within(const Bounds& bounds) const;

    private:
        CellWindow squares(const Bounds& bounds) const;

        Bounds bounds_;
        std::int64_t columns_ = 0;
        std::int64_t rows_ = 0;
        std::vector<std::vector<std::uint32_t>> items_;
    };
    struct Work;

    void fillGround(Work& work) const;
    static void addOctave(const Octave& octave, double rowY, const std::vector<double>& xs,
                          std::vector<double>& heights);
    void shape(Work& work, const ReliefLine& line) const;
    void addWater(Work& work) const;
    void addBuildings(Work& work) const;
    void addCrowns(Work& work) const;
    void finish(Work& work) const;

    Bounds bounds_;
    std::array<Octave, 5> octaves_;
    SmoothNoise undergrowth_;
    std::vector<SampleBuilding> buildings_;
    std::vector<SampleTree> trees_;
    std::vector<ReliefLine> lines_;
    std::vector<std::vector<Point>> basins_;
    Index buildingIndex_;
    Index treeIndex_;
    Index lineIndex_;
    Index basinIndex_;
};

}  // namespace lommer::core
