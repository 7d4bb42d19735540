#pragma once

#include "app/desktop/workspace.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace lommer::app {

class ParameterField;
class RoleField;

/// "Compare with…": asks against which other layer, and makes the map of the difference.
class DifferenceDialog : public QDialog {
    Q_OBJECT
public:
    /// `workspace` outlives the dialog. `layer` has a counterpart (asserted).
    DifferenceDialog(Workspace& workspace, const LayerId& layer, QWidget* parent = nullptr);

    QListWidget* layers() const { return layers_; }
    QPushButton* startButton() const { return start_; }
    /// The run that is asked for: this layer minus the chosen one. Throws Error as its fields do.
    RunOrder order() const;

private:
    void makeFields(const core::AnalysisDeclaration& analysis);
    void layOut();
    void renew();
    void start();

    Workspace& workspace_;
    LayerId layer_;
    QLabel* question_;
    QListWidget* layers_;
    RoleField* areas_ = nullptr;
    ParameterField* limit_ = nullptr;
    QLabel* said_;
    QPushButton* start_;
    QPushButton* cancel_;
};

}  // namespace lommer::app
