#pragma once

#include "app/composition/column_assignment.h"
#include "app/desktop/background_task.h"
#include "app/desktop/workspace.h"
#include "core/subjects/subjects.h"

#include <QDialog>
#include <map>
#include <string>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace lommer::app {

/// Says what a layer from a file is and which of its columns are which, starting from what is
/// likely. That is remembered for the next delivery with the same columns, and the layer is read by
/// it at once: a step that can be undone.
class ColumnsDialog : public QDialog {
    Q_OBJECT
public:
    ColumnsDialog(Workspace& workspace, const LayerId& layer, QWidget* parent);

    bool isBusy() const { return task_.isRunning(); }
    QComboBox* subjects() const { return subjects_; }
    /// The choice for a column of the chosen subject; null where it has none of that name.
    QComboBox* choiceFor(const std::string& column) const;
    QPushButton* rememberButton() const { return remember_; }
    /// What is chosen now.
    gis::ColumnMapping mapping() const;
    /// Remembers, reads the layer anew and closes.
    void accept() override;

private:
    struct Choice {
        QComboBox* columns = nullptr;
        QLabel* examples = nullptr;
    };

    void makeParts();
    void read();
    void present(UnassignedLayer layer);
    void addSubjects();
    void showColumns();
    void addChoice(const core::SubjectColumn& column, const gis::MappingProposal& proposal,
                   QFormLayout* form);
    void showExamples(const Choice& choice) const;
    void showState();
    std::string subject() const;

    Workspace& workspace_;
    LayerId layer_;
    UnassignedLayer unassigned_;
    bool isRead_ = false;
    BackgroundTask task_;
    QLabel* help_ = nullptr;
    QComboBox* subjects_ = nullptr;
    QScrollArea* area_ = nullptr;
    std::map<std::string, Choice> choices_;
    QPushButton* remember_ = nullptr;
};

}  // namespace lommer::app
