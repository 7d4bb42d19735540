#include "app/style/classification.h"

#include "app/style/colour_ramp.h"
#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::app {
namespace {

/// Natural breaks look at no more distinct values than this; the rest is sampled evenly by rank.
constexpr std::size_t kMaximumDistinct = 20000;

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> result;
    result.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(result),
                 [](double value) { return !std::isnan(value); });
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<double> equalBounds(const std::vector<double>& values, int classCount) {
    const double width = (values.back() - values.front()) / classCount;
    std::vector<double> bounds;
    for (int i = 1; i < classCount; ++i) {
        const double exact = values.front() + width * i;
        bounds.push_back(roundestBetween(exact - 0.02 * width, exact + 0.02 * width));
    }
    return bounds;
}

/// The bound just above place `index` (the first value of the upper class), made round.
double boundBefore(const std::vector<double>& values, std::size_t index) {
    return roundestBetween(values[index - 1], values[index]);
}

std::vector<double> quantileBounds(const std::vector<double>& values, int classCount) {
    std::vector<double> bounds;
    for (int i = 1; i < classCount; ++i) {
        const auto place = values.begin() +
                           static_cast<std::ptrdiff_t>(values.size() * static_cast<std::size_t>(i) /
                                                       static_cast<std::size_t>(classCount));
        // Equal values stay together: the class starts where they start.
        const auto start = std::lower_bound(values.begin(), place, *place);
        if (start != values.begin()) {
            bounds.push_back(boundBefore(values, static_cast<std::size_t>(start - values.begin())));
        }
    }
    return bounds;
}

/// Distinct values with how often they occur, as running sums for the spread of any stretch.
class Spread {
public:
    explicit Spread(const std::vector<double>& values) {
        const std::size_t step = std::max<std::size_t>(1, values.size() / kMaximumDistinct);
        // Counted from the middle of all values, so that squares do not lose digits.
        const double origin = values[values.size() / 2];
        for (std::size_t i = 0; i < values.size(); i += step) {
            if (distinct_.empty() || distinct_.back() != values[i]) {
                distinct_.push_back(values[i]);
                sums_.push_back(sums_.back());
            }
            const double value = values[i] - origin;
            sums_.back().count += 1.0;
            sums_.back().sum += value;
            sums_.back().squares += value * value;
        }
    }
    std::size_t size() const { return distinct_.size(); }
    const std::vector<double>& distinct() const { return distinct_; }
    /// Sum of squared distances to the mean of the distinct values [first, last).
    double of(std::size_t first, std::size_t last) const {
        const double count = sums_[last].count - sums_[first].count;
        const double sum = sums_[last].sum - sums_[first].sum;
        return std::max(0.0, sums_[last].squares - sums_[first].squares - sum * sum / count);
    }

private:
    struct Sums {
        double count = 0.0;
        double sum = 0.0;
        double squares = 0.0;
    };
    std::vector<double> distinct_;
    std::vector<Sums> sums_{Sums{}};
};

/// One more class: best[j] = least spread of the first j values in that many classes. The best
/// start of the last class never falls with j, so the middle one halves the search for the others.
class NaturalStep {
public:
    NaturalStep(const Spread& spread, const std::vector<double>& previous,
                std::vector<double>& best, std::vector<std::size_t>& start)
        : spread_(spread), previous_(previous), best_(best), start_(start) {}

    void solve(std::size_t low, std::size_t high, std::size_t from, std::size_t to) {
        if (low > high) {
            return;
        }
        const std::size_t middle = low + (high - low) / 2;
        best_[middle] = std::numeric_limits<double>::infinity();
        for (std::size_t i = from; i <= std::min(to, middle - 1); ++i) {
            const double cost = previous_[i] + spread_.of(i, middle);
            if (cost < best_[middle]) {
                best_[middle] = cost;
                start_[middle] = i;
            }
        }
        solve(low, middle - 1, from, start_[middle]);
        solve(middle + 1, high, start_[middle], to);
    }

private:
    const Spread& spread_;
    const std::vector<double>& previous_;
    std::vector<double>& best_;
    std::vector<std::size_t>& start_;
};

std::vector<double> naturalBounds(const std::vector<double>& values, int classCount) {
    const Spread spread(values);
    const std::size_t size = spread.size();
    const std::size_t count = std::min(static_cast<std::size_t>(classCount), size);
    std::vector<double> best(size + 1, std::numeric_limits<double>::infinity());
    for (std::size_t j = 1; j <= size; ++j) {
        best[j] = spread.of(0, j);
    }
    std::vector<std::vector<std::size_t>> starts;
    for (std::size_t k = 2; k <= count; ++k) {
        const std::vector<double> previous = best;
        starts.emplace_back(size + 1, k - 1);
        NaturalStep(spread, previous, best, starts.back()).solve(k, size, k - 1, size - 1);
    }
    std::vector<double> bounds;
    std::size_t end = size;
    for (auto step = starts.rbegin(); step != starts.rend(); ++step) {
        end = (*step)[end];
        bounds.push_back(boundBefore(spread.distinct(), end));
    }
    std::reverse(bounds.begin(), bounds.end());
    return bounds;
}

}  // namespace

double roundestBetween(double low, double high) {
    if (!(low < high)) {
        return high;
    }
    const double widest = std::max(std::abs(low), std::abs(high));
    const int start = static_cast<int>(std::ceil(std::log10(widest)));
    for (int exponent = start; exponent > start - 17; --exponent) {
        const double power = std::pow(10.0, std::abs(exponent));
        const double candidate =
            exponent >= 0 ? std::floor(high / power) * power : std::floor(high * power) / power;
        if (candidate > low && candidate <= high) {
            return candidate;
        }
    }
    return high;
}

std::vector<double> classBounds(std::span<const double> values, int classCount,
                                ClassMethod method) {
    LOMMER_ASSERT(classCount >= 1);
    const std::vector<double> ordered = sorted(values);
    if (classCount == 1 || ordered.empty() || ordered.front() == ordered.back()) {
        return {};
    }
    std::vector<double> bounds = method == ClassMethod::equal ? equalBounds(ordered, classCount)
                                 : method == ClassMethod::quantiles
                                     ? quantileBounds(ordered, classCount)
                                     : naturalBounds(ordered, classCount);
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

std::vector<StyleClass> classesFor(std::span<const double> bounds, std::span<const QColor> ramp) {
    const std::vector<QColor> classColours = colours(ramp, static_cast<int>(bounds.size()) + 1);
    std::vector<StyleClass> classes(classColours.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i].colour = classColours[i];
        if (i > 0) {
            classes[i].from = bounds[i - 1];
        }
        if (i < bounds.size()) {
            classes[i].to = bounds[i];
        }
    }
    return classes;
}

}  // namespace lommer::app
