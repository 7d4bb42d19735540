#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/composition/layer_service.h"
#include "app/text/number_format.h"
#include "core/engine/declaration_json.h"
#include "core/engine/parameter_check.h"
#include "gis/platform/file_error.h"

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

nlohmann::ordered_json remarksJson(const std::vector<core::Remark>& remarks, const Texts& texts) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const core::Remark& remark : remarks) {
        json.push_back({{"code", remark.code}, {"text", texts.sentence(remark).toStdString()}});
    }
    return json;
}

nlohmann::ordered_json toJson(const gis::LayerDescription& layer, const Texts& texts) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const auto& file : layer.location.files) {
        files.push_back(gis::utf8(file));
    }
    nlohmann::ordered_json json{{"name", layer.name},
                                {"kind", core::toText(layer.kind)},
                                {"format", layer.format},
                                {"files", files},
                                {"layer", layer.location.layer},
                                {"subject", layer.subject},
                                {"referenceDate", layer.referenceDate},
                                {"crs", layer.crs.name}};
    if (layer.grid) {
        const core::Bounds bounds = layer.grid->bounds();
        json["columns"] = layer.grid->columns();
        json["rows"] = layer.grid->rows();
        json["cellSize"] = layer.grid->cellSize();
        json["bounds"] = {bounds.xmin, bounds.ymin, bounds.xmax, bounds.ymax};
    } else {
        nlohmann::ordered_json kinds = nlohmann::ordered_json::array();
        for (const core::GeometryKind kind : layer.table.kinds) {
            kinds.push_back(core::toText(kind));
        }
        nlohmann::ordered_json columns = nlohmann::ordered_json::array();
        for (const core::ColumnInfo& column : layer.table.columns) {
            columns.push_back({{"name", column.name}, {"type", core::toText(column.type)}});
        }
        json["geometryKinds"] = kinds;
        json["rows"] = layer.table.rowCount;
        json["columns"] = columns;
    }
    json["remarks"] = remarksJson(layer.remarks, texts);
    return json;
}

core::Remark remarkOf(const core::CheckFinding& finding) {
    return {"check-" + finding.rule, {{"column", finding.column}, {"count", finding.rows}}};
}

nlohmann::ordered_json toJson(const core::DataCheck& check, const Texts& texts) {
    nlohmann::ordered_json rules = nlohmann::ordered_json::array();
    for (const core::CheckFinding& finding : check.findings) {
        rules.push_back({{"rule", finding.rule},
                         {"column", finding.column},
                         {"outcome", core::toText(finding.outcome)},
                         {"rows", finding.rows},
                         {"examples", finding.examples}});
        if (finding.outcome != core::CheckOutcome::passed) {
            rules.back()["text"] = texts.sentence(remarkOf(finding)).toStdString();
        }
    }
    return {{"outcome", core::toText(check.outcome())}, {"rules", rules}};
}

void printCheck(const core::DataCheck& check, const Texts& texts) {
    const auto word = [&texts](const QString& id) {
        return texts.common(QStringLiteral("check"), id);
    };
    printLine(QStringLiteral("  %1: %2")
                  .arg(word(QStringLiteral("title")), word(text(core::toText(check.outcome())))));
    for (const core::CheckFinding& finding : check.findings) {
        if (finding.outcome != core::CheckOutcome::passed) {
            printLine(QStringLiteral("  - ") + texts.sentence(remarkOf(finding)));
        }
    }
}

void printLayer(const gis::LayerDescription& layer, const Texts& texts) {
    QString what;
    if (layer.grid) {
        what =
            QStringLiteral("%1 × %2 × %3")
                .arg(formatCount(layer.grid->columns(), texts.language()),
                     formatCount(layer.grid->rows(), texts.language()),
                     formatQuantity(layer.grid->cellSize(), QStringLiteral("m"), texts.language()));
    } else {
        QStringList kinds;
        for (const core::GeometryKind kind : layer.table.kinds) {
            kinds.append(texts.common(QStringLiteral("kinds"), text(core::toText(kind))));
        }
        what = formatCount(layer.table.rowCount, texts.language()) + QLatin1Char(' ') +
               (kinds.isEmpty() ? texts.common(QStringLiteral("kinds"), QStringLiteral("table"))
                                : kinds.join(QStringLiteral(", ")));
    }
    const QString subject =
        layer.subject.empty()
            ? QString()
            : texts.common(QStringLiteral("subjects"), text(layer.subject)) + QStringLiteral(": ");
    printLine(subject + QStringLiteral("%1  %2  %3  %4  %5")
                            .arg(text(layer.name), text(layer.format), what, text(layer.crs.name),
                                 text(layer.referenceDate))
                            .trimmed());
    for (const core::Remark& remark : layer.remarks) {
        printLine(QStringLiteral("  - ") + texts.sentence(remark));
    }
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

ExitCode recogniseFiles(const CommandLine& line, const Texts& texts) {
    const auto environment = environmentFor(line);
    core::RemarkList noticed;
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    for (const std::string& path : line.paths) {
        for (const RecognisedLayer& layer : recognised(gis::pathFromUtf8(path), noticed)) {
            layers.push_back(toJson(layer.description, texts));
            if (layer.check) {
                layers.back()["check"] = toJson(*layer.check, texts);
            }
            if (!line.json) {
                printLayer(layer.description, texts);
            }
            if (!line.json && layer.check) {
                printCheck(*layer.check, texts);
            }
        }
    }
    const auto remarks = noticed.take();
    if (line.json) {
        printJson({{"layers", layers}, {"remarks", remarksJson(remarks, texts)}});
        return ExitCode::done;
    }
    for (const core::Remark& remark : remarks) {
        printLine(QStringLiteral("- ") + texts.sentence(remark));
    }
    if (layers.empty()) {
        printLine(texts.common(QStringLiteral("command"), QStringLiteral("recognised-none")));
    }
    return ExitCode::done;
}

}  // namespace lommer::app
