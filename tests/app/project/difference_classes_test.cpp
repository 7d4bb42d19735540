#include "app/project/difference_classes.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

LayerStyle styleOf(core::Unit unit) {
    LayerStyle style;
    style.kind = StyleKind::ramp;
    style.ramp = {Qt::blue, Qt::white, Qt::red};
    style.unit = unit;
    style.differences = {.limit = "limit",
                         .none = {QStringLiteral("minder dan {x}"), QStringLiteral("below {x}")},
                         .more = {QStringLiteral("{x} of meer"), QStringLiteral("{x} or more")},
                         .lower = {QStringLiteral("{x} lager"), QStringLiteral("{x} lower")},
                         .higher = {QStringLiteral("{x} hoger"), QStringLiteral("{x} higher")},
                         .cooler = {QStringLiteral("{x} koeler"), QStringLiteral("{x} cooler")},
                         .warmer = {QStringLiteral("{x} warmer"), QStringLiteral("{x} warmer")}};
    return style;
}

/// The class that holds a value; -1 where none or more than one does.
int classOf(const std::vector<StyleClass>& classes, double value) {
    int found = -1;
    for (std::size_t index = 0; index < classes.size(); ++index) {
        if (classes[index].holds(value)) {
            found = found == -1 ? static_cast<int>(index) : -2;
        }
    }
    return found;
}

TEST(DifferenceClasses, LieAlikeOnBothSidesOfZero) {
    // Three steps of one limit reach 3.
    const auto classes =
        differenceClasses(styleOf(core::Unit::degreeCelsius), 1.0, 3.6, QStringLiteral("°C"));
    ASSERT_EQ(classes.size(), 7U);
    for (const double value : {0.0, 0.5, 0.999, 1.0, 1.5, 2.0, 3.0, 3.5, 40.0}) {
        EXPECT_EQ(classOf(classes, value) + classOf(classes, -value), 6) << value;
    }
    EXPECT_EQ(classOf(classes, 0.999), 3);
    EXPECT_EQ(classOf(classes, 1.0), 4);
    EXPECT_EQ(classOf(classes, -1.0), 2);
    EXPECT_EQ(classes[3].colour, QColor(Qt::white));
    EXPECT_EQ(classes.front().colour, QColor(Qt::blue));
    EXPECT_EQ(classes.back().colour, QColor(Qt::red));
}

TEST(DifferenceClasses, SayInWordsWhatTheyHold) {
    const auto classes =
        differenceClasses(styleOf(core::Unit::degreeCelsius), 0.5, 1.6, QStringLiteral("°C"));
    ASSERT_EQ(classes.size(), 7U);
    EXPECT_EQ(classes[0].label.dutch, QStringLiteral("1,5\u00A0°C of meer koeler"));
    EXPECT_EQ(classes[1].label.english, QStringLiteral("1 – < 1.5\u00A0°C cooler"));
    EXPECT_EQ(classes[3].label.dutch, QStringLiteral("minder dan 0,5\u00A0°C"));
    EXPECT_EQ(classes[4].label.dutch, QStringLiteral("0,5 – < 1\u00A0°C warmer"));
    const auto heights = differenceClasses(styleOf(core::Unit::none), 2.0, 1.0, {});
    ASSERT_EQ(heights.size(), 3U);
    EXPECT_EQ(heights[0].label.dutch, QStringLiteral("2 of meer lager"));
    EXPECT_EQ(heights[2].label.english, QStringLiteral("2 or more higher"));
}

TEST(DifferenceClasses, WidenWithTheDifferences) {
    // The largest 13 times the limit: steps of four limits.
    const auto classes = differenceClasses(styleOf(core::Unit::none), 1.0, 13.0, {});
    ASSERT_EQ(classes.size(), 7U);
    EXPECT_EQ(classes[4].from, 1.0);
    EXPECT_EQ(classes[5].from, 5.0);
    EXPECT_EQ(classes[6].from, 9.0);
}

}  // namespace
}  // namespace lommer::app
