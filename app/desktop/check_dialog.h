#pragma once

#include "app/composition/delivery_service.h"
#include "app/desktop/background_task.h"
#include "app/desktop/workspace.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lommer::app {

/// The check of one layer of the project: verdict, rules with their rows, repairs. A repair makes
/// the layer anew from its files; undo brings the layer before it back, and this follows.
class CheckDialog : public QDialog {
    Q_OBJECT
public:
    CheckDialog(Workspace& workspace, const LayerId& layer, QWidget* parent);

    const core::DataCheck& check() const { return check_; }
    bool isBusy() const { return task_.isRunning(); }
    QTreeWidget* rules() const { return rules_; }
    QPushButton* repairAll() const { return repairAll_; }
    QPushButton* saveButton() const { return save_; }
    /// Of the check or repair that goes on.
    QPushButton* stopButton() const { return stop_; }
    /// What went wrong last, or what was saved; of its own, so that nothing writes over it.
    QLabel* said() const { return said_; }
    void saveReportAs(const QString& fileName);

private:
    void makeParts();
    QWidget* makeProgress();
    QWidget* makeButtons();
    const Layer* layer() const;
    void remember(const LayerId& before, const LayerId& after);
    void follow();
    void start(BackgroundTask::Work work);
    void startCheck();
    void present(core::DataCheck check);
    void addRule(const core::CheckFinding& finding, int index);
    void showRule();
    void showState();
    const core::CheckFinding* chosen() const;
    void selectRows();
    void repair(const std::vector<core::DataRepair>& repairs);
    void chooseReport();

    Workspace& workspace_;
    /// The layer, and those that repairs made of it; one of them is in the project.
    std::vector<LayerId> versions_;
    LayerId shown_;
    core::DataCheck check_;
    BackgroundTask task_;
    QLabel* verdict_ = nullptr;
    QLabel* repaired_ = nullptr;
    QLabel* detail_ = nullptr;
    QLabel* said_ = nullptr;
    QWidget* progress_ = nullptr;
    QPushButton* stop_ = nullptr;
    QTreeWidget* rules_ = nullptr;
    QPushButton* select_ = nullptr;
    QPushButton* repairOne_ = nullptr;
    QPushButton* repairAll_ = nullptr;
    QPushButton* save_ = nullptr;
};

/// What a check has to know: today, and when data are old.
CheckSettings checkSettings(Language language);

/// "✓ goedgekeurd": a sign and the word, so that colour is not needed.
QString verdictText(core::CheckOutcome outcome, const Texts& texts);

}  // namespace lommer::app
