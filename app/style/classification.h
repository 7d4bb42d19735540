#pragma once

#include "app/style/layer_style.h"

#include <optional>
#include <span>
#include <vector>

namespace lommer::app {

enum class ClassMethod {
    equal,          // classes of the same width
    quantiles,      // classes with about the same number of values
    naturalBreaks,  // least spread inside the classes (Fisher, Jenks)
};

/// The bounds between classes, rising: at most `classCount - 1`, fewer where the values are too
/// alike. A value equal to a bound belongs to the class above it. Values that are NaN are left out.
/// Each bound is the roundest number that gives the same classes (for `equal`: within 2 % of a
/// class's width), so that a legend can be read.
std::vector<double> classBounds(std::span<const double> values, int classCount, ClassMethod method);

/// Classes for given bounds, open at both ends, coloured from a ramp.
std::vector<StyleClass> classesFor(std::span<const double> bounds, std::span<const QColor> ramp);

/// The number with the fewest digits in (low, high]; `high` itself where low >= high.
double roundestBetween(double low, double high);

}  // namespace lommer::app
