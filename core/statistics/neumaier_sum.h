#pragma once

#include <cmath>

namespace lommer::core {

/// A sum of doubles with its rounding error carried along: exact to about one rounding however many
/// terms there are. Source: Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen, ZAMM 54.
class NeumaierSum {
public:
    void add(double term) noexcept {
        const double next = sum_ + term;
        lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    double value() const noexcept { return sum_ + lost_; }

private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

}  // namespace lommer::core
