#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/text/number_format.h"
#include "core/engine/declaration_json.h"
#include "core/engine/parameter_check.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace lommer::app {
namespace {

QString text(std::string_view plain) {
    return QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
}

void printJson(const nlohmann::ordered_json& json) {
    printLine(text(json.dump(2)));
}

QString rangeOf(const core::ParameterDeclaration& parameter, const Texts& texts) {
    QString range;
    const QString symbol = texts.unitSymbol(parameter.unit);
    if (parameter.minimum || parameter.maximum) {
        const auto shown = [&](const std::optional<double>& bound) {
            return bound ? formatNumber(*bound, texts.language()) : QStringLiteral("…");
        };
        range = shown(parameter.minimum) + QStringLiteral(" – ") + shown(parameter.maximum);
        range += symbol.isEmpty() ? QString() : QChar(0x00A0) + symbol;
    }
    for (const std::string& choice : parameter.choices) {
        range += (range.isEmpty() ? QString() : QStringLiteral(" | ")) + text(choice);
    }
    return range;
}

void printParameters(const core::AnalysisDeclaration& analysis, const Texts& texts) {
    for (const core::ParameterDeclaration& parameter : analysis.parameters) {
        const std::string value = core::toText(parameter.defaultValue);
        printLine(QStringLiteral("  --set %1=%2   %3  %4")
                      .arg(text(parameter.id), value.empty() ? QStringLiteral("…") : text(value),
                           texts.parameterLabel(analysis.id, parameter.id),
                           rangeOf(parameter, texts)));
        const QString help = texts.parameterHelp(analysis.id, parameter.id);
        if (!help.isEmpty()) {
            printLine(QStringLiteral("        ") + help);
        }
    }
}

QString kindOf(const core::RoleDeclaration& role, const Texts& texts) {
    QStringList kinds;
    for (const core::GeometryKind kind : role.geometryKinds) {
        kinds.append(texts.common(QStringLiteral("kinds"), text(core::toText(kind))));
    }
    return kinds.isEmpty() ? texts.common(QStringLiteral("kinds"), text(core::toText(role.kind)))
                           : kinds.join(QStringLiteral(", "));
}

}  // namespace

ExitCode listAnalyses(const CommandLine& line, const Texts& texts) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    const core::Catalogue catalogue = core::makeCatalogue();
    for (const auto& analysis : catalogue.analyses()) {
        const auto& declaration = analysis->declaration();
        const QString sentence = texts.analysisText(declaration.id, QStringLiteral("sentence"));
        json.push_back({{"id", declaration.id},
                        {"version", declaration.version},
                        {"family", declaration.family},
                        {"sentence", sentence.toStdString()}});
        if (!line.json) {
            printLine(text(declaration.id).leftJustified(20) + sentence);
        }
    }
    if (line.json) {
        printJson(json);
    }
    return ExitCode::done;
}

ExitCode describeAnalysis(const CommandLine& line, const Texts& texts) {
    const core::Catalogue catalogue = core::makeCatalogue();
    const auto& analysis = catalogue.get(line.subject).declaration();
    if (line.json) {
        printJson(core::toJson(analysis));
        return ExitCode::done;
    }
    printLine(texts.analysisText(analysis.id, QStringLiteral("menu")));
    printLine(texts.analysisText(analysis.id, QStringLiteral("sentence")));
    printLine({});
    for (const core::RoleDeclaration& role : analysis.roles) {
        printLine(QStringLiteral("  --input %1=…   %2 (%3)%4")
                      .arg(text(role.id), texts.roleName(analysis.id, role.id), kindOf(role, texts),
                           role.minimumCount == 0 ? QStringLiteral(" *") : QString()));
    }
    printParameters(analysis, texts);
    for (const core::Definition& definition : analysis.definitions) {
        printLine(QStringLiteral("  --definition %1   %2")
                      .arg(text(definition.id), texts.definition(analysis.id, definition.id)));
    }
    for (const core::OutputDeclaration& output : analysis.outputs) {
        printLine(
            QStringLiteral("  %1   %2").arg(text(output.id), texts.output(analysis.id, output.id)));
    }
    printLine({});
    printLine(texts.analysisText(analysis.id, QStringLiteral("limits")));
    return ExitCode::done;
}

}  // namespace lommer::app
