#pragma once

#include "app/desktop/analysis_form.h"
#include "app/desktop/question_list.h"

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
    /// Both outlive this object.
    AnalysisPanel(Workspace& workspace, const QuestionCatalogue& questions,
                  QWidget* parent = nullptr);

    /// Shows the form; the keyboard goes to what it still needs, or to the button that starts.
    void choose(const std::string& analysis);
    /// Empty while no analysis is chosen.
    std::string chosen() const;
    /// nullptr while no analysis is chosen.
    AnalysisForm* form() const { return form_; }
    QPushButton* startButton() const { return start_; }
    QPushButton* stopButton() const { return stop_; }
    QProgressBar* progress() const { return progress_; }
    /// The questions that stand in the place of the form while no analysis is chosen; else nullptr.
    QuestionList* questions() const { return cards_; }

Q_SIGNALS:
    /// The start page, where all questions are.
    void startWanted();

private:
    void makeList();
    void layOut();
    void showForm();
    void showQuestions();
    void start();
    void showRun();
    QString progressText(const RunState& state) const;

    Workspace& workspace_;
    const QuestionCatalogue& questions_;
    QComboBox* list_;
    QLabel* sentence_;
    QScrollArea* scroll_;
    QPushButton* start_;
    QPushButton* stop_;
    QProgressBar* progress_;
    QLabel* step_;
    AnalysisForm* form_ = nullptr;
    QuestionList* cards_ = nullptr;
};

}  // namespace lommer::app
