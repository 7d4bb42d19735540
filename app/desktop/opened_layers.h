#pragma once

#include "app/composition/environment.h"
#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/run_record.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lommer::app {

/// What one file or one run brought: layers that are ready for a project.
struct OpenedLayers {
    /// The file's or folder's name, without path.
    QString name = {};
    /// What opens the same again: a file, folder or run.json; empty for a choice out of a delivery.
    QString path = {};
    /// The first is meant to lie on top.
    std::vector<Layer> layers = {};
    /// The one that people begin with: the areas that an answer is about, else the first.
    std::size_t first = 0;
    /// False: they are wanted for something else than to look at them, and come in hidden.
    bool areShown = true;
    /// What the figures of a run say, in a sentence; empty where it has no answer.
    QString answer = {};
    std::vector<core::Remark> remarks = {};
    /// Set where the layers are outputs of a run.
    std::shared_ptr<const core::RunRecord> record = {};
};

/// Opens a file or folder with data, or a run.json with the outputs of that run. Blocks. `index` is
/// the number of layers that there are already, for the choice of colours. Throws what loadLayers
/// and core::recordFromText throw, and Cancelled. Without layers where nothing is found.
OpenedLayers openPath(const Environment& environment, const std::filesystem::path& path,
                      const Texts& texts, int index, const std::stop_token& stop);

/// Opens chosen layers of a delivery. Blocks. Throws what loadLayer throws.
OpenedLayers openChosen(const QString& name, const std::vector<gis::LayerDescription>& layers,
                        const Texts& texts, int index, const std::stop_token& stop);

/// The outputs that lie in `folder` beside `record`. Blocks. Throws as above.
OpenedLayers openResult(const Environment& environment, const std::filesystem::path& folder,
                        const core::RunRecord& record, const Texts& texts,
                        const std::stop_token& stop);

QString shownPath(const std::filesystem::path& path);

}  // namespace lommer::app
