#include "app/style/classification.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace lommer::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RoundestBetween, FindsTheNumberWithTheFewestDigits) {
    EXPECT_EQ(roundestBetween(29.31, 31.7), 30.0);
    EXPECT_EQ(roundestBetween(0.121, 0.138), 0.13);
    EXPECT_EQ(roundestBetween(-3.0, 4.0), 0.0);
    EXPECT_EQ(roundestBetween(998.0, 1203.0), 1000.0);
    EXPECT_EQ(roundestBetween(-1.31, -1.27), -1.3);
}

TEST(RoundestBetween, TakesTheUpperEndButNeverTheLower) {
    EXPECT_EQ(roundestBetween(20.0, 30.0), 30.0);
    EXPECT_EQ(roundestBetween(7.0, 7.0), 7.0);
}

TEST(ClassBounds, OfEqualClassesLieAtEqualStepsMadeRound) {
    const std::vector<double> values{0.4, 3.0, 12.0, 99.7};
    EXPECT_THAT(classBounds(values, 4, ClassMethod::equal), ElementsAre(25.0, 50.0, 75.0));
}

TEST(ClassBounds, OfQuantilesPutAsManyValuesInEachClass) {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) {
        values.push_back(i * i);
    }
    const std::vector<double> bounds = classBounds(values, 5, ClassMethod::quantiles);
    ASSERT_EQ(bounds.size(), 4u);
    for (std::size_t k = 0; k < bounds.size(); ++k) {
        const auto below = std::count_if(values.begin(), values.end(),
                                         [&](double value) { return value < bounds[k]; });
        EXPECT_EQ(below, 20 * (static_cast<long>(k) + 1));
    }
}

TEST(ClassBounds, NeverPartEqualValues) {
    const std::vector<double> values{0, 0, 0, 0, 0, 0, 0, 1, 2, 3};
    EXPECT_THAT(classBounds(values, 4, ClassMethod::quantiles), ElementsAre(1.0));
}

/// Least spread by trying every way to cut: the definition.
double leastSpread(const std::vector<double>& values, std::size_t from, int classCount) {
    const auto spread = [&](std::size_t first, std::size_t last) {
        double mean = 0.0;
        for (std::size_t i = first; i < last; ++i) {
            mean += values[i] / static_cast<double>(last - first);
        }
        double sum = 0.0;
        for (std::size_t i = first; i < last; ++i) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum;
    };
    if (classCount == 1) {
        return spread(from, values.size());
    }
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t cut = from + 1; cut < values.size(); ++cut) {
        best = std::min(best, spread(from, cut) + leastSpread(values, cut, classCount - 1));
    }
    return best;
}

double spreadUnder(const std::vector<double>& values, const std::vector<double>& bounds) {
    double total = 0.0;
    for (std::size_t k = 0; k <= bounds.size(); ++k) {
        std::vector<double> inside;
        std::copy_if(values.begin(), values.end(), std::back_inserter(inside), [&](double value) {
            return (k == 0 || value >= bounds[k - 1]) && (k == bounds.size() || value < bounds[k]);
        });
        total += leastSpread(inside, 0, 1);
    }
    return total;
}

TEST(ClassBounds, OfNaturalBreaksHaveTheLeastSpreadOfAllCuts) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform(0.0, 100.0);
    for (int attempt = 0; attempt < 20; ++attempt) {
        std::vector<double> values;
        for (int i = 0; i < 18; ++i) {
            values.push_back(uniform(random));
        }
        std::sort(values.begin(), values.end());
        for (const int classCount : {2, 3, 4}) {
            const std::vector<double> bounds =
                classBounds(values, classCount, ClassMethod::naturalBreaks);
            ASSERT_EQ(bounds.size(), static_cast<std::size_t>(classCount) - 1);
            EXPECT_NEAR(spreadUnder(values, bounds), leastSpread(values, 0, classCount), 1e-7);
        }
    }
}

TEST(ClassBounds, OfNaturalBreaksFindThreeClearGroups) {
    const std::vector<double> values{1, 2, 3, 50, 51, 52, 900, 901, 905};
    EXPECT_THAT(classBounds(values, 3, ClassMethod::naturalBreaks), ElementsAre(50.0, 900.0));
}

TEST(ClassBounds, LeaveMissingValuesOut) {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values{missing, 1, 2, missing, 3, 4};
    EXPECT_THAT(classBounds(values, 2, ClassMethod::quantiles), ElementsAre(3.0));
    EXPECT_THAT(classBounds(std::vector<double>{missing}, 3, ClassMethod::equal), IsEmpty());
    EXPECT_THAT(classBounds(std::vector<double>{4, 4, 4}, 3, ClassMethod::naturalBreaks),
                IsEmpty());
}

TEST(ClassesFor, CoverEveryNumberOnce) {
    const std::vector<double> bounds{10.0, 20.0};
    const std::vector<QColor> ramp{Qt::white, Qt::black};
    const std::vector<StyleClass> classes = classesFor(bounds, ramp);
    for (const double value : {-1e9, 9.99, 10.0, 19.99, 20.0, 1e9}) {
        EXPECT_EQ(std::count_if(classes.begin(), classes.end(),
                                [&](const StyleClass& item) { return item.holds(value); }),
                  1)
            << value;
    }
}

}  // namespace
}  // namespace lommer::app
