#pragma once

#include "app/map/map_layer.h"
#include "app/project/project.h"
#include "app/project/selection.h"

#include <QObject>
#include <optional>
#include <vector>

namespace lommer::app {

/// Two layers of a project that are held against each other on the map.
struct LayerPair {
    LayerId left;
    LayerId right;

    friend bool operator==(const LayerPair&, const LayerPair&) = default;
};

/// Whether and which layers are compared. Ends by itself when one of them leaves the project, and
/// follows one that is replaced.
class Comparison : public QObject {
    Q_OBJECT
public:
    /// `project` outlives this object.
    explicit Comparison(Project& project, QObject* parent = nullptr);

    bool isActive() const { return pair_.has_value(); }
    const std::optional<LayerPair>& pair() const { return pair_; }
    /// Both must be in the project, and be comparable (asserted).
    void compare(const LayerPair& pair);
    void end();

Q_SIGNALS:
    void changed();

private:
    void follow(const LayerId& before, const LayerId& after);

    Project& project_;
    std::optional<LayerPair> pair_;
};

/// Cells that mean the same: of one output of one analysis, or from files of one subject.
bool areComparable(const Layer& a, const Layer& b);

/// The layers that `layer` can be held against, the topmost first.
std::vector<const Layer*> counterpartsOf(const Project& project, const Layer& layer);

/// What can be compared where `layer` is pointed at: the layer itself, or where that is one of
/// areas the map of cells of the same run, a visible one if there is one. Null where there is no
/// counterpart.
const Layer* comparableAt(const Project& project, const Layer& layer);

/// The layers that have a counterpart, the topmost first.
std::vector<const Layer*> comparableLayers(const Project& project);

/// Where a comparison begins: the two topmost visible layers that are comparable, else the topmost
/// ones, the lower one (as a rule the older) on the left. Nothing where there are no two.
std::optional<LayerPair> pairToBeginWith(const Project& project);

/// What is drawn on one side, the lowest first: all visible layers, with `shown` (one of the two,
/// both in the project) above the cells of others, which would hide it, and without the other.
std::vector<MapLayer> sideOf(const Project& project, const Selection& selection,
                             const LayerPair& pair, const LayerId& shown);

}  // namespace lommer::app
