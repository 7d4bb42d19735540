#include "app/cli/commands.h"
#include "app/cli/drawing_session.h"
#include "app/cli/output.h"
#include "app/composition/layer_service.h"
#include "app/layout/council_draft.h"
#include "app/layout/council_export.h"
#include "app/layout/layer_page.h"
#include "app/layout/page_export.h"
#include "app/platform/console.h"
#include "app/project/result_layer.h"
#include "app/text/answer_rule.h"
#include "app/text/number_format.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/registers/inventory.h"

#include <nlohmann/json.hpp>

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

const core::RecordedOutput* find(const core::RunRecord& record, const std::string& id) {
    const auto found =
        std::find_if(record.outputs.begin(), record.outputs.end(),
                     [&id](const core::RecordedOutput& output) { return output.id == id; });
    return found == record.outputs.end() ? nullptr : &*found;
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
    page.date = dutchDate(QString::fromStdString(record.startedAt));
    return page;
}

/// A run with its folder.
struct RecordedRun {
    core::RunRecord record;
    const core::AnalysisDeclaration& analysis;
    fs::path folder;
};

RecordedRun recordedRun(const Environment& environment, const CommandLine& line) {
    const fs::path path = gis::pathFromUtf8(line.subject);
    core::RunRecord record = core::recordFromText(gis::readTextFile(path));
    const auto& analysis = environment.catalogue().get(record.analysis).declaration();
    return {std::move(record), analysis, fs::absolute(path).parent_path()};
}

/// Throws Error layer-empty where there is nothing to draw.
Layer layerOf(const RecordedRun& run, const core::RecordedOutput& output, const Texts& texts,
              const std::stop_token& stop) {
    const LoadedLayer loaded =
        loadOutput(run.folder / gis::pathFromUtf8(output.file), output, stop);
    Layer layer = resultLayer(run.analysis, run.record, output.id, loaded,
                              QString::fromStdString(gis::utf8(run.folder)), texts);
    if (!layer.data.canBeDrawn()) {
        throw Error(ErrorCode::layerEmpty, {{"layer", output.id}});
    }
    return layer;
}

/// The figures that the analysis answers with; null where it has none or they were not made.
std::shared_ptr<const core::Table> answeredFigures(const RecordedRun& run,
                                                   const std::stop_token& stop) {
    const auto rule = answerRuleOf(run.analysis.id);
    const core::RecordedOutput* output =
        rule ? find(run.record, answeringOutput(*rule, run.record).toStdString()) : nullptr;
    return output == nullptr
               ? nullptr
               : loadOutput(run.folder / gis::pathFromUtf8(output->file), *output, stop).table;
}

/// What is drawn over the map; outputs without places or rows are left out.
std::vector<Layer> marksOf(const RecordedRun& run, const Texts& texts,
                           const std::stop_token& stop) {
    std::vector<Layer> marks;
    const auto rule = answerRuleOf(run.analysis.id);
    for (const QString& id : rule ? rule->marks : QStringList()) {
        const core::RecordedOutput* output = find(run.record, id.toStdString());
        if (output == nullptr) {
            continue;
        }
        const LoadedLayer loaded =
            loadOutput(run.folder / gis::pathFromUtf8(output->file), *output, stop);
        if (loaded.table != nullptr && loaded.table->rowCount() > 0) {
            marks.push_back(resultLayer(run.analysis, run.record, output->id, loaded,
                                        QString::fromStdString(gis::utf8(run.folder)), texts));
        }
    }
    return marks;
}

std::vector<const Layer*> addressesOf(const std::vector<Layer>& layers) {
    std::vector<const Layer*> addresses(layers.size());
    std::transform(layers.begin(), layers.end(), addresses.begin(),
                   [](const Layer& layer) { return &layer; });
    return addresses;
}

/// The templates that need the draft of a council page.
const std::vector<std::string> kCouncilTemplates{"council", "council-landscape", "word"};

bool isForCouncil(const CommandLine& line) {
    return std::find(kCouncilTemplates.begin(), kCouncilTemplates.end(), line.templateName) !=
           kCouncilTemplates.end();
}

/// Says on stderr what of it is not used.
HouseStyle houseStyleOf(const CommandLine& line, const Texts& texts) {
    if (line.houseStyle.empty()) {
        return {};
    }
    HouseStyle house = readHouseStyle(gis::pathFromUtf8(line.houseStyle));
    for (const core::Remark& remark : house.remarks) {
        printAside(texts.sentence(remark));
    }
    return house;
}

void exportCouncil(const RecordedRun& run, const Layer& layer, const CommandLine& line,
                   const Texts& texts, const QString& file, const std::stop_token& stop) {
    const auto figures = answeredFigures(run, stop);
    const std::vector<Layer> marks = marksOf(run, texts, stop);
    const CouncilPage page = draftCouncilPage(
        {run.analysis, run.record, layer, figures.get(),
         line.templateName == "council-landscape" ? QPageLayout::Landscape : QPageLayout::Portrait,
         addressesOf(marks), houseStyleOf(line, texts), QString::fromStdString(line.headline)},
        texts);
    exportCouncilPage(released(page, core::ReleaseProfile::openbaar),
                      line.templateName == "word" ? CouncilForm::wordPicture : CouncilForm::page,
                      file);
}

}  // namespace

ExitCode exportMap(const CommandLine& line, const Texts& texts) {
    if (!line.templateName.empty()) {
        requireChoice("--template", line.templateName,
                      {"portrait", "landscape", "council", "council-landscape", "word"});
    }
    const fs::path target = gis::pathFromUtf8(line.output);
    requireChoice("--output", gis::utf8(target.extension()), {".pdf", ".png", ".svg"});

    const DrawingSession drawing(line.language);
    const auto environment = environmentFor(line);
    std::stop_source stop;
    const InterruptStop interrupt(stop);
    const RecordedRun run = recordedRun(*environment, line);
    const Layer layer = layerOf(run, chosenOutput(run.record, line.layer), texts, stop.get_token());
    const QString file = QString::fromStdString(gis::utf8(target));
    if (isForCouncil(line)) {
        exportCouncil(run, layer, line, texts, file, stop.get_token());
    } else {
        exportPage(released(pageOf(layer, run.analysis, run.record, line, texts),
                            core::ReleaseProfile::openbaar),
                   file);
    }
    if (line.json) {
        printLine(QString::fromStdString(nlohmann::json{{"file", line.output}}.dump()));
    } else {
        printLine(QString::fromStdString(line.output));
    }
    return ExitCode::done;
}

}  // namespace lommer::app
