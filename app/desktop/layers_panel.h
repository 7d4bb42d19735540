#pragma once

#include "app/desktop/workspace.h"
#include "app/project/layer_model.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace lommer::app {

/// The list of layers: a checkbox shows or hides, dragging reorders, F2 renames, Delete removes.
/// The current row is the workspace's active layer.
class LayersPanel : public QWidget {
    Q_OBJECT
public:
    /// What can be done with the current layer; also for the menu of the window.
    struct Actions {
        QAction* zoom;
        QAction* check;
        QAction* columns;
        QAction* compare;
        QAction* rename;
        QAction* remove;
    };

    explicit LayersPanel(Workspace& workspace, QWidget* parent = nullptr);

    const Actions& actionsOfLayer() const { return actions_; }
    QListView* list() const { return list_; }

Q_SIGNALS:
    void checkWanted(const lommer::app::LayerId& layer);
    void columnsWanted(const lommer::app::LayerId& layer);
    /// A map of the difference with another layer.
    void differenceWanted(const lommer::app::LayerId& layer);

private:
    void makeActions();
    void makeCompareAction();
    void followActiveLayer();
    void showWhatIsThere();
    bool isTableOfFile() const;
    /// Of the current layer or its run, what can be compared; null where nothing can.
    const Layer* compared() const;
    LayerId current() const;

    Workspace& workspace_;
    LayerModel model_;
    QListView* list_;
    QLabel* empty_;
    Actions actions_{};
};

}  // namespace lommer::app
