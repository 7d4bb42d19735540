#pragma once

#include "app/desktop/question_card.h"
#include "app/desktop/workspace.h"

#include <QWidget>
#include <map>
#include <vector>

class QGridLayout;
class QLabel;

namespace lommer::app {

/// Cards of questions, under their themes or in an order that was asked for. The cards follow the
/// layers of the project. Arrow keys go from card to card.
class QuestionList : public QWidget {
    Q_OBJECT
public:
    /// Both outlive this object. Questions whose analysis the program does not have get no card.
    QuestionList(Workspace& workspace, const QuestionCatalogue& catalogue, QWidget* parent);

    /// Shows those questions (places in the catalogue); under their themes, or all in one row of
    /// cards in the order given.
    void showQuestions(const std::vector<std::size_t>& places, bool isByTheme);
    void setColumns(int columns);
    /// In the order in which they stand.
    const std::vector<QuestionCard*>& shown() const { return shown_; }

Q_SIGNALS:
    void chosen(const std::string& analysis);
    /// The key Up on the uppermost card.
    void leftAbove();

private:
    void arrange();
    void addHeading(QGridLayout& grid, const QString& theme);
    void renewStates();
    void moveFrom(const QuestionCard& card, int key);

    Workspace& workspace_;
    /// A card for each question of the catalogue; null where the program has no such analysis.
    std::vector<QuestionCard*> cards_;
    std::map<QString, QLabel*> headings_;
    std::vector<QuestionCard*> shown_;
    bool isByTheme_ = true;
    int columns_ = 1;
};

}  // namespace lommer::app
