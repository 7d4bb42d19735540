#pragma once

#include "app/project/project.h"

#include <QAbstractListModel>

class QUndoStack;

namespace lommer::app {

/// The layers of a project for a list view: checkbox = visible, editing renames, dragging reorders.
/// All changes go through the undo stack.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { idRole = Qt::UserRole + 1 };

    /// Both outlive the model.
    LayerModel(Project& project, QUndoStack& undo, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    QModelIndex indexOf(const LayerId& id) const;
    /// Empty for an invalid index.
    LayerId idAt(const QModelIndex& index) const;

private:
    const Layer& at(const QModelIndex& index) const;

    Project& project_;
    QUndoStack& undo_;
};

}  // namespace lommer::app
