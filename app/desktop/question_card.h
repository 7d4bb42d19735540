#pragma once

#include "app/desktop/question_state.h"

#include <QAbstractButton>

class QLabel;

namespace lommer::app {

/// A question as a button: the question, the analysis in small type, the data it needs and whether
/// they are there, and how long it will take.
class QuestionCard : public QAbstractButton {
    Q_OBJECT
public:
    /// `texts` outlives this object.
    QuestionCard(const Question& question, const Texts& texts, QWidget* parent);

    const Question& question() const { return question_; }
    const QuestionState& state() const { return state_; }
    void setState(const QuestionState& state);
    /// What stands under the question, a line each.
    QString shownState() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// An arrow key: the card beside, above or below is wanted.
    void moved(int key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString rolesText(const std::vector<std::string>& roles) const;

    Question question_;
    const Texts& texts_;
    QuestionState state_;
    QLabel* name_;
    QLabel* present_;
    QLabel* missing_;
    QLabel* time_;
};

}  // namespace lommer::app
