#pragma once

#include "app/project/layer.h"

#include <QObject>
#include <QString>
#include <map>
#include <vector>

namespace lommer::app {

/// The layers of a project in memory, the topmost first. Layers taken out stay in a bin under their
/// id, so that undo commands need no more than the id. Changes that the user can undo go through
/// the commands of `layer_commands.h`; the functions here are their last step.
class Project : public QObject {
    Q_OBJECT
public:
    explicit Project(QObject* parent = nullptr);

    const std::vector<Layer>& layers() const { return layers_; }
    int count() const { return static_cast<int>(layers_.size()); }
    /// -1 where the project does not hold it (now).
    int positionOf(const LayerId& id) const;
    /// nullptr where the project does not hold it (now). Valid until the next change.
    const Layer* find(const LayerId& id) const;
    /// The topmost that lies there, is read as that subject and has the same put right in its rows.
    const Layer* findAt(const gis::LayerLocation& location) const;

    /// Puts a layer into the bin under a new id, ready for `putBack`.
    LayerId adopt(Layer layer);
    /// From the bin into the list at `position` (clamped). The id must be in the bin (asserted).
    void putBack(const LayerId& id, int position);
    /// From the list into the bin.
    void takeOut(const LayerId& id);
    /// Puts `after`, which is in the bin (asserted), in the place of `before`, which goes there.
    void replace(const LayerId& before, const LayerId& after);
    /// `position` as it is after the layer was taken out.
    void move(const LayerId& id, int position);
    void rename(const LayerId& id, const QString& name);
    void setVisible(const LayerId& id, bool isVisible);
    void setStyle(const LayerId& id, const LayerStyle& style);

    /// Of all layers that can be drawn.
    core::Bounds bounds() const;

Q_SIGNALS:
    void layerAboutToBeInserted(int position);
    void layerInserted(int position);
    void layerAboutToBeTakenOut(int position);
    void layerTakenOut(const lommer::app::LayerId& id);
    void layerAboutToMove(int from, int to);
    void layerMoved();
    /// Comes before `changed`, so that who remembers a layer can follow it.
    void layerReplaced(const lommer::app::LayerId& before, const lommer::app::LayerId& after);
    /// Name, visibility or style.
    void layerChanged(int position);
    /// Any of the above has happened.
    void changed();

private:
    Layer& get(const LayerId& id);

    std::vector<Layer> layers_;
    std::map<LayerId, Layer> bin_;
    int nextNumber_ = 1;
};

}  // namespace lommer::app
