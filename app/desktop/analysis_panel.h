#pragma once

#include "app/desktop/analysis_form.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace lommer::app {

/// Chooses an analysis, holds its form, starts and stops runs and shows how far one is.
class AnalysisPanel : public QWidget {
    Q_OBJECT
public:
    explicit AnalysisPanel(Workspace& workspace, QWidget* parent = nullptr);

    void choose(const std::string& analysis);
    /// nullptr while no analysis is chosen.
    AnalysisForm* form() const { return form_; }
    QPushButton* startButton() const { return start_; }
    QPushButton* stopButton() const { return stop_; }
    QProgressBar* progress() const { return progress_; }

private:
    void makeList();
    void layOut();
    void showForm();
    void start();
    void showRun();
    QString progressText(const RunState& state) const;

    Workspace& workspace_;
    QComboBox* list_;
    QLabel* sentence_;
    QScrollArea* scroll_;
    QPushButton* start_;
    QPushButton* stop_;
    QProgressBar* progress_;
    QLabel* step_;
    AnalysisForm* form_ = nullptr;
};

}  // namespace lommer::app
