#pragma once

#include "app/project/project.h"

#include <QCoreApplication>
#include <QUndoCommand>

namespace lommer::app {

/// Everything that a user does to layers and can take back. Commands hold ids, never pointers to
/// layers; the project outlives the undo stack.
class LayerCommand : public QUndoCommand {
public:
    LayerCommand(Project& project, LayerId layer);

protected:
    Project& project() const { return project_; }
    const LayerId& layer() const { return layer_; }
    QString layerName() const;

private:
    Project& project_;
    LayerId layer_;
};

/// `layer` is in the project's bin: `Project::adopt`.
class AddLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(AddLayerCommand)
public:
    AddLayerCommand(Project& project, const LayerId& layer, const QString& name, int position);
    void redo() override;
    void undo() override;

private:
    int position_;
};

class RemoveLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(RemoveLayerCommand)
public:
    RemoveLayerCommand(Project& project, const LayerId& layer);
    void redo() override;
    void undo() override;

private:
    int position_ = 0;
};

/// `after` is in the project's bin: `Project::adopt`.
class ReplaceLayerCommand : public LayerCommand {
public:
    ReplaceLayerCommand(Project& project, const LayerId& layer, LayerId after,
                        const QString& action);
    void redo() override;
    void undo() override;

private:
    LayerId after_;
};

class MoveLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(MoveLayerCommand)
public:
    MoveLayerCommand(Project& project, const LayerId& layer, int position);
    void redo() override;
    void undo() override;

private:
    int from_;
    int to_;
};

class RenameLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(RenameLayerCommand)
public:
    RenameLayerCommand(Project& project, const LayerId& layer, QString name);
    void redo() override;
    void undo() override;

private:
    QString before_;
    QString after_;
};

class ShowLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(ShowLayerCommand)
public:
    ShowLayerCommand(Project& project, const LayerId& layer, bool isVisible);
    void redo() override;
    void undo() override;

private:
    bool isVisible_;
};

class StyleLayerCommand : public LayerCommand {
    Q_DECLARE_TR_FUNCTIONS(StyleLayerCommand)
public:
    StyleLayerCommand(Project& project, const LayerId& layer, LayerStyle style);
    void redo() override;
    void undo() override;

private:
    LayerStyle before_;
    LayerStyle after_;
};

}  // namespace lommer::app
