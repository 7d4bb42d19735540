#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/composition/delivery_service.h"
#include "app/composition/run_service.h"
#include "app/composition/verify_service.h"
#include "app/platform/console.h"
#include "app/text/number_format.h"
#include "core/engine/parameter_check.h"
#include "gis/platform/file_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace lommer::app {
namespace {

using core::Error;
using core::ErrorCode;

core::ParameterValues settingsFrom(const core::AnalysisDeclaration& analysis,
                                   const std::vector<std::string>& texts) {
    core::ParameterValues values;
    for (const std::string& text : texts) {
        const auto sign = text.find('=');
        if (sign == std::string::npos) {
            throw Error(ErrorCode::optionUnknown,
                        {{"option", "--set " + text}, {"reason", std::string("NAME=VALUE")}});
        }
        const std::string id = text.substr(0, sign);
        const core::ParameterDeclaration* declaration = analysis.findParameter(id);
        if (declaration == nullptr) {
            throw Error(ErrorCode::parameterUnknown,
                        {{"parameter", id}, {"analysis", analysis.id}});
        }
        values[id] = core::parseValue(*declaration, text.substr(sign + 1));
    }
    return values;
}

RunOrder orderFrom(const Environment& environment, const core::AnalysisDeclaration& analysis,
                   const CommandLine& line) {
    const auto profile = core::releaseProfileFromText(line.profile);
    if (!profile) {
        throw Error(ErrorCode::valueUnknown,
                    {{"parameter", std::string("--profile")},
                     {"value", line.profile},
                     {"allowed", std::string("intern, samenwerking, openbaar")}});
    }
    RunOrder order;
    order.analysis = analysis.id;
    order.parameters = settingsFrom(analysis, line.settings);
    // Before any file is opened: what is wrong with the settings is quicker said.
    core::checkParameters(analysis, order.parameters, line.definition);
    core::RemarkList remarks;
    const gis::Mappings mappings = gis::readMappings(environment.mappingFolder(), remarks);
    order.inputs = bindInputs(analysis, line.inputs, remarks, mappings);
    order.remarks = remarks.take();
    order.definition = line.definition;
    order.output = gis::pathFromUtf8(line.output);
    order.overwrite = line.overwrite;
    order.scenario = gis::pathFromUtf8(line.scenario);
    order.region = line.region;
    order.profile = *profile;
    order.tileSize = line.tileSize;
    return order;
}

/// What the check of each table asks for; the record names it.
void addRepairs(const core::AnalysisDeclaration& analysis, RunOrder& order,
                const std::stop_token& stop) {
    for (InputOrder& input : order.inputs) {
        const core::RoleDeclaration* role = analysis.findRole(input.role);
        if (role != nullptr && role->kind == core::DataKind::table) {
            input.location.repairs = proposedRepairs(input.location, stop);
        }
    }
}

void printResult(const core::RunRecord& record, const CommandLine& line, const Texts& texts) {
    if (line.json) {
        std::fputs(recordText(record).c_str(), stdout);
        return;
    }
    printLine(
        texts.common(QStringLiteral("command"), QStringLiteral("finished"),
                     {{"duration", formatDuration(record.seconds, line.language).toStdString()},
                      {"folder", line.output}}));
    for (const core::RecordedOutput& output : record.outputs) {
        printLine(QStringLiteral("  %1 (%2): %3")
                      .arg(QString::fromStdString(output.file),
                           formatBytes(output.bytes, line.language),
                           texts.output(record.analysis, output.id)));
    }
    for (const core::Remark& remark : record.remarks) {
        printLine(QStringLiteral("  - ") + texts.sentence(remark, record.analysis));
    }
}

QString verdictLine(const VerifiedOutput& output, const CommandLine& line, const Texts& texts) {
    core::Arguments arguments{{"output", output.id}};
    std::string key = "verify-cannot-run";
    if (output.likeness) {
        key = "verify-" + std::string(core::toText(*output.likeness));
        std::replace(key.begin(), key.end(), ' ', '-');
        arguments.emplace_back("difference",
                               formatNumber(output.largestDifference, line.language).toStdString());
    } else if (output.error) {
        arguments.emplace_back("reason", texts.sentence(*output.error).toStdString());
    }
    QString text = texts.common(QStringLiteral("command"), QString::fromStdString(key), arguments);
    if (!output.reason.empty()) {
        text += QStringLiteral(" [") + QString::fromStdString(output.reason) + QLatin1Char(']');
    }
    return text;
}

nlohmann::ordered_json verdictJson(const VerifiedOutput& output) {
    nlohmann::ordered_json json{
        {"output", output.id},
        {"verdict", output.likeness ? std::string(core::toText(*output.likeness)) : "cannot run"},
        {"reason", output.error ? std::string(output.error->what()) : output.reason}};
    if (output.likeness) {
        json["largestDifference"] = output.largestDifference;
    }
    return json;
}

}  // namespace

ExitCode runAnalysis(const CommandLine& line, const Texts& texts) {
    const auto environment = environmentFor(line);
    const auto& analysis = environment->catalogue().get(line.subject).declaration();
    RunOrder order = orderFrom(*environment, analysis, line);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    if (line.repair) {
        addRepairs(analysis, order, stop.get_token());
    }
    const core::RunRecord record =
        run(*environment, order, terminalProgress(stop.get_token(), texts, analysis.id));
    clearProgress();
    printResult(record, line, texts);
    return ExitCode::done;
}

ExitCode verifyRun(const CommandLine& line, const Texts& texts) {
    const auto environment = environmentFor(line);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    const auto outputs = verify(*environment, gis::pathFromUtf8(line.subject),
                                terminalProgress(stop.get_token(), texts, {}));
    clearProgress();
    bool isSame = true;
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const VerifiedOutput& output : outputs) {
        isSame = isSame && output.likeness && *output.likeness != core::Likeness::different;
        json.push_back(verdictJson(output));
        if (!line.json) {
            printLine(verdictLine(output, line, texts));
        }
    }
    if (line.json) {
        printLine(QString::fromStdString(json.dump(2)));
    }
    return isSame ? ExitCode::done : ExitCode::failed;
}

}  // namespace lommer::app
