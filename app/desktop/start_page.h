#pragma once

#include "app/desktop/question_list.h"
#include "app/text/question_search.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace lommer::app {

class DropBox;
class RecentList;

/// What the program begins with: a question to ask or choose, what was opened before, and where
/// files can be dropped.
class StartPage : public QWidget {
    Q_OBJECT
public:
    /// Both outlive this object.
    StartPage(Workspace& workspace, const QuestionCatalogue& catalogue, QWidget* parent);

    QLineEdit* search() const { return search_; }
    QuestionList* questions() const { return questions_; }
    RecentList* recent() const { return recent_; }
    DropBox* dropBox() const { return dropBox_; }
    /// Turns from the questions of every day to all of them, and back.
    QPushButton* allButton() const { return all_; }
    /// Back to the map; there while the project has layers.
    QPushButton* mapButton() const { return map_; }
    /// What is said where nothing is found; hidden otherwise.
    QLabel* nothing() const { return nothing_; }
    /// Empties the search box and puts the keyboard into it.
    void begin();

Q_SIGNALS:
    void chosen(const std::string& analysis);
    void mapWanted();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead(QWidget* page);
    QWidget* makeBody();
    void showFound();
    void leaveSearch();
    void showWhatIsThere();
    bool searchKey(int key);

    Workspace& workspace_;
    const QuestionCatalogue& catalogue_;
    QuestionSearch finder_;
    QLineEdit* search_ = nullptr;
    QPushButton* map_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QWidget* beside_ = nullptr;
    QBoxLayout* besideLayout_ = nullptr;
    RecentList* recent_ = nullptr;
    DropBox* dropBox_ = nullptr;
    QuestionList* questions_ = nullptr;
    QLabel* nothing_ = nullptr;
    QPushButton* all_ = nullptr;
};

}  // namespace lommer::app
