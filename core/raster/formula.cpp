#include "core/raster/formula.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <numbers>

namespace lommer::core {
namespace {

using Operation = Formula::Operation;

constexpr int kDeepest = 200;
constexpr std::size_t kMany = 1000;

struct Function {
    std::string_view name;
    std::size_t fewest;
    std::size_t most;
    Operation operation;
};

constexpr std::array kFunctions{
    Function{"if", 3, 3, Operation::choose},
    Function{"min", 2, kMany, Operation::minimum},
    Function{"max", 2, kMany, Operation::maximum},
    Function{"coalesce", 2, kMany, Operation::firstKnown},
    Function{"isnodata", 1, 1, Operation::isNoData},
    Function{"abs", 1, 1, Operation::absolute},
    Function{"sqrt", 1, 1, Operation::squareRoot},
    Function{"ln", 1, 1, Operation::naturalLogarithm},
    Function{"log10", 1, 1, Operation::decimalLogarithm},
    Function{"exp", 1, 1, Operation::exponential},
    Function{"sin", 1, 1, Operation::sine},
    Function{"cos", 1, 1, Operation::cosine},
    Function{"tan", 1, 1, Operation::tangent},
    Function{"round", 1, 1, Operation::round},
    Function{"floor", 1, 1, Operation::floor},
    Function{"ceil", 1, 1, Operation::ceiling},
};

struct Sign {
    std::string_view text;
    Operation operation;
};

// Longer signs before those that they start with.
constexpr std::array kComparisons{
    Sign{"==", Operation::equal},
    Sign{"!=", Operation::notEqual},
    Sign{"<>", Operation::notEqual},
    Sign{"<=", Operation::lessOrEqual},
    Sign{">=", Operation::greaterOrEqual},
    Sign{"=", Operation::equal},
    Sign{"<", Operation::less},
    Sign{">", Operation::greater},
};

bool isNameCharacter(char c) {
    return isLetter(c) || c == '_' || isDigit(c);
}

/// Recursive descent; writes the program as it goes.
class Parser {
public:
    Parser(std::string_view text, const std::vector<std::string>& variables)
        : text_(text), variables_(variables), isUsed_(variables.size(), false) {}

    void parse() {
        skipSpace();
        if (place_ == text_.size()) {
            fail("formula-empty", place_);
        }
        parseOr();
        if (place_ != text_.size()) {
            fail(text_[place_] == ')' ? "formula-parenthesis" : "formula-character", place_);
        }
    }

    std::vector<Formula::Instruction> program;
    std::size_t depth = 0;
    std::vector<bool> takeUsed() { return std::move(isUsed_); }

private:
    /// Counts how deep parts stand inside each other while it lives.
    class Level {
    public:
        explicit Level(Parser& parser) : parser_(parser) {
            if (++parser_.level_ > kDeepest) {
                parser_.fail("formula-nesting", parser_.place_);
            }
        }
        ~Level() { --parser_.level_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Parser& parser_;
    };

    [[noreturn]] void fail(const char* reason, std::size_t place) const {
        // A comma between two digits is where people meant one number.
        const bool isDecimalComma = place > 0 && place + 1 < text_.size() && text_[place] == ',' &&
                                    isDigit(text_[place - 1]) && isDigit(text_[place + 1]);
        const auto position =
            std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(place),
                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        throw Error(ErrorCode::formulaInvalid,
                    {{"formula", std::string(text_)},
                     {"position", static_cast<std::int64_t>(position) + 1},
                     {"reason", std::string(isDecimalComma ? "formula-decimal-comma" : reason)}});
    }

    void skipSpace() {
        while (place_ < text_.size() && (text_[place_] == ' ' || text_[place_] == '\t' ||
                                         text_[place_] == '\n' || text_[place_] == '\r')) {
            ++place_;
        }
    }

    bool take(std::string_view sign) {
        if (text_.substr(place_, sign.size()) != sign) {
            return false;
        }
        place_ += sign.size();
        skipSpace();
        return true;
    }

    /// The name that starts here, in lower case; empty where none does.
    std::string nameHere() const {
        std::size_t end = place_;
        while (end < text_.size() && isNameCharacter(text_[end])) {
            ++end;
        }
        return lowered(text_.substr(place_, end - place_));
    }

    bool takeWord(std::string_view word) {
        if (nameHere() != word) {
            return false;
        }
        place_ += word.size();
        skipSpace();
        return true;
    }

    void emit(const Formula::Instruction& instruction) {
        standing_ = standing_ + 1 - Formula::operandCount(instruction.operation);
        depth = std::max(depth, standing_);
        program.push_back(instruction);
    }

    void parseOr() {
        const Level level(*this);
        parseAnd();
        while (takeWord("or")) {
            parseAnd();
            emit({Operation::either});
        }
    }

    void parseAnd() {
        parseNot();
        while (takeWord("and")) {
            parseNot();
            emit({Operation::both});
        }
    }

    void parseNot() {
        if (takeWord("not")) {
            const Level level(*this);
            parseNot();
            emit({Operation::invert});
        } else {
            parseComparison();
        }
    }

    const Sign* takeComparison() {
        const auto* found = std::find_if(kComparisons.begin(), kComparisons.end(),
                                         [this](const Sign& sign) { return take(sign.text); });
        return found == kComparisons.end() ? nullptr : found;
    }

    void parseComparison() {
        parseSum();
        if (const Sign* sign = takeComparison()) {
            parseSum();
            emit({sign->operation});
            const std::size_t place = place_;
            if (takeComparison() != nullptr) {  // 1 < a < 5 is not what it looks like
                fail("formula-comparison", place);
            }
        }
    }

    void parseSum() {
        parseProduct();
        for (;;) {
            if (take("+")) {
                parseProduct();
                emit({Operation::add});
            } else if (take("-")) {
                parseProduct();
                emit({Operation::subtract});
            } else {
                return;
            }
        }
    }

    void parseProduct() {
        parseSigned();
        for (;;) {
            if (take("*")) {
                parseSigned();
                emit({Operation::multiply});
            } else if (take("/")) {
                parseSigned();
                emit({Operation::divide});
            } else {
                return;
            }
        }
    }

    void parseSigned() {
        const Level level(*this);
        if (take("-")) {
            parseSigned();
            emit({Operation::negate});
        } else if (take("+")) {
            parseSigned();
        } else {
            parsePrimary();
            if (take("^")) {
                parseSigned();
                emit({Operation::power});
            }
        }
    }

    void parsePrimary() {
        if (place_ == text_.size()) {
            fail("formula-end", place_);
        }
        const char first = text_[place_];
        if (isDigit(first) || first == '.') {
            parseNumber();
        } else if (isNameCharacter(first)) {
            parseName();
        } else if (take("(")) {
            parseOr();
            closeParenthesis();
        } else {
            fail("formula-character", place_);
        }
    }

    void closeParenthesis() {
        if (!take(")")) {
            fail(place_ == text_.size() ? "formula-parenthesis" : "formula-character", place_);
        }
    }

    void parseNumber() {
        double value = 0.0;
        const char* start = text_.data() + place_;
        const auto [end, status] = std::from_chars(start, text_.data() + text_.size(), value);
        const std::size_t after = place_ + static_cast<std::size_t>(end - start);
        const bool hasMore =
            after < text_.size() && (isNameCharacter(text_[after]) || text_[after] == '.');
        if (status != std::errc{} || hasMore) {
            fail("formula-number", place_);
        }
        place_ = after;
        if (place_ + 1 < text_.size() && text_[place_] == ',' && isDigit(text_[place_ + 1])) {
            fail("formula-decimal-comma", place_);  // max(a, 0,5) would be three values
        }
        skipSpace();
        emit({Operation::constant, value});
    }

    void parseName() {
        const std::size_t start = place_;
        const std::string name = nameHere();
        place_ += name.size();
        skipSpace();
        const auto variable = std::find(variables_.begin(), variables_.end(), name);
        const auto* function = std::find_if(kFunctions.begin(), kFunctions.end(),
                                            [&](const Function& one) { return one.name == name; });
        if (variable != variables_.end()) {
            const auto index = static_cast<std::size_t>(variable - variables_.begin());
            isUsed_[index] = true;
            emit({Operation::variable, 0.0, index});
        } else if (name == "pi") {
            emit({Operation::constant, std::numbers::pi});
        } else if (name == "nodata") {
            emit({Operation::constant, std::numeric_limits<double>::quiet_NaN()});
        } else if (function != kFunctions.end()) {
            parseArguments(*function, start);
        } else {
            const bool isWord = name == "and" || name == "or" || name == "not";
            fail(isWord ? "formula-character" : "formula-name", start);
        }
    }

    void parseArguments(const Function& function, std::size_t start) {
        if (!take("(")) {
            fail("formula-arguments", start);
        }
        std::size_t count = 0;
        if (!take(")")) {
            do {
                parseOr();
                ++count;
                if (count > 1 && function.fewest == 2) {
                    emit({function.operation});  // min(a, b, c) = min(min(a, b), c)
                }
            } while (take(","));
            closeParenthesis();
        }
        if (count < function.fewest || count > function.most) {
            fail("formula-arguments", start);
        }
        if (function.fewest != 2) {
            emit({function.operation});
        }
    }

    std::string_view text_;
    const std::vector<std::string>& variables_;
    std::vector<bool> isUsed_;
    std::size_t place_ = 0;
    std::size_t standing_ = 0;
    int level_ = 0;
};

}  // namespace

Formula::Formula(std::string_view text, const std::vector<std::string>& variables) {
    Parser parser(text, variables);
    parser.parse();
    program_ = std::move(parser.program);
    depth_ = parser.depth;
    isUsed_ = parser.takeUsed();
}

std::size_t Formula::operandCount(Operation operation) noexcept {
    if (operation <= Operation::variable) {
        return 0;
    }
    if (operation == Operation::choose) {
        return 3;
    }
    return operation <= Operation::either || operation == Operation::firstKnown ? 2 : 1;
}

}  // namespace lommer::core
