#pragma once

#include "app/desktop/table_model.h"
#include "app/desktop/workspace.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace lommer::app {

/// The table of the active layer. Clicking a row or going there by keyboard selects it (Ctrl and
/// click, or Ctrl, arrows and Space: one more or less; Shift: up to here), also on map and chart;
/// what is selected there is coloured here and brought into sight. Clicking the head of a column
/// sorts. Copying takes the selected rows, or the one with the focus, to the clipboard, as far as
/// they are for everyone.
class TablePanel : public QWidget {
    Q_OBJECT
public:
    explicit TablePanel(Workspace& workspace, QWidget* parent = nullptr);

    QTableView* view() const { return view_; }
    /// nullptr while the active layer has no table.
    TableModel* model() const { return model_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void renew();
    void followKeyboard(const QModelIndex& current);
    void copyRows();
    void showSelection();
    void showCount();
    void selectAt(int place);

    Workspace& workspace_;
    QStackedLayout* stack_;
    QLabel* empty_;
    QTableView* view_;
    QLabel* count_;
    TableModel* model_ = nullptr;
    /// Where Shift counts from.
    int anchor_ = 0;
    /// The selection comes from here: what was clicked is in sight already.
    bool isSelecting_ = false;
};

}  // namespace lommer::app
