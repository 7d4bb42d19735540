#include "app/desktop/opened_layers.h"

#include "app/project/result_layer.h"
#include "core/base/error.h"
#include "gis/platform/file_error.h"

namespace lommer::app {
namespace {

void addRemarks(std::vector<core::Remark>& all, const std::vector<core::Remark>& some) {
    all.insert(all.end(), some.begin(), some.end());
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
            addRemarks(opened.remarks, loaded.remarks);
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
    core::RemarkList remarks;
    for (const LoadedLayer& loaded : loadLayers(path, remarks, stop)) {
        opened.layers.push_back(fileLayer(loaded, index++));
        addRemarks(opened.remarks, loaded.remarks);
    }
    addRemarks(opened.remarks, remarks.take());
    return opened;
}

}  // namespace lommer::app
