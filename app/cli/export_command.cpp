#include "app/cli/commands.h"
#include "app/cli/drawing_session.h"
#include "app/cli/output.h"
#include "app/composition/layer_service.h"
#include "app/layout/layer_page.h"
#include "app/layout/page_export.h"
#include "app/platform/console.h"
#include "app/project/result_layer.h"
#include "app/text/number_format.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/registers/inventory.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <algorithm>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;

void requireChoice(const std::string& option, const std::string& value,
                   const std::vector<std::string>& choices) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) {
        return;
    }
    std::string allowed;
    for (const std::string& choice : choices) {
        allowed += (allowed.empty() ? "" : ", ") + choice;
    }
    throw Error(ErrorCode::valueUnknown,
                {{"parameter", option}, {"value", value}, {"allowed", allowed}});
}

/// The output to draw: the one asked for, or the first.
const core::RecordedOutput& chosenOutput(const core::RunRecord& record, const std::string& layer) {
    std::string ids;
    for (const core::RecordedOutput& output : record.outputs) {
        if (layer.empty() || output.id == layer) {
            return output;
        }
        ids += (ids.empty() ? "" : ", ") + output.id;
    }
    throw Error(ErrorCode::layerUnknown,
                {{"file", std::string("run.json")}, {"layer", layer}, {"allowed", ids}});
}

/// Reads an output, after making sure that it is still what the record says: the page states its
/// sources.
LoadedLayer loadOutput(const fs::path& file, const core::RecordedOutput& output,
                       const std::stop_token& stop) {
    core::RemarkList remarks;
    const auto found = gis::inspect(file, remarks);
    if (gis::sha256OfFile(file, stop) != output.fileHash) {
        throw Error(ErrorCode::fileNotAsRecorded, {{"file", output.file}}, gis::utf8(file));
    }
    return loadLayer(found.at(0), stop);
}

/// The page is made for the locale of the texts; its date is that of the run, so that the same
/// result gives the same page.
MapPage pageOf(const Layer& layer, const core::AnalysisDeclaration& analysis,
               const core::RunRecord& record, const CommandLine& line, const Texts& texts) {
    MapPage page = pageOfLayers({&layer}, layer.data.bounds(), texts);
    if (!line.templateName.empty()) {
        page.orientation =
            line.templateName == "landscape" ? QPageLayout::Landscape : QPageLayout::Portrait;
    }
    page.title = pageTitle(analysis, record, texts);
    page.limits = texts.analysisText(analysis.id, QStringLiteral("limits"));
    page.date = QDateTime::fromString(QString::fromStdString(record.startedAt), Qt::ISODateWithMs)
                    .toTimeZone(dutchZone())
                    .date();
    return page;
}

}  // namespace

ExitCode exportMap(const CommandLine& line, const Texts& texts) {
    if (!line.templateName.empty()) {
        requireChoice("--template", line.templateName, {"portrait", "landscape"});
    }
    const fs::path target = gis::pathFromUtf8(line.output);
    requireChoice("--output", gis::utf8(target.extension()), {".pdf", ".png", ".svg"});

    const DrawingSession drawing(line.language);
    const auto environment = environmentFor(line);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    const fs::path recordPath = gis::pathFromUtf8(line.subject);
    const core::RunRecord record = core::recordFromText(gis::readTextFile(recordPath));
    const core::RecordedOutput& output = chosenOutput(record, line.layer);
    const fs::path folder = fs::absolute(recordPath).parent_path();
    const LoadedLayer loaded =
        loadOutput(folder / gis::pathFromUtf8(output.file), output, stop.get_token());
    const core::AnalysisDeclaration& analysis =
        environment->catalogue().get(record.analysis).declaration();
    const Layer layer = resultLayer(analysis, record, output.id, loaded,
                                    QString::fromStdString(gis::utf8(folder)), texts);
    if (!layer.data.canBeDrawn()) {
        throw Error(ErrorCode::layerEmpty, {{"layer", output.id}});
    }
    exportPage(
        released(pageOf(layer, analysis, record, line, texts), core::ReleaseProfile::openbaar),
        QString::fromStdString(gis::utf8(target)));
    if (line.json) {
        printLine(QString::fromStdString(nlohmann::json{{"file", line.output}}.dump()));
    } else {
        printLine(QString::fromStdString(line.output));
    }
    return ExitCode::done;
}

}  // namespace lommer::app
