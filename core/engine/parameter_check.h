#pragma once

#include "core/engine/declaration.h"

#include <string>
#include <string_view>

namespace lommer::core {

/// Turns the text of a command line, form or recipe into a value of the declared kind:
///   number, integer   decimal dot, no thousands sign, no NaN or infinity
///   boolean           true false
///   numberList        1,2.5,10
///   weights           heat=2,trees=1
///   rules             rows by `;`, cells by `,`, open ends empty: 0,10,1;10,,2
/// Throws Error value-not-a-number or value-unknown (naming parameter and text).
ParameterValue parseValue(const ParameterDeclaration& declaration, std::string_view text);

/// The reverse of parseValue; a value written and parsed again is the same value.
std::string toText(const ParameterValue& value);

/// The value as `parseValue` would give it, within the declared range. For values that a program
/// made instead of a person. Throws Error value-not-a-number, value-out-of-range, value-unknown.
ParameterValue checkValue(const ParameterDeclaration& declaration, const ParameterValue& value);

/// The value of each parameter where nobody gives another: that of the definition (null: none), or
/// else the default.
ParameterValues usualValues(const AnalysisDeclaration& analysis, const Definition* definition);

/// Checks what was given against the declaration and fills in definition and defaults.
/// Order: defaults, then the definition, then `given`. Throws Error parameter-unknown,
/// parameter-missing, parameters-exclusive, definition-unknown, value-not-a-number,
/// value-out-of-range, value-unknown. Column names are checked later, when the inputs are bound.
Parameters checkParameters(const AnalysisDeclaration& analysis, const ParameterValues& given,
                           std::string_view definition);

}  // namespace lommer::core
