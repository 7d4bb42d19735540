#include "app/desktop/opened_layers.h"

#include "app/composition/result_origin.h"
#include "app/layout/result_answer.h"
#include "app/project/result_layer.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"

#include <algorithm>

namespace lommer::app {
namespace {

void addRemarks(std::vector<core::Remark>& all, const std::vector<core::Remark>& some) {
    all.insert(all.end(), some.begin(), some.end());
}

/// Outlines of areas hide nothing: they lie with the lines.
int rankOf(const Layer& layer) {
    const int rank = layer.data.coverRank();
    return layer.style.isOutline ? std::min(rank, 1) : rank;
}

/// Small things lie above large ones: buurten above the gemeente, trees above buildings.
void putLargeLow(std::vector<Layer>& layers) {
    std::vector<std::pair<std::pair<int, double>, std::size_t>> order;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        order.push_back({{rankOf(layers[i]), layers[i].data.meanFeatureArea()}, i});
    }
    std::sort(order.begin(), order.end());
    std::vector<Layer> sorted;
    sorted.reserve(order.size());
    for (const auto& [size, place] : order) {
        sorted.push_back(std::move(layers[place]));
    }
    layers = std::move(sorted);
}

void addAnswer(OpenedLayers& opened, const core::AnalysisDeclaration& analysis,
               const core::RunRecord& record, const std::string& output, const LoadedLayer& loaded,
               const Texts& texts) {
    const auto rule = answerRuleOf(analysis.id);
    if (!rule || answeringOutput(*rule, record).toStdString() != output) {
        return;
    }
    if (const auto answer = resultAnswer(analysis, record, loaded.table.get(), texts)) {
        opened.answer = answer->sentence;
        if (rule->kind == AnswerKind::areas && rule->output.toStdString() == output) {
            opened.first = opened.layers.size() - 1;
        }
    }
}

}  // namespace

QString shownPath(const std::filesystem::path& path) {
    return QString::fromStdString(gis::utf8(path));
}

OpenedLayers openResult(const Environment& environment, const std::filesystem::path& folder,
                        const core::RunRecord& record, const Texts& texts,
                        const std::stop_token& stop) {
    OpenedLayers opened;
    opened.name = shownPath(folder.filename());
    opened.path = shownPath(folder / "run.json");
    opened.record = std::make_shared<const core::RunRecord>(record);
    opened.remarks = record.remarks;
    const core::AnalysisDeclaration& analysis =
        environment.catalogue().get(record.analysis).declaration();
    for (const core::RecordedOutput& output : record.outputs) {
        core::RemarkList remarks;
        for (const LoadedLayer& loaded :
             loadLayers(folder / gis::pathFromUtf8(output.file), remarks, stop)) {
            opened.layers.push_back(
                resultLayer(analysis, record, output.id, loaded, shownPath(folder), texts));
            // The first is what was asked for; the others say how it came about.
            opened.layers.back().isVisible = opened.layers.size() == 1;
            addRemarks(opened.remarks, loaded.remarks);
            addAnswer(opened, analysis, record, output.id, loaded, texts);
        }
        addRemarks(opened.remarks, remarks.take());
    }
    return opened;
}

OpenedLayers openPath(const Environment& environment, const std::filesystem::path& path,
                      const Texts& texts, int index, const std::stop_token& stop) {
    if (path.filename() == "run.json") {
        const auto folder = std::filesystem::absolute(path).parent_path();
        return openResult(environment, folder, core::recordFromText(gis::readTextFile(path)), texts,
                          stop);
    }
    OpenedLayers opened;
    opened.name = shownPath(path.filename());
    opened.path = shownPath(std::filesystem::absolute(path));
    core::RemarkList remarks;
    const gis::Mappings mappings = gis::readMappings(environment.mappingFolder(), remarks);
    for (const LoadedLayer& loaded : loadLayers(path, remarks, stop, mappings)) {
        opened.layers.push_back(fileLayer(loaded, index++, texts));
        addRemarks(opened.remarks, loaded.remarks);
    }
    addRemarks(opened.remarks, remarks.take());
    putLargeLow(opened.layers);
    return opened;
}

OpenedLayers openChosen(const QString& name, const std::vector<gis::LayerDescription>& layers,
                        const Texts& texts, int index, const std::stop_token& stop) {
    OpenedLayers opened;
    opened.name = name;
    for (gis::LayerDescription description : layers) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        description.remarks.clear();  // opening says them again
        const LoadedLayer loaded = loadLayer(description, stop);
        opened.layers.push_back(fileLayer(loaded, index++, texts));
        addRemarks(opened.remarks, loaded.remarks);
    }
    putLargeLow(opened.layers);
    return opened;
}

}  // namespace lommer::app
