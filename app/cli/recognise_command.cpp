#include "app/cli/commands.h"
#include "app/cli/drawing_session.h"
#include "app/cli/output.h"
#include "app/cli/proposal_output.h"
#include "app/composition/delivery_service.h"
#include "app/composition/missing_data.h"
#include "app/layout/check_report.h"
#include "app/platform/console.h"
#include "app/text/number_format.h"
#include "app/text/source_catalogue.h"
#include "core/engine/declaration_json.h"
#include "gis/platform/file_error.h"

#include <nlohmann/json.hpp>

#include <QDate>

namespace lommer::app {
namespace {

QString text(std::string_view plain) {
    return QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
}

void printJson(const nlohmann::ordered_json& json) {
    printLine(text(json.dump(2)));
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
                                {"register", layer.registerId},
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

nlohmann::ordered_json toJson(const core::DataCheck& check, const Texts& texts) {
    constexpr std::size_t kShown = 5;
    nlohmann::ordered_json rules = nlohmann::ordered_json::array();
    for (const core::CheckFinding& finding : check.findings) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(finding.examples.size(), kShown));
        rules.push_back({{"rule", finding.rule},
                         {"column", finding.column},
                         {"outcome", core::toText(finding.outcome)},
                         {"rows", finding.rows},
                         {"examples", std::vector(finding.examples.begin(),
                                                  finding.examples.begin() + count)}});
        if (finding.outcome != core::CheckOutcome::passed) {
            rules.back()["text"] = findingText(finding, texts).toStdString();
            rules.back()["advice"] = adviceText(finding, texts).toStdString();
        }
        if (finding.repair) {
            rules.back()["repair"] = core::toText(*finding.repair);
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
            printLine(QStringLiteral("  - %1 %2")
                          .arg(findingText(finding, texts), adviceText(finding, texts)));
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
        const QString section =
            layer.table.rowCount == 1 ? QStringLiteral("kindsOne") : QStringLiteral("kinds");
        QStringList kinds;
        for (const core::GeometryKind kind : layer.table.kinds) {
            kinds.append(texts.common(section, text(core::toText(kind))));
        }
        if (kinds.isEmpty()) {
            kinds.append(texts.common(section, QStringLiteral("row")));
        }
        what = formatCount(layer.table.rowCount, texts.language()) + QLatin1Char(' ') +
               kinds.join(QStringLiteral(", "));
    }
    const QString subject =
        layer.subject.empty()
            ? QString()
            : texts.common(QStringLiteral("subjects"), text(layer.subject)) + QStringLiteral(": ");
    const QString registerId = text(layer.registerId);
    QStringList facts{text(layer.name), text(layer.format), what, text(layer.crs.name),
                      text(layer.referenceDate)};
    if (texts.hasCommonText({QStringLiteral("registers"), registerId})) {
        facts << texts.common(QStringLiteral("registers"), registerId);
    }
    facts.removeAll(QString());
    printLine(subject + facts.join(QStringLiteral("  ")));
    for (const core::Remark& remark : layer.remarks) {
        printLine(QStringLiteral("  - ") + texts.sentence(remark));
    }
}

/// All paths as one delivery: what one of them lacks another may hold.
Delivery recognisedPaths(const CommandLine& line, const SourceCatalogue& sources,
                         gis::Mappings mappings, const core::Progress& progress) {
    const CheckSettings settings{QDate::currentDate().toString(Qt::ISODate).toStdString(),
                                 sources.yearsUntilOld(), std::move(mappings)};
    Delivery all;
    const auto count = static_cast<double>(line.paths.size());
    for (std::size_t index = 0; index < line.paths.size(); ++index) {
        const double from = static_cast<double>(index) / count;
        Delivery one = recognised(gis::pathFromUtf8(line.paths[index]), settings,
                                  progress.part(from, from + 1.0 / count, "check"));
        std::move(one.layers.begin(), one.layers.end(), std::back_inserter(all.layers));
        std::move(one.remarks.begin(), one.remarks.end(), std::back_inserter(all.remarks));
    }
    return all;
}

std::vector<MissingData> missingOf(const Delivery& delivery,
                                   const core::AnalysisDeclaration* wanted) {
    std::vector<gis::LayerDescription> layers;
    for (const RecognisedLayer& layer : delivery.layers) {
        layers.push_back(layer.description);
    }
    return wanted == nullptr ? std::vector<MissingData>() : missingData(*wanted, layers);
}

nlohmann::ordered_json toJson(const Delivery& delivery, const std::vector<MissingData>& missing,
                              const SourceCatalogue& sources, const Texts& texts) {
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    for (const RecognisedLayer& layer : delivery.layers) {
        layers.push_back(toJson(layer.description, texts));
        if (layer.check) {
            layers.back()["check"] = toJson(*layer.check, texts);
        }
        if (layer.proposal) {
            layers.back()["proposal"] = proposalJson(*layer.proposal, layer.description.table);
        }
    }
    nlohmann::ordered_json json{{"layers", layers},
                                {"remarks", remarksJson(delivery.remarks, texts)}};
    for (const MissingData& one : missing) {
        json["missing"].push_back(
            {{"role", one.role}, {"subjects", one.subjects}, {"optional", one.isOptional}});
        if (const DataSource* source = sources.find(one.subjects.front())) {
            json["missing"].back()["source"] = {{"name", source->name.toStdString()},
                                                {"how", source->how.toStdString()},
                                                {"address", source->address.toStdString()},
                                                {"licence", source->licence.toStdString()},
                                                {"size", source->size.toStdString()}};
        }
    }
    return json;
}

void printMissing(const std::vector<MissingData>& missing, const std::string& analysis,
                  const SourceCatalogue& sources, const Texts& texts) {
    if (!missing.empty()) {
        printLine(texts.common(QStringLiteral("delivery"), QStringLiteral("missing")));
    }
    for (const MissingData& one : missing) {
        const QString optional = one.isOptional
                                     ? QStringLiteral(" (%1)").arg(texts.common(
                                           QStringLiteral("delivery"), QStringLiteral("optional")))
                                     : QString();
        printLine(QStringLiteral("  ") + texts.roleName(analysis, one.role) + optional);
        if (const DataSource* source = sources.find(one.subjects.front())) {
            for (const QString& fact : factsOf(*source, texts)) {
                printLine(QStringLiteral("    ") + fact);
            }
        }
    }
}

/// The names of the paths, without folders.
QString nameOf(const std::vector<std::string>& paths) {
    QStringList names;
    for (const std::string& path : paths) {
        const auto whole = std::filesystem::absolute(gis::pathFromUtf8(path)).lexically_normal();
        const auto name = whole.has_filename() ? whole.filename() : whole.parent_path().filename();
        names << QString::fromStdString(gis::utf8(name));
    }
    return names.join(QStringLiteral(", "));
}

void writeReport(const CommandLine& line, const Delivery& delivery, const Texts& texts) {
    if (!line.report.empty()) {
        const DrawingSession drawing(line.language);
        saveReport(released({nameOf(line.paths), delivery, QDate::currentDate()}), texts,
                   QString::fromStdString(line.report));
    }
}

/// Before anything is read: a long check for a file that cannot be written helps nobody.
void requirePdf(const std::string& report) {
    if (!report.empty() && gis::lowerEnding(gis::pathFromUtf8(report)) != ".pdf") {
        throw core::Error(core::ErrorCode::valueUnknown, {{"parameter", std::string("--report")},
                                                          {"value", report},
                                                          {"allowed", std::string("FILE.pdf")}});
    }
}

}  // namespace

ExitCode recogniseFiles(const CommandLine& line, const Texts& texts) {
    requirePdf(line.report);
    const auto environment = environmentFor(line);
    const core::AnalysisDeclaration* wanted =
        line.analysis.empty() ? nullptr
                              : &environment->catalogue().get(line.analysis).declaration();
    const SourceCatalogue sources(line.language);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    core::RemarkList unreadable;
    Delivery delivery =
        recognisedPaths(line, sources, gis::readMappings(environment->mappingFolder(), unreadable),
                        terminalProgress(stop.get_token(), texts, {}));
    for (core::Remark& remark : unreadable.take()) {
        delivery.remarks.push_back(std::move(remark));
    }
    clearProgress();
    writeReport(line, delivery, texts);
    const auto missing = missingOf(delivery, wanted);
    if (line.json) {
        printJson(toJson(delivery, missing, sources, texts));
        return ExitCode::done;
    }
    for (const RecognisedLayer& layer : delivery.layers) {
        printLayer(layer.description, texts);
        if (layer.check) {
            printCheck(*layer.check, texts);
        }
        if (layer.proposal) {
            printProposal(*layer.proposal, layer.description, texts);
        }
    }
    for (const core::Remark& remark : delivery.remarks) {
        printLine(QStringLiteral("- ") + texts.sentence(remark));
    }
    if (delivery.layers.empty()) {
        printLine(texts.common(QStringLiteral("command"), QStringLiteral("recognised-none")));
    }
    printMissing(missing, line.analysis, sources, texts);
    return ExitCode::done;
}

}  // namespace lommer::app
