#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// A formula over maps, computed cell by cell: `if(a > 30 and not isnodata(b), a - b, 0)`.
///
/// From weak to strong: `or`; `and`; `not`; `= == != <> < <= > >=`; `+ -`; `* /`; sign; `^`
/// (right to left, so -2^2 = -4). Functions: if(condition, then, else), min and max (two or more),
/// abs, sqrt, ln, log10, exp, sin, cos, tan (radians), round (half away from zero), floor, ceil,
/// isnodata, coalesce (the first that has a value). Names: the variables, pi, nodata. Capitals do
/// not matter. Numbers have a decimal dot.
///
/// Conditions are numbers: 0 is false, anything else true; what compares gives 0 or 1.
/// A hole in gives a hole out, but for isnodata, coalesce and the branch of `if` that is not taken.
/// What has no finite outcome (1/0, sqrt(-1)) is a hole too, and counted where it shows.
/// Computed in double precision; thread-safe.
class Formula {
public:
    /// `variables` in lower case. Throws Error formula-invalid with `formula`, `position` (in
    /// characters, from 1) and `reason` (an id with a text of its own: `formula-name`).
    Formula(std::string_view text, const std::vector<std::string>& variables);

    bool uses(std::size_t variable) const { return isUsed_[variable]; }

    enum class Operation : std::uint8_t {
        constant,
        variable,
        add,
        subtract,
        multiply,
        divide,
        power,
        minimum,
        maximum,
        equal,
        notEqual,
        less,
        lessOrEqual,
        greater,
        greaterOrEqual,
        both,
        either,
        negate,
        invert,
        absolute,
        squareRoot,
        naturalLogarithm,
        decimalLogarithm,
        exponential,
        sine,
        cosine,
        tangent,
        round,
        floor,
        ceiling,
        isNoData,
        firstKnown,
        choose,
    };
    /// How many rows it takes from the stack; it leaves one.
    static std::size_t operandCount(Operation operation) noexcept;
    /// Takes its operands from a stack of rows and leaves its outcome there.
    struct Instruction {
        Operation operation = Operation::constant;
        double constant = 0.0;
        std::size_t variable = 0;
    };

    /// In the order of execution. The last one leaves the only value.
    const std::vector<Instruction>& program() const noexcept { return program_; }
    /// The most rows that stand on the stack at once.
    std::size_t depth() const noexcept { return depth_; }

private:
    std::vector<Instruction> program_;
    std::vector<bool> isUsed_;
    std::size_t depth_ = 0;
};

/// Computes a formula for rows of cells. Has buffers: one per thread.
class FormulaEvaluator {
public:
    /// `formula` outlives the object.
    explicit FormulaEvaluator(const Formula& formula);

    /// `inputs[i]` points at the values of variable i, as many as `result` has; null where the
    /// formula does not use it. Returns how many holes of `result` come from an outcome that is
    /// not finite.
    std::int64_t evaluate(std::span<const float* const> inputs, std::span<float> result);

private:
    void load(const Formula::Instruction& instruction, std::span<const float* const> inputs,
              std::size_t start, std::size_t count, std::size_t row);
    std::int64_t store(std::span<float> result) const;

    const Formula& formula_;
    std::vector<double> values_;
    std::vector<std::uint8_t> hasFailed_;
};

}  // namespace lommer::core
