#include "core/statistics/area_quantiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace lommer::core {
namespace {

using ::testing::ElementsAre;

CellValues fullCells(std::vector<float> values) {
    return {std::move(values), {}};
}

TEST(AreaQuantiles, TheMedianOfAnOddNumberOfCellsIsTheMiddleOne) {
    const std::vector<CellValues> zone{fullCells({9.0F, 1.0F, 4.0F})};
    EXPECT_THAT(areaQuantiles(zone, std::vector{0.5}), ElementsAre(4.0));
}

TEST(AreaQuantiles, TheMedianOfAnEvenNumberOfCellsLiesBetweenTheMiddleTwo) {
    const std::vector<CellValues> zone{fullCells({4.0F, 1.0F}), fullCells({2.0F, 3.0F})};
    EXPECT_THAT(areaQuantiles(zone, std::vector{0.5}), ElementsAre(2.5));
}

TEST(AreaQuantiles, CutCellsWeighTheirArea) {
    // 1 over half a cell, 5 over a whole one: half of 1.5 is reached inside the cell of 5, a third
    // exactly between the two.
    const CellValues zone{{5.0F}, {{1.0F, static_cast<std::uint32_t>(unitsOf(0.5))}}};
    EXPECT_THAT(areaQuantiles(std::span(&zone, 1), std::vector{0.5, 0.3, 1.0 / 3.0}),
                ElementsAre(5.0, 1.0, 3.0));
    // 1 and 5 over equal halves: half of the area lies exactly between.
    const auto half = static_cast<std::uint32_t>(unitsOf(0.5));
    const CellValues halves{{}, {{5.0F, half}, {1.0F, half}}};
    EXPECT_THAT(areaQuantiles(std::span(&halves, 1), std::vector{0.5}), ElementsAre(3.0));
}

TEST(AreaQuantiles, TheOutermostQuantilesAreMinimumAndMaximum) {
    const std::vector<CellValues> zone{fullCells({-3.0F, 7.5F, 0.0F, 2.0F})};
    EXPECT_THAT(areaQuantiles(zone, std::vector{0.0, 1.0}), ElementsAre(-3.0, 7.5));
}

TEST(AreaQuantiles, KeysOrderAllFloats) {
    const std::vector<float> ascending{-3e38F, -2.5F, -1e-30F, 0.0F, 1e-30F, 2.5F, 3e38F};
    for (std::size_t index = 1; index < ascending.size(); ++index) {
        EXPECT_LT(orderKey(ascending[index - 1]), orderKey(ascending[index]));
        EXPECT_EQ(valueOfKey(orderKey(ascending[index])), ascending[index]);
    }
}

TEST(AreaQuantiles, HistogramsOfManyCellsEqualSortingThem) {
    // Far above and far below the size at which sorting stops: the slow answer is written here.
    std::mt19937 random(19);
    std::normal_distribution<float> height(3.0F, 20.0F);
    std::uniform_real_distribution<double> fraction(1e-6, 1.0);
    const std::vector<double> shares{0.0, 0.05, 0.25, 0.5, 0.77, 0.9, 1.0};
    for (const std::size_t cells : {50u, 5000u, 60000u}) {
        CellValues zone;
        std::vector<std::pair<float, AreaUnits>> sorted;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const float value = std::round(height(random) * 8.0F) / 8.0F;  // with ties
            const bool isCut = cell % 7 == 0;
            const AreaUnits units = isCut ? unitsOf(fraction(random)) : kUnitsPerCell;
            sorted.emplace_back(value, units);
            if (isCut) {
                zone.cut.push_back({value, static_cast<std::uint32_t>(units)});
            } else {
                zone.full.push_back(value);
            }
        }
        std::sort(sorted.begin(), sorted.end());
        AreaUnits total = 0;
        for (const auto& [value, units] : sorted) {
            total += units;
        }
        const auto found = areaQuantiles(std::span(&zone, 1), shares);
        for (std::size_t index = 0; index < shares.size(); ++index) {
            AreaUnits counted = 0;
            double expected = NAN;
            for (const auto& [value, units] : sorted) {
                counted += units;
                if (static_cast<double>(counted) >= shares[index] * static_cast<double>(total)) {
                    expected = static_cast<double>(value);
                    break;
                }
            }
            EXPECT_EQ(found[index], expected) << cells << " cells, share " << shares[index];
        }
    }
}

}  // namespace
}  // namespace lommer::core
