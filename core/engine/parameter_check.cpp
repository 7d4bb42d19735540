#include "core/engine/parameter_check.h"

#include "core/base/assert.h"
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lommer::core {
namespace {

[[noreturn]] void throwNotANumber(const std::string& parameter, std::string_view text) {
    throw Error(ErrorCode::valueNotANumber,
                {{"parameter", parameter}, {"value", std::string(text)}});
}

[[noreturn]] void throwUnknownValue(const std::string& parameter, std::string_view text,
                                    const std::string& allowed) {
    throw Error(ErrorCode::valueUnknown,
                {{"parameter", parameter}, {"value", std::string(text)}, {"allowed", allowed}});
}

double parseNumber(const std::string& parameter, std::string_view text) {
    double value = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        throwNotANumber(parameter, text);
    }
    return value;
}

std::int64_t parseInteger(const std::string& parameter, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size()) {
        throwNotANumber(parameter, text);
    }
    return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    if (text.empty()) {
        return pieces;
    }
    std::size_t start = 0;
    for (auto end = text.find(separator); end != std::string_view::npos;
         start = end + 1, end = text.find(separator, start)) {
        pieces.push_back(text.substr(start, end - start));
    }
    pieces.push_back(text.substr(start));
    return pieces;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += (result.empty() ? "" : ", ") + text;
    }
    return result;
}

WeightsTable parseWeights(const std::string& parameter, std::string_view text) {
    WeightsTable table;
    for (const std::string_view entry : split(text, ',')) {
        const auto sign = entry.find('=');
        if (sign == std::string_view::npos || sign == 0) {
            throwUnknownValue(parameter, entry, "key=number");
        }
        const std::string key(entry.substr(0, sign));
        const bool isDouble = std::any_of(table.weights.begin(), table.weights.end(),
                                          [&](const auto& weight) { return weight.first == key; });
        if (isDouble) {
            throwUnknownValue(parameter, entry, "each key once");
        }
        table.weights.emplace_back(key, parseNumber(parameter, entry.substr(sign + 1)));
    }
    return table;
}

RuleTable parseRules(const ParameterDeclaration& declaration, std::string_view text) {
    RuleTable table;
    for (const std::string_view rowText : split(text, ';')) {
        const auto cells = split(rowText, ',');
        if (cells.size() != declaration.ruleColumns.size()) {
            throwUnknownValue(declaration.id, rowText,
                              std::to_string(declaration.ruleColumns.size()) + " cells");
        }
        std::vector<RuleCell> row;
        for (std::size_t index = 0; index < cells.size(); ++index) {
            const RuleColumn& column = declaration.ruleColumns[index];
            if (cells[index].empty()) {
                if (!column.isOptional) {
                    throwUnknownValue(declaration.id, rowText, column.id);
                }
                row.emplace_back();
            } else if (column.isNumber) {
                row.emplace_back(parseNumber(declaration.id, cells[index]));
            } else {
                row.emplace_back(std::string(cells[index]));
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string numberText(double value) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(double value) const { return numberText(value); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const std::vector<double>& values) const {
        std::string text;
        for (const double value : values) {
            text += text.empty() ? "" : ",";
            text += numberText(value);
        }
        return text;
    }
    std::string operator()(const WeightsTable& table) const {
        std::string text;
        for (const auto& [key, weight] : table.weights) {
            text += text.empty() ? "" : ",";
            text += key;
            text += '=';
            text += numberText(weight);
        }
        return text;
    }
    std::string operator()(const RuleTable& table) const {
        std::string text;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            text += row == 0 ? "" : ";";
            for (std::size_t cell = 0; cell < table.rows[row].size(); ++cell) {
                text += cell == 0 ? "" : ",";
                text += cellText(table.rows[row][cell]);
            }
        }
        return text;
    }
    static std::string cellText(const RuleCell& cell) {
        if (const auto* number = std::get_if<double>(&cell)) {
            return numberText(*number);
        }
        const auto* text = std::get_if<std::string>(&cell);
        return text == nullptr ? std::string() : *text;
    }
};

void checkRange(const ParameterDeclaration& declaration, double value) {
    const bool isBelow = declaration.minimum && value < *declaration.minimum;
    const bool isAbove = declaration.maximum && value > *declaration.maximum;
    if (!std::isfinite(value)) {
        throwNotANumber(declaration.id, numberText(value));
    }
    if (isBelow || isAbove) {
        Arguments arguments{{"parameter", declaration.id}, {"value", value}};
        if (declaration.minimum) {
            arguments.emplace_back("minimum", *declaration.minimum);
        }
        if (declaration.maximum) {
            arguments.emplace_back("maximum", *declaration.maximum);
        }
        arguments.emplace_back("unit", std::string(toText(declaration.unit)));
        throw Error(ErrorCode::valueOutOfRange, std::move(arguments));
    }
}

void checkRanges(const ParameterDeclaration& declaration, const ParameterValue& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        checkRange(declaration, *number);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        checkRange(declaration, static_cast<double>(*integer));
    } else if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
        std::for_each(numbers->begin(), numbers->end(),
                      [&](double entry) { checkRange(declaration, entry); });
    } else if (const auto* weights = std::get_if<WeightsTable>(&value)) {
        std::for_each(weights->weights.begin(), weights->weights.end(),
                      [&](const auto& weight) { checkRange(declaration, weight.second); });
    }
}

void checkPresence(const AnalysisDeclaration& analysis, const Parameters& parameters) {
    std::map<std::string, std::string> givenOfGroup;
    for (const ParameterDeclaration& declaration : analysis.parameters) {
        const bool isGiven = parameters.has(declaration.id);
        const bool isNeeded = declaration.isRequired ||
                              (declaration.requiredIf && holds(declaration.requiredIf, parameters));
        if (isNeeded && !isGiven) {
            throw Error(ErrorCode::parameterMissing,
                        {{"parameter", declaration.id}, {"analysis", analysis.id}});
        }
        if (!isGiven || declaration.exclusiveGroup.empty()) {
            continue;
        }
        const auto [first, isFirst] =
            givenOfGroup.emplace(declaration.exclusiveGroup, declaration.id);
        if (!isFirst) {
            throw Error(ErrorCode::parametersExclusive,
                        {{"first", first->second}, {"second", declaration.id}});
        }
    }
}

bool isIsoUtc(std::string_view text) {
    // 2026-07-01T13:00Z or with seconds; '#' = digit.
    const auto fits = [text](std::string_view pattern) {
        return text.size() == pattern.size() &&
               std::equal(text.begin(), text.end(), pattern.begin(), [](char have, char want) {
                   return want == '#' ? (have >= '0' && have <= '9') : have == want;
               });
    };
    return fits("####-##-##T##:##Z") || fits("####-##-##T##:##:##Z");
}

}  // namespace

ParameterValue parseValue(const ParameterDeclaration& declaration, std::string_view text) {
    switch (declaration.kind) {
        case ParameterKind::number:
            return parseNumber(declaration.id, text);
        case ParameterKind::integer:
            return parseInteger(declaration.id, text);
        case ParameterKind::boolean:
            if (text != "true" && text != "false") {
                throwUnknownValue(declaration.id, text, "true, false");
            }
            return text == "true";
        case ParameterKind::choice:
            if (std::find(declaration.choices.begin(), declaration.choices.end(), text) ==
                declaration.choices.end()) {
                throwUnknownValue(declaration.id, text, joined(declaration.choices));
            }
            return std::string(text);
        case ParameterKind::dateTime:
            if (!isIsoUtc(text)) {
                throwUnknownValue(declaration.id, text, "2026-07-01T13:00Z");
            }
            return std::string(text);
        case ParameterKind::text:
        case ParameterKind::column:
            return std::string(text);
        case ParameterKind::numberList: {
            std::vector<double> values;
            for (const std::string_view entry : split(text, ',')) {
                values.push_back(parseNumber(declaration.id, entry));
            }
            return values;
        }
        case ParameterKind::weights:
            return parseWeights(declaration.id, text);
        case ParameterKind::rules:
            return parseRules(declaration, text);
    }
    LOMMER_ASSERT(false);
    return {};
}

std::string toText(const ParameterValue& value) {
    return std::visit(ToText{}, value);
}

ParameterValue checkValue(const ParameterDeclaration& declaration, const ParameterValue& value) {
    ParameterValue checked = parseValue(declaration, toText(value));
    checkRanges(declaration, checked);
    return checked;
}

ParameterValues usualValues(const AnalysisDeclaration& analysis, const Definition* definition) {
    ParameterValues values;
    for (const ParameterDeclaration& declaration : analysis.parameters) {
        values[declaration.id] = declaration.defaultValue;
    }
    if (definition != nullptr) {
        for (const auto& [id, value] : definition->values) {
            values[id] = value;
        }
    }
    return values;
}

Parameters checkParameters(const AnalysisDeclaration& analysis, const ParameterValues& given,
                           std::string_view definition) {
    const Definition* named = analysis.findDefinition(definition);
    if (named == nullptr && !definition.empty()) {
        throw Error(ErrorCode::definitionUnknown,
                    {{"definition", std::string(definition)}, {"analysis", analysis.id}});
    }
    ParameterValues values = usualValues(analysis, named);
    for (const auto& [id, value] : given) {
        const ParameterDeclaration* declaration = analysis.findParameter(id);
        if (declaration == nullptr) {
            throw Error(ErrorCode::parameterUnknown,
                        {{"parameter", id}, {"analysis", analysis.id}});
        }
        values[id] =
            std::holds_alternative<std::monostate>(value) ? value : checkValue(*declaration, value);
    }
    Parameters parameters(std::move(values));
    checkPresence(analysis, parameters);
    return parameters;
}

}  // namespace lommer::core
