#include "app/style/colour_ramp.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::app {
namespace {

/// What someone without green cones sees (Viénot, Brettel, Mollon 1999), in linear light.
double distanceWithoutGreenCones(const QColor& a, const QColor& b) {
    const auto seen = [](const QColor& colour) {
        const auto linear = [](float channel) {
            return std::pow(static_cast<double>(channel), 2.2);
        };
        const double r = linear(colour.redF());
        const double g = linear(colour.greenF());
        const double bl = linear(colour.blueF());
        const double mixed = 0.29275 * r + 0.70725 * g;
        return std::pair{std::pow(mixed, 1.0 / 2.2),
                         std::pow(std::max(0.0, -0.02234 * r + 0.02234 * g + bl), 1.0 / 2.2)};
    };
    const auto [yellowA, blueA] = seen(a);
    const auto [yellowB, blueB] = seen(b);
    return std::hypot(yellowA - yellowB, blueA - blueB);
}

TEST(ColourRamps, EndWhereTheirAnchorsEnd) {
    for (const ColourRamp& ramp : colourRamps()) {
        EXPECT_EQ(colourAt(ramp.anchors, 0.0).rgb(), ramp.anchors.front().rgb());
        EXPECT_EQ(colourAt(ramp.anchors, 1.0).rgb(), ramp.anchors.back().rgb());
        EXPECT_EQ(colourAt(ramp.anchors, 7.0).rgb(), ramp.anchors.back().rgb());
    }
}

TEST(ColourRamps, SequentialOnesGetDarkerWithEveryClass) {
    for (const ColourRamp& ramp : colourRamps()) {
        if (ramp.kind == RampKind::sequential) {
            const std::vector<QColor> classes = colours(ramp.anchors, 5);
            for (std::size_t i = 1; i < classes.size(); ++i) {
                EXPECT_GT(lightnessOf(classes[i - 1]) - lightnessOf(classes[i]), 0.08)
                    << ramp.id.toStdString() << " class " << i;
            }
        }
    }
}

TEST(ColourRamps, NeighbouringClassesDifferForTheColourBlind) {
    for (const ColourRamp& ramp : colourRamps()) {
        const std::vector<QColor> classes = colours(ramp.anchors, 5);
        for (std::size_t i = 1; i < classes.size(); ++i) {
            EXPECT_GT(distanceWithoutGreenCones(classes[i - 1], classes[i]), 0.1)
                << ramp.id.toStdString() << " class " << i;
        }
        EXPECT_GT(distanceWithoutGreenCones(classes.front(), classes.back()), 0.15)
            << ramp.id.toStdString();
    }
}

TEST(ColourRamps, DivergingOnesAreLightestInTheMiddle) {
    for (const ColourRamp& ramp : colourRamps()) {
        if (ramp.kind == RampKind::diverging) {
            EXPECT_GT(lightnessOf(colourAt(ramp.anchors, 0.5)), 0.95);
            EXPECT_NEAR(lightnessOf(colourAt(ramp.anchors, 0.0)),
                        lightnessOf(colourAt(ramp.anchors, 1.0)), 0.12)
                << ramp.id.toStdString();
        }
    }
}

}  // namespace
}  // namespace lommer::app
