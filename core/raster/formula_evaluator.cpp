#include "core/raster/formula.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

using Operation = Formula::Operation;

// Values of one step: small enough for the first cache with a handful of rows on the stack.
constexpr std::size_t kStrip = 512;
constexpr double kHole = std::numeric_limits<double>::quiet_NaN();

/// The rows on the stack that one instruction works on.
struct Stack {
    double* values;        // of the first operand; the next is kStrip further
    std::uint8_t* failed;  // likewise
    std::size_t count;
};

/// Arithmetic: a hole in gives a hole out, and so does an outcome that is not finite.
template <class Work>
void applyBinary(const Stack& stack, Work work) {
    for (std::size_t i = 0; i < stack.count; ++i) {
        const double x = stack.values[i];
        const double y = stack.values[kStrip + i];
        const bool isKnown = !std::isnan(x) && !std::isnan(y);
        const double result = work(x, y);
        const bool isGood = isKnown && std::isfinite(result);
        stack.values[i] = isGood ? result : kHole;
        stack.failed[i] = static_cast<std::uint8_t>(stack.failed[i] | stack.failed[kStrip + i] |
                                                    static_cast<int>(isKnown && !isGood));
    }
}

template <class Work>
void applyUnary(const Stack& stack, Work work) {
    for (std::size_t i = 0; i < stack.count; ++i) {
        const double x = stack.values[i];
        const double result = work(x);
        const bool isKnown = !std::isnan(x);
        const bool isGood = isKnown && std::isfinite(result);
        stack.values[i] = isGood ? result : kHole;
        stack.failed[i] =
            static_cast<std::uint8_t>(stack.failed[i] | static_cast<int>(isKnown && !isGood));
    }
}

template <class Work>
void applyTruth(const Stack& stack, Work work) {
    applyBinary(stack, [work](double x, double y) { return work(x, y) ? 1.0 : 0.0; });
}

void applyIsNoData(const Stack& stack) {
    for (std::size_t i = 0; i < stack.count; ++i) {
        stack.values[i] = std::isnan(stack.values[i]) ? 1.0 : 0.0;
        stack.failed[i] = 0;
    }
}

void applyFirstKnown(const Stack& stack) {
    for (std::size_t i = 0; i < stack.count; ++i) {
        if (std::isnan(stack.values[i])) {
            stack.values[i] = stack.values[kStrip + i];
            stack.failed[i] = stack.failed[kStrip + i];
        }
    }
}

void applyChoose(const Stack& stack) {
    for (std::size_t i = 0; i < stack.count; ++i) {
        const double condition = stack.values[i];
        const std::size_t taken = (condition != 0.0 ? kStrip : 2 * kStrip) + i;
        if (!std::isnan(condition)) {
            stack.values[i] = stack.values[taken];
            stack.failed[i] = stack.failed[taken];
        }
    }
}

void applyOne(Operation operation, const Stack& stack) {
    switch (operation) {
        case Operation::negate:
            return applyUnary(stack, [](double x) { return -x; });
        case Operation::invert:
            return applyUnary(stack, [](double x) { return x == 0.0 ? 1.0 : 0.0; });
        case Operation::absolute:
            return applyUnary(stack, [](double x) { return std::abs(x); });
        case Operation::squareRoot:
            return applyUnary(stack, [](double x) { return std::sqrt(x); });
        case Operation::naturalLogarithm:
            return applyUnary(stack, [](double x) { return std::log(x); });
        case Operation::decimalLogarithm:
            return applyUnary(stack, [](double x) { return std::log10(x); });
        case Operation::exponential:
            return applyUnary(stack, [](double x) { return std::exp(x); });
        case Operation::sine:
            return applyUnary(stack, [](double x) { return std::sin(x); });
        case Operation::cosine:
            return applyUnary(stack, [](double x) { return std::cos(x); });
        case Operation::tangent:
            return applyUnary(stack, [](double x) { return std::tan(x); });
        case Operation::round:
            return applyUnary(stack, [](double x) { return std::round(x); });
        case Operation::floor:
            return applyUnary(stack, [](double x) { return std::floor(x); });
        case Operation::ceiling:
            return applyUnary(stack, [](double x) { return std::ceil(x); });
        case Operation::isNoData:
            return applyIsNoData(stack);
        default:
            return;
    }
}

void applyComparison(Operation operation, const Stack& stack) {
    switch (operation) {
        case Operation::equal:
            return applyTruth(stack, [](double x, double y) { return x == y; });
        case Operation::notEqual:
            return applyTruth(stack, [](double x, double y) { return x != y; });
        case Operation::less:
            return applyTruth(stack, [](double x, double y) { return x < y; });
        case Operation::lessOrEqual:
            return applyTruth(stack, [](double x, double y) { return x <= y; });
        case Operation::greater:
            return applyTruth(stack, [](double x, double y) { return x > y; });
        case Operation::greaterOrEqual:
            return applyTruth(stack, [](double x, double y) { return x >= y; });
        case Operation::both:
            return applyTruth(stack, [](double x, double y) { return x != 0.0 && y != 0.0; });
        default:
            return applyTruth(stack, [](double x, double y) { return x != 0.0 || y != 0.0; });
    }
}

void applyTwo(Operation operation, const Stack& stack) {
    switch (operation) {
        case Operation::add:
            return applyBinary(stack, [](double x, double y) { return x + y; });
        case Operation::subtract:
            return applyBinary(stack, [](double x, double y) { return x - y; });
        case Operation::multiply:
            return applyBinary(stack, [](double x, double y) { return x * y; });
        case Operation::divide:
            return applyBinary(stack, [](double x, double y) { return x / y; });
        case Operation::power:
            return applyBinary(stack, [](double x, double y) { return std::pow(x, y); });
        case Operation::minimum:
            return applyBinary(stack, [](double x, double y) { return y < x ? y : x; });
        case Operation::maximum:
            return applyBinary(stack, [](double x, double y) { return y > x ? y : x; });
        case Operation::firstKnown:
            return applyFirstKnown(stack);
        default:
            return applyComparison(operation, stack);
    }
}

}  // namespace

FormulaEvaluator::FormulaEvaluator(const Formula& formula)
    : formula_(formula), values_(formula.depth() * kStrip), hasFailed_(formula.depth() * kStrip) {}

void FormulaEvaluator::load(const Formula::Instruction& instruction,
                            std::span<const float* const> inputs, std::size_t start,
                            std::size_t count, std::size_t row) {
    std::fill_n(hasFailed_.data() + row * kStrip, count, std::uint8_t{0});
    double* values = values_.data() + row * kStrip;
    if (instruction.operation == Operation::constant) {
        std::fill_n(values, count, instruction.constant);
        return;
    }
    const float* input = inputs[instruction.variable] + start;
    std::transform(input, input + count, values, [](float value) {
        return std::isfinite(value) ? static_cast<double>(value) : kHole;
    });
}

/// Takes the outcome from the stack and counts its failures.
std::int64_t FormulaEvaluator::store(std::span<float> result) const {
    std::int64_t failures = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto value = static_cast<float>(values_[i]);
        const bool isTooLarge = std::isinf(value);
        result[i] = isTooLarge ? std::numeric_limits<float>::quiet_NaN() : value;
        failures += std::isnan(result[i]) && (isTooLarge || hasFailed_[i] != 0) ? 1 : 0;
    }
    return failures;
}

std::int64_t FormulaEvaluator::evaluate(std::span<const float* const> inputs,
                                        std::span<float> result) {
    std::int64_t failures = 0;
    for (std::size_t start = 0; start < result.size(); start += kStrip) {
        const std::size_t count = std::min(kStrip, result.size() - start);
        std::size_t standing = 0;
        for (const Formula::Instruction& instruction : formula_.program()) {
            const std::size_t operands = Formula::operandCount(instruction.operation);
            standing -= operands;
            const Stack stack{values_.data() + standing * kStrip,
                              hasFailed_.data() + standing * kStrip, count};
            if (operands == 0) {
                load(instruction, inputs, start, count, standing);
            } else if (operands == 1) {
                applyOne(instruction.operation, stack);
            } else if (operands == 2) {
                applyTwo(instruction.operation, stack);
            } else {
                applyChoose(stack);
            }
            ++standing;
        }
        failures += store(result.subspan(start, count));
    }
    return failures;
}

}  // namespace lommer::core
