#include "core/raster/formula.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

/// The outcome for one cell of maps a and b.
float valueOf(const std::string& text, float a = 0.0F, float b = 0.0F) {
    const Formula formula(text, {"a", "b"});
    FormulaEvaluator evaluator(formula);
    const std::vector<const float*> inputs{&a, &b};
    float result = 0.0F;
    evaluator.evaluate(inputs, {&result, 1});
    return result;
}

std::int64_t failuresOf(const std::string& text, float a, float b) {
    const Formula formula(text, {"a", "b"});
    FormulaEvaluator evaluator(formula);
    const std::vector<const float*> inputs{&a, &b};
    float result = 0.0F;
    return evaluator.evaluate(inputs, {&result, 1});
}

struct Refusal {
    std::string reason;
    std::int64_t position;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

std::ostream& operator<<(std::ostream& stream, const Refusal& refusal) {
    return stream << refusal.reason << " at " << refusal.position;
}

Refusal refusalOf(const std::string& text) {
    try {
        const Formula formula(text, {"a", "b"});
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::formulaInvalid);
        Refusal refusal;
        for (const auto& [name, value] : error.arguments()) {
            if (name == "reason") {
                refusal.reason = std::get<std::string>(value);
            } else if (name == "position") {
                refusal.position = std::get<std::int64_t>(value);
            }
        }
        return refusal;
    }
    return {"accepted", 0};
}

TEST(Formula, BindsAsInMathematics) {
    EXPECT_EQ(valueOf("1 + 2 * 3"), 7.0F);
    EXPECT_EQ(valueOf("(1 + 2) * 3"), 9.0F);
    EXPECT_EQ(valueOf("10 - 4 - 3"), 3.0F);   // from left to right
    EXPECT_EQ(valueOf("12 / 2 / 3"), 2.0F);   // from left to right
    EXPECT_EQ(valueOf("2 ^ 3 ^ 2"), 512.0F);  // from right to left: 2^9
    EXPECT_EQ(valueOf("-2 ^ 2"), -4.0F);      // the sign comes after the power
    EXPECT_EQ(valueOf("2 ^ -1"), 0.5F);
    EXPECT_EQ(valueOf("2 * -3"), -6.0F);
    EXPECT_EQ(valueOf("- - 5"), 5.0F);
}

TEST(Formula, ComparesAndCombinesTruths) {
    EXPECT_EQ(valueOf("a + 1 > 2 * b", 4.0F, 2.0F), 1.0F);
    EXPECT_EQ(valueOf("a = 4 and b != 2", 4.0F, 2.0F), 0.0F);
    EXPECT_EQ(valueOf("a == 4 or b <> 2", 4.0F, 2.0F), 1.0F);
    EXPECT_EQ(valueOf("1 or 1 and 0"), 1.0F);  // and binds stronger
    EXPECT_EQ(valueOf("not a > 3", 4.0F), 0.0F);
    EXPECT_EQ(valueOf("not 0 and 1"), 1.0F);
    EXPECT_EQ(valueOf("a >= 4", 4.0F), 1.0F);
    EXPECT_EQ(valueOf("a <= 3.5", 4.0F), 0.0F);
    EXPECT_EQ(valueOf("(a > 3) * 10", 4.0F), 10.0F);
}

TEST(Formula, KnowsItsFunctionsAndNames) {
    EXPECT_EQ(valueOf("if(a > b, a - b, 0)", 5.0F, 2.0F), 3.0F);
    EXPECT_EQ(valueOf("min(a, b, 1)", 5.0F, 2.0F), 1.0F);
    EXPECT_EQ(valueOf("max(a, b, 1)", 5.0F, 2.0F), 5.0F);
    EXPECT_EQ(valueOf("abs(-3) + sqrt(16) + log10(1000)"), 10.0F);
    EXPECT_EQ(valueOf("ln(exp(2))"), 2.0F);
    EXPECT_EQ(valueOf("round(2.5) + round(-2.5)"), 0.0F);  // half away from zero: 3 and -3
    EXPECT_EQ(valueOf("floor(-1.5)"), -2.0F);
    EXPECT_EQ(valueOf("ceil(1.2)"), 2.0F);
    EXPECT_FLOAT_EQ(valueOf("sin(pi / 6)"), 0.5F);
    EXPECT_FLOAT_EQ(valueOf("cos(pi / 3)"), 0.5F);
    EXPECT_FLOAT_EQ(valueOf("tan(pi / 4)"), 1.0F);
    EXPECT_EQ(valueOf("1e3 + .5"), 1000.5F);
    EXPECT_EQ(valueOf("IF(A > 1 AND NOT B, MAX(A, 2), 0)", 3.0F, 0.0F), 3.0F);
}

TEST(Formula, GivesAHoleForAHoleUnlessItIsAskedAbout) {
    for (const char* text : {"a + 1", "-a", "a > 1", "not a", "a and 0", "a or 1", "min(a, 1)",
                             "max(1, a)", "if(a, 1, 2)", "0 * a", "a ^ 0", "nodata"}) {
        EXPECT_TRUE(std::isnan(valueOf(text, kHole))) << text;
    }
    EXPECT_EQ(valueOf("isnodata(a)", kHole), 1.0F);
    EXPECT_EQ(valueOf("isnodata(a)", 1.0F), 0.0F);
    EXPECT_EQ(valueOf("coalesce(a, b, 7)", kHole, kHole), 7.0F);
    EXPECT_EQ(valueOf("coalesce(a, b, 7)", kHole, 3.0F), 3.0F);
    EXPECT_EQ(valueOf("if(isnodata(a), 9, a)", kHole), 9.0F);
    EXPECT_TRUE(std::isnan(valueOf("if(b > 1, nodata, b)", 0.0F, 2.0F)));
}

TEST(Formula, TurnsWhatHasNoFiniteOutcomeIntoAHoleAndCountsIt) {
    for (const char* text : {"a / 0", "0 / 0", "ln(0)", "sqrt(-1)", "exp(1000)", "(-8) ^ 0.5",
                             "log10(-1)", "5 / (a / 0)", "1e38 * 1e38", "-(a / 0)"}) {
        EXPECT_TRUE(std::isnan(valueOf(text, 1.0F))) << text;
        EXPECT_EQ(failuresOf(text, 1.0F, 0.0F), 1) << text;
    }
}

TEST(Formula, DoesNotCountWhatIsMeantOrCameIn) {
    EXPECT_EQ(failuresOf("a / b", kHole, 0.0F), 0);                    // came in
    EXPECT_EQ(failuresOf("if(b = 0, nodata, a / b)", 1.0F, 0.0F), 0);  // meant
    EXPECT_EQ(failuresOf("if(b = 0, 0, a / b)", 1.0F, 0.0F), 0);       // not taken
    EXPECT_EQ(failuresOf("coalesce(a / b, 5)", 1.0F, 0.0F), 0);        // caught
    EXPECT_EQ(failuresOf("isnodata(a / b)", 1.0F, 0.0F), 0);           // asked about
}

TEST(Formula, TellsWhatItUses) {
    const Formula formula("B + 1", {"a", "b"});
    EXPECT_FALSE(formula.uses(0));
    EXPECT_TRUE(formula.uses(1));
}

TEST(Formula, SaysWhereAndWhyItCannotBeRead) {
    EXPECT_EQ(refusalOf(""), (Refusal{"formula-empty", 1}));
    EXPECT_EQ(refusalOf("  "), (Refusal{"formula-empty", 3}));
    EXPECT_EQ(refusalOf("a +"), (Refusal{"formula-end", 4}));
    EXPECT_EQ(refusalOf("a + * b"), (Refusal{"formula-character", 5}));
    EXPECT_EQ(refusalOf("a b"), (Refusal{"formula-character", 3}));
    EXPECT_EQ(refusalOf("a and and b"), (Refusal{"formula-character", 7}));
    EXPECT_EQ(refusalOf("a + hoogte"), (Refusal{"formula-name", 5}));
    EXPECT_EQ(refusalOf("2a"), (Refusal{"formula-number", 1}));
    EXPECT_EQ(refusalOf("1.2.3"), (Refusal{"formula-number", 1}));
    EXPECT_EQ(refusalOf("."), (Refusal{"formula-number", 1}));
    EXPECT_EQ(refusalOf("(a + b"), (Refusal{"formula-parenthesis", 7}));
    EXPECT_EQ(refusalOf("a + b)"), (Refusal{"formula-parenthesis", 6}));
    EXPECT_EQ(refusalOf("sqrt a"), (Refusal{"formula-arguments", 1}));
    EXPECT_EQ(refusalOf("1 + sqrt(a, b)"), (Refusal{"formula-arguments", 5}));
    EXPECT_EQ(refusalOf("if(a, b)"), (Refusal{"formula-arguments", 1}));
    EXPECT_EQ(refusalOf("min()"), (Refusal{"formula-arguments", 1}));
    EXPECT_EQ(refusalOf("1 < a < 5"), (Refusal{"formula-comparison", 7}));
    EXPECT_EQ(refusalOf("a × b"), (Refusal{"formula-character", 3}));
    // Positions count characters, not bytes: the sign before is two bytes.
    EXPECT_EQ(refusalOf("é"), (Refusal{"formula-character", 1}));
}

TEST(Formula, RefusesADecimalCommaInsteadOfReadingTwoNumbers) {
    EXPECT_EQ(refusalOf("0,5 * a"), (Refusal{"formula-decimal-comma", 2}));
    EXPECT_EQ(refusalOf("max(a, 0,5)"), (Refusal{"formula-decimal-comma", 9}));
    EXPECT_EQ(valueOf("max(a, 0, 5)"), 5.0F);
}

TEST(Formula, BearsDeepNestingUpToALimit) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "a" + std::string(depth, ')');
    };
    EXPECT_EQ(valueOf(nested(45), 3.0F), 3.0F);
    EXPECT_EQ(refusalOf(nested(100'000)).reason, "formula-nesting");
    EXPECT_EQ(refusalOf(std::string(100'000, '-') + "a").reason, "formula-nesting");
    EXPECT_EQ(refusalOf("2" + std::string(99'999, '^')).reason, "formula-character");
}

}  // namespace
}  // namespace lommer::core
