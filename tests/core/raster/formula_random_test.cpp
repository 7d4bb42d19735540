#include "core/base/error.h"
#include "core/raster/formula.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

// Formulas made at random, as a tree that is evaluated cell by cell in the plainest way, against
// the same formula written as text.

namespace lommer::core {
namespace {

constexpr double kHole = std::numeric_limits<double>::quiet_NaN();

struct Node {
    std::string kind;  // number, a, b, c, or an operator or function
    double number = 0.0;
    std::vector<std::unique_ptr<Node>> parts = {};
};
using Tree = std::unique_ptr<Node>;

struct Shape {
    const char* kind;
    std::size_t parts;
};
constexpr Shape kShapes[] = {
    {"+", 2},       {"-", 2},    {"*", 2},     {"/", 2},     {"^", 2},     {"<", 2},
    {"<=", 2},      {">", 2},    {">=", 2},    {"=", 2},     {"!=", 2},    {"and", 2},
    {"or", 2},      {"not", 1},  {"neg", 1},   {"if", 3},    {"min", 3},   {"max", 2},
    {"abs", 1},     {"sqrt", 1}, {"ln", 1},    {"exp", 1},   {"log10", 1}, {"sin", 1},
    {"cos", 1},     {"tan", 1},  {"round", 1}, {"floor", 1}, {"ceil", 1},  {"isnodata", 1},
    {"coalesce", 3}};

Tree randomTree(std::mt19937& random, int depth) {
    auto node = std::make_unique<Node>();
    if (depth == 0 || random() % 5 == 0) {
        static const char* const kNames[] = {"a", "b", "c", "nodata"};
        if (random() % 3 == 0) {
            node->kind = "number";
            node->number = static_cast<double>(random() % 64) / 8.0;
        } else {
            node->kind = kNames[random() % 13 == 0 ? 3 : random() % 3];
        }
        return node;
    }
    const Shape& shape = kShapes[random() % std::size(kShapes)];
    node->kind = shape.kind;
    for (std::size_t part = 0; part < shape.parts; ++part) {
        node->parts.push_back(randomTree(random, depth - 1));
    }
    return node;
}

/// Every part between brackets of its own.
std::string written(const Node& node) {
    if (node.kind == "number") {
        return std::to_string(node.number);
    }
    if (node.parts.empty()) {
        return node.kind;
    }
    const std::string first = written(*node.parts[0]);
    if (node.kind == "neg") {
        return "(-" + first + ")";
    }
    if (node.kind == "not") {
        return "(not " + first + ")";
    }
    const bool isWord = node.kind.size() > 2 || node.kind == "if" || node.kind == "ln";
    if (node.parts.size() == 2 && (!isWord || node.kind == "and") && node.kind != "max") {
        return "(" + first + " " + node.kind + " " + written(*node.parts[1]) + ")";
    }
    std::string text = node.kind + "(" + first;
    for (std::size_t part = 1; part < node.parts.size(); ++part) {
        text += ", " + written(*node.parts[part]);
    }
    return text + ")";
}

double finite(double value) {
    return std::isfinite(value) ? value : kHole;
}

double unary(const std::string& kind, double x) {
    return finite(kind == "neg"     ? -x
                  : kind == "not"   ? (x == 0.0 ? 1.0 : 0.0)
                  : kind == "abs"   ? std::fabs(x)
                  : kind == "sqrt"  ? std::sqrt(x)
                  : kind == "ln"    ? std::log(x)
                  : kind == "log10" ? std::log10(x)
                  : kind == "exp"   ? std::exp(x)
                  : kind == "sin"   ? std::sin(x)
                  : kind == "cos"   ? std::cos(x)
                  : kind == "tan"   ? std::tan(x)
                  : kind == "round" ? std::round(x)
                  : kind == "floor" ? std::floor(x)
                                    : std::ceil(x));
}

double binary(const std::string& kind, double x, double y) {
    const auto truth = [](bool value) { return value ? 1.0 : 0.0; };
    return finite(kind == "+"     ? x + y
                  : kind == "-"   ? x - y
                  : kind == "*"   ? x * y
                  : kind == "/"   ? x / y
                  : kind == "^"   ? std::pow(x, y)
                  : kind == "<"   ? truth(x < y)
                  : kind == "<="  ? truth(x <= y)
                  : kind == ">"   ? truth(x > y)
                  : kind == ">="  ? truth(x >= y)
                  : kind == "="   ? truth(x == y)
                  : kind == "!="  ? truth(x != y)
                  : kind == "and" ? truth(x != 0.0 && y != 0.0)
                  : kind == "or"  ? truth(x != 0.0 || y != 0.0)
                  : kind == "min" ? std::fmin(x, y)
                                  : std::fmax(x, y));
}

double evaluated(const Node& node, const std::vector<float>& maps) {
    if (node.kind == "number") {
        return node.number;
    }
    if (node.kind == "nodata") {
        return kHole;
    }
    if (node.parts.empty()) {
        return static_cast<double>(maps[static_cast<std::size_t>(node.kind[0] - 'a')]);
    }
    const double first = evaluated(*node.parts[0], maps);
    if (node.kind == "isnodata") {
        return std::isnan(first) ? 1.0 : 0.0;
    }
    if (node.kind == "if") {
        return std::isnan(first) ? kHole : evaluated(*node.parts[first != 0.0 ? 1 : 2], maps);
    }
    double result = first;
    for (std::size_t part = 1; part < node.parts.size(); ++part) {
        const double next = evaluated(*node.parts[part], maps);
        if (node.kind == "coalesce") {
            result = std::isnan(result) ? next : result;
        } else {
            const bool isHole = std::isnan(result) || std::isnan(next);
            result = isHole ? kHole : binary(node.kind, result, next);
        }
    }
    return node.parts.size() > 1 ? result : std::isnan(first) ? kHole : unary(node.kind, first);
}

TEST(RandomFormula, EqualsItsTreeEvaluatedCellByCell) {
    std::mt19937 random(20260301);
    constexpr std::size_t kCells = 1300;  // more than two strips and a rest
    std::vector<std::vector<float>> maps(3, std::vector<float>(kCells));
    for (auto& map : maps) {
        for (float& value : map) {
            value = random() % 6 == 0 ? std::numeric_limits<float>::quiet_NaN()
                                      : static_cast<float>(random() % 33) / 4.0F - 4.0F;
        }
    }
    const std::vector<const float*> inputs{maps[0].data(), maps[1].data(), maps[2].data()};
    std::size_t known = 0;
    for (int number = 0; number < 400; ++number) {
        const Tree tree = randomTree(random, 1 + number % 5);
        const std::string text = written(*tree);
        SCOPED_TRACE(text);
        const Formula formula(text, {"a", "b", "c"});
        FormulaEvaluator evaluator(formula);
        std::vector<float> result(kCells);
        evaluator.evaluate(inputs, result);
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            const double wide = evaluated(*tree, {maps[0][cell], maps[1][cell], maps[2][cell]});
            const auto expected = static_cast<float>(wide);
            const bool isHole = !std::isfinite(expected);
            known += isHole ? 0 : 1;
            ASSERT_TRUE(isHole ? std::isnan(result[cell]) : result[cell] == expected)
                << "cell " << cell << ": " << result[cell] << " instead of " << expected;
        }
    }
    EXPECT_GT(known, 100'000u);  // most formulas have an outcome in most cells
}

TEST(RandomFormula, OfAnyCharactersIsAcceptedOrRefusedButNeverWorse) {
    std::mt19937 random(7);
    static const std::string kCharacters = "ab12.,()+-*/^<>=! \t#\xc3\xa9_eifminxotd\0";
    int accepted = 0;
    for (int number = 0; number < 20'000; ++number) {
        std::string text(random() % 12, ' ');
        for (char& character : text) {
            character = kCharacters[random() % kCharacters.size()];
        }
        try {
            const Formula formula(text, {"a", "b"});
            FormulaEvaluator evaluator(formula);
            const float a = 2.0F;
            const float b = 3.0F;
            const std::vector<const float*> inputs{&a, &b};
            float result = 0.0F;
            evaluator.evaluate(inputs, {&result, 1});
            ++accepted;
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::formulaInvalid) << text;
        }
    }
    EXPECT_GT(accepted, 20);
}

}  // namespace
}  // namespace lommer::core
