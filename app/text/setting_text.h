#pragma once

#include "app/text/texts.h"
#include "core/engine/declaration.h"
#include "core/engine/run_record.h"

namespace lommer::app {

/// "ja", "nee": in the language of the program.
QString yesOrNo(bool isOn);

/// The value of a setting as people read it: choices by their names, moments by the Dutch clock,
/// days as they are written, numbers with their unit, neighbouring whole numbers as "10–16".
/// Empty where it was not given.
QString settingText(const std::string& analysis, const core::ParameterDeclaration& parameter,
                    const core::ParameterValue& value, const Texts& texts);

/// "Uren: 10–14".
QString namedSetting(const std::string& analysis, const core::ParameterDeclaration& parameter,
                     const core::ParameterValue& value, const Texts& texts);

/// The definition that a run followed: the one that was chosen, or else the standard one, which is
/// made of the same values as the defaults. Empty where the analysis has none.
std::string definitionOf(const core::AnalysisDeclaration& analysis, const core::RunRecord& record);

/// The settings of a run that are not those of its definition, nor the usual ones.
/// Settings without a usual value, such as a day, and those that are `said` elsewhere are not among
/// them.
QStringList unusualSettings(const core::AnalysisDeclaration& analysis,
                            const core::RunRecord& record, const QStringList& said,
                            const Texts& texts);

}  // namespace lommer::app
