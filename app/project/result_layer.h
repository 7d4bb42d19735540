#pragma once

#include "app/composition/layer_service.h"
#include "app/project/layer.h"
#include "app/text/texts.h"
#include "core/engine/declaration.h"
#include "core/engine/run_record.h"

namespace lommer::app {

/// An output of a run as a layer: in the style that the analysis has for it, fitted to the data
/// where the style leaves the range open, with its legend title and the sources of the run. Reads
/// the data for that, so not on the thread of a window. `folder` holds run.json.
Layer resultLayer(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                  const std::string& output, const LoadedLayer& loaded, const QString& folder,
                  const Texts& texts);

/// What there is to draw, with what its places tell. Builds the index or takes the sample, so not
/// on the thread of a window. Throws Error where a raster cannot be read.
LayerData dataOf(const LoadedLayer& loaded);

/// What a layer from a file is called until a person names it: after its subject, where that is
/// known, and the layer in the file.
QString fileLayerName(const gis::LayerDescription& description, const Texts& texts);

/// A layer that was opened from files, in a plain style; the `index`-th of the project.
Layer fileLayer(const LoadedLayer& loaded, int index, const Texts& texts);

/// The title of a page of this run: the analysis' own with the names of layers and settings filled
/// in; the analysis' name where something is not known.
QString pageTitle(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                  const Texts& texts);

}  // namespace lommer::app
