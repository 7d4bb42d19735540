#include "app/text/setting_text.h"

#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "core/engine/parameter_check.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// True where `values[index]` is a whole number, one more than the one before it.
bool continues(const std::vector<double>& values, std::size_t index) {
    return index > 0 && values[index] == std::floor(values[index]) &&
           values[index] == values[index - 1] + 1.0;
}

/// "1, 4, 10–16".
QString listText(const std::vector<double>& values, Language language) {
    constexpr std::size_t kFewestInRange = 3;
    QStringList parts;
    for (std::size_t first = 0; first < values.size();) {
        std::size_t end = first + 1;
        while (end < values.size() && continues(values, end)) {
            ++end;
        }
        if (end - first >= kFewestInRange) {
            parts << formatNumber(values[first], language) + QChar(0x2013) +
                         formatNumber(values[end - 1], language);
        } else {
            end = first + 1;
            parts << formatNumber(values[first], language);
        }
        first = end;
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace

QString yesOrNo(bool isOn) {
    return isOn ? QCoreApplication::translate("SettingText", "yes")
                : QCoreApplication::translate("SettingText", "no");
}

QString settingText(const std::string& analysis, const core::ParameterDeclaration& parameter,
                    const core::ParameterValue& value, const Texts& texts) {
    const Language language = texts.language();
    if (const bool* isOn = std::get_if<bool>(&value)) {
        return yesOrNo(*isOn);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return formatQuantity(*number, texts.unitSymbol(parameter.unit), language);
    }
    if (const auto* list = std::get_if<std::vector<double>>(&value)) {
        return listText(*list, language);  // their label says what they are
    }
    const std::string text = core::toText(value);
    if (text.empty()) {
        return {};
    }
    switch (parameter.kind) {
        case core::ParameterKind::choice:
            return texts.choice(analysis, parameter.id, text);
        case core::ParameterKind::dateTime:
            return formatMoment(fromUtf8(text), language);
        case core::ParameterKind::text:
            return formatDate(fromUtf8(text), language);
        default:
            return fromUtf8(text);
    }
}

QString namedSetting(const std::string& analysis, const core::ParameterDeclaration& parameter,
                     const core::ParameterValue& value, const Texts& texts) {
    return QStringLiteral("%1: %2").arg(texts.parameterLabel(analysis, parameter.id),
                                        settingText(analysis, parameter, value, texts));
}

std::string definitionOf(const core::AnalysisDeclaration& analysis, const core::RunRecord& record) {
    static const std::string kStandard = "standard";
    const bool isStandard =
        record.definition.empty() && analysis.findDefinition(kStandard) != nullptr;
    return isStandard ? kStandard : record.definition;
}

QStringList unusualSettings(const core::AnalysisDeclaration& analysis,
                            const core::RunRecord& record, const QStringList& said,
                            const Texts& texts) {
    const core::ParameterValues usual =
        core::usualValues(analysis, analysis.findDefinition(definitionOf(analysis, record)));
    QStringList settings;
    for (const core::ParameterDeclaration& parameter : analysis.parameters) {
        const core::ParameterValue& expected = usual.at(parameter.id);
        const auto value = record.parameters.find(parameter.id);
        // As texts: a whole number of metres may have come back from the record as an integer.
        if (value != record.parameters.end() && !said.contains(fromUtf8(parameter.id)) &&
            !std::holds_alternative<std::monostate>(expected) &&
            core::toText(value->second) != core::toText(expected)) {
            settings << namedSetting(analysis.id, parameter, value->second, texts);
        }
    }
    return settings;
}

}  // namespace lommer::app
