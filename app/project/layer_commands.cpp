#include "app/project/layer_commands.h"

#include "core/base/assert.h"

namespace lommer::app {

LayerCommand::LayerCommand(Project& project, LayerId layer)
    : project_(project), layer_(std::move(layer)) {}

QString LayerCommand::layerName() const {
    const Layer* found = project_.find(layer_);
    LOMMER_ASSERT(found != nullptr);
    return found->name;
}

AddLayerCommand::AddLayerCommand(Project& project, const LayerId& layer, const QString& name,
                                 int position)
    : LayerCommand(project, layer), position_(position) {
    setText(tr("add layer ‘%1’").arg(name));
}
void AddLayerCommand::redo() {
    project().putBack(layer(), position_);
}
void AddLayerCommand::undo() {
    project().takeOut(layer());
}

RemoveLayerCommand::RemoveLayerCommand(Project& project, const LayerId& layer)
    : LayerCommand(project, layer) {
    setText(tr("remove layer ‘%1’").arg(layerName()));
}
void RemoveLayerCommand::redo() {
    position_ = project().positionOf(layer());
    project().takeOut(layer());
}
void RemoveLayerCommand::undo() {
    project().putBack(layer(), position_);
}

ReplaceLayerCommand::ReplaceLayerCommand(Project& project, const LayerId& layer, LayerId after,
                                         const QString& action)
    : LayerCommand(project, layer), after_(std::move(after)) {
    setText(action);
}
void ReplaceLayerCommand::redo() {
    project().replace(layer(), after_);
}
void ReplaceLayerCommand::undo() {
    project().replace(after_, layer());
}

MoveLayerCommand::MoveLayerCommand(Project& project, const LayerId& layer, int position)
    : LayerCommand(project, layer), from_(project.positionOf(layer)), to_(position) {
    setText(tr("move layer ‘%1’").arg(layerName()));
}
void MoveLayerCommand::redo() {
    project().move(layer(), to_);
}
void MoveLayerCommand::undo() {
    project().move(layer(), from_);
}

RenameLayerCommand::RenameLayerCommand(Project& project, const LayerId& layer, QString name)
    : LayerCommand(project, layer), before_(layerName()), after_(std::move(name)) {
    setText(tr("rename layer ‘%1’").arg(before_));
}
void RenameLayerCommand::redo() {
    project().rename(layer(), after_);
}
void RenameLayerCommand::undo() {
    project().rename(layer(), before_);
}

ShowLayerCommand::ShowLayerCommand(Project& project, const LayerId& layer, bool isVisible)
    : LayerCommand(project, layer), isVisible_(isVisible) {
    setText(isVisible ? tr("show layer ‘%1’").arg(layerName())
                      : tr("hide layer ‘%1’").arg(layerName()));
}
void ShowLayerCommand::redo() {
    project().setVisible(layer(), isVisible_);
}
void ShowLayerCommand::undo() {
    project().setVisible(layer(), !isVisible_);
}

StyleLayerCommand::StyleLayerCommand(Project& project, const LayerId& layer, LayerStyle style)
    : LayerCommand(project, layer), before_(), after_(std::move(style)) {
    const Layer* found = project.find(layer);
    LOMMER_ASSERT(found != nullptr);
    before_ = found->style;
    setText(tr("change the look of layer ‘%1’").arg(found->name));
}
void StyleLayerCommand::redo() {
    project().setStyle(layer(), after_);
}
void StyleLayerCommand::undo() {
    project().setStyle(layer(), before_);
}

}  // namespace lommer::app
