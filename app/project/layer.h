#pragma once

#include "app/map/map_layer.h"
#include "gis/registers/layer.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace lommer::app {

/// Where a layer that was computed came from: a run's folder and one of its outputs.
struct ResultOrigin {
    QString analysis;
    QString output;
    /// The folder with run.json.
    QString folder;
};

/// One layer of a project: what there is, what it is called and how it is shown.
struct Layer {
    LayerId id = {};
    QString name = {};
    bool isVisible = true;
    LayerData data = {};
    LayerStyle style = {};
    /// Above the classes in the legend; empty: the name.
    QString legendTitle = {};
    /// Where it lies and what it is; set for every layer that was opened from files.
    std::shared_ptr<const gis::LayerDescription> description = {};
    /// For source lines, one each: "BGT (peildatum 1 maart 2026, CC0)".
    QStringList attribution = {};
    std::optional<ResultOrigin> origin = {};
};

}  // namespace lommer::app
