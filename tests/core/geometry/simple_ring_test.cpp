// A ring that is called simple is: against whole-number arithmetic without any rounding.

#include "core/geometry/simple_ring.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <vector>

namespace lommer::core {
namespace {

struct Node {
    std::int64_t x;
    std::int64_t y;
};

std::int64_t side(Node a, Node b, Node c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool isBetween(Node a, Node b, Node c) {
    return side(a, b, c) == 0 && std::min(a.x, b.x) <= c.x && c.x <= std::max(a.x, b.x) &&
           std::min(a.y, b.y) <= c.y && c.y <= std::max(a.y, b.y);
}

bool meet(Node a, Node b, Node c, Node d) {
    if (isBetween(a, b, c) || isBetween(a, b, d) || isBetween(c, d, a) || isBetween(c, d, b)) {
        return true;
    }
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0);
}

/// Slow and exact.
bool isSimple(const std::vector<Node>& ring) {
    const std::size_t count = ring.size();
    const auto at = [&ring, count](std::size_t index) { return ring[index % count]; };
    for (std::size_t one = 0; one < count; ++one) {
        // an edge and the end of the next, and the start of the one before
        if (isBetween(at(one), at(one + 1), at(one + 2)) ||
            isBetween(at(one + 1), at(one + 2), at(one))) {
            return false;
        }
        for (std::size_t other = one + 2; other < count; ++other) {
            if ((other + 1) % count != one &&
                meet(at(one), at(one + 1), at(other), at(other + 1))) {
                return false;
            }
        }
    }
    return true;
}

bool isSurely(const std::vector<Node>& ring) {
    std::vector<Point> points;
    for (const Node& node : ring) {
        points.push_back({static_cast<double>(node.x), static_cast<double>(node.y)});
    }
    points.push_back(points.front());
    return isSurelySimpleRing(points);
}

TEST(SimpleRing, IsNeverSaidOfARingThatMeetsItself) {
    std::mt19937_64 random(20240131);
    int simple = 0;
    int sure = 0;
    for (int turn = 0; turn < 200'000; ++turn) {
        std::vector<Node> ring(3 + random() % 6);
        for (Node& node : ring) {
            node = {static_cast<std::int64_t>(random() % 7),
                    static_cast<std::int64_t>(random() % 7)};
        }
        const bool isIt = isSimple(ring);
        simple += isIt ? 1 : 0;
        if (isSurely(ring)) {
            ++sure;
            ASSERT_TRUE(isIt) << "turn " << turn;
        }
    }
    // Small whole numbers leave rounding no room: only edges in one line stay open.
    EXPECT_GT(sure, simple * 8 / 10);
    EXPECT_GT(simple, 10'000);
}

TEST(SimpleRing, IsSaidOfRingsAsTheyAreDrawn) {
    EXPECT_TRUE(isSurely({{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 4}, {0, 4}}));  // an L
    EXPECT_TRUE(isSurely({{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}}));          // a point in line
}

TEST(SimpleRing, IsNotSaidOfSpikesCrossingsAndEqualNeighbours) {
    EXPECT_FALSE(isSurely({{0, 0}, {4, 4}, {4, 0}, {0, 4}}));
    EXPECT_FALSE(isSurely({{0, 0}, {4, 0}, {2, 0}, {2, 3}}));
    EXPECT_FALSE(isSurely({{0, 0}, {0, 0}, {4, 0}, {4, 4}}));
    EXPECT_FALSE(isSurely({{0, 0}, {4, 0}, {4, 4}, {2, 0}, {0, 4}}));  // touches its own edge
}

}  // namespace
}  // namespace lommer::core
