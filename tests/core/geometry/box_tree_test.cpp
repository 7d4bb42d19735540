#include "core/geometry/box_tree.h"

#include "tests/support/geometries.h"

#include <gtest/gtest.h>

#include <random>

namespace lommer::core {
namespace {

std::vector<Bounds> randomBoxes(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0.0, 1000.0);
    std::uniform_real_distribution<double> size(0.0, 30.0);
    std::vector<Bounds> boxes;
    for (std::size_t item = 0; item < count; ++item) {
        const Point corner{place(random), place(random)};
        boxes.push_back({corner.x, corner.y, corner.x + size(random), corner.y + size(random)});
    }
    return boxes;
}

TEST(BoxTree, FindsWhatLookingAtEveryBoxFinds) {
    const auto boxes = randomBoxes(3000, 5);
    const BoxTree tree(boxes);
    for (const Bounds& area : randomBoxes(200, 6)) {
        std::vector<std::int64_t> expected;
        for (std::size_t item = 0; item < boxes.size(); ++item) {
            if (boxes[item].intersects(area)) {
                expected.push_back(static_cast<std::int64_t>(item));
            }
        }
        EXPECT_EQ(tree.itemsIn(area), expected);
    }
}

TEST(BoxTree, OfNothingAndOfEmptyBoxesFindsNothing) {
    const Bounds everything{-1e9, -1e9, 1e9, 1e9};
    EXPECT_TRUE(BoxTree(std::vector<Bounds>{}).itemsIn(everything).empty());
    const BoxTree tree(std::vector<Bounds>{Bounds{}, Bounds{1, 1, 2, 2}, Bounds{}});
    EXPECT_EQ(tree.itemsIn(everything), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(tree.bounds(), (Bounds{1, 1, 2, 2}));
}

TEST(BoxTree, FindsTheNearestThatLookingAtEveryBoxFinds) {
    const auto boxes = randomBoxes(2000, 7);
    const BoxTree tree(boxes);
    for (const Bounds& area : randomBoxes(100, 8)) {
        std::int64_t expected = -1;
        double smallest = 25.0;
        for (std::size_t item = 0; item < boxes.size(); ++item) {
            const double distance = distanceBetween(boxes[item], area) + 1.0;
            if (distance < smallest) {
                smallest = distance;
                expected = static_cast<std::int64_t>(item);
            }
        }
        const auto found = tree.nearestTo(area, 25.0, [&](std::int64_t item) {
            return distanceBetween(boxes[static_cast<std::size_t>(item)], area) + 1.0;
        });
        ASSERT_EQ(found.has_value(), expected >= 0);
        if (found) {
            EXPECT_EQ(found->item, expected);
            EXPECT_EQ(found->distance, smallest);
        }
    }
}

TEST(BoxTree, OfTwoAtTheSameDistanceTheFirstIsNearest) {
    const BoxTree tree(std::vector<Bounds>{{9, 9, 9, 9}, {3, 0, 3, 0}, {-3, 0, -3, 0}});
    const Bounds origin{0, 0, 0, 0};
    const auto found = tree.nearestTo(origin, 100.0, [&](std::int64_t item) {
        return distanceBetween(tree.boundsOf(item), origin);
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->item, 1);
    EXPECT_EQ(found->distance, 3.0);
    // At the limit still counts, beyond it nothing does.
    const auto distanceTo = [&](std::int64_t item) {
        return distanceBetween(tree.boundsOf(item), origin);
    };
    EXPECT_TRUE(tree.nearestTo(origin, 3.0, distanceTo));
    EXPECT_FALSE(tree.nearestTo(origin, 2.9, distanceTo));
}

TEST(BoxTree, PairsComeByLeftAndThenRightRow) {
    const BoxTree left(std::vector<Bounds>{{0, 0, 2, 2}, {}, {1, 1, 5, 5}});
    const BoxTree right(std::vector<Bounds>{{4, 4, 6, 6}, {2, 2, 3, 3}, {7, 7, 8, 8}});
    // Box 0 touches box 1 in the corner (2, 2).
    EXPECT_EQ(touchingBoxes(left, right, 3, {}), (std::vector<RowPair>{{0, 1}, {2, 0}, {2, 1}}));
}

}  // namespace
}  // namespace lommer::core
