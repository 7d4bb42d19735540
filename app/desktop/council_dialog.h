#pragma once

#include "app/desktop/background_task.h"
#include "app/desktop/delayed_call.h"
#include "app/layout/council_export.h"

#include <QDialog>
#include <QImage>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace lommer::app {

class Workspace;

/// The page for the council of the topmost visible result: what is drafted can be changed, the
/// page is seen while one does so, and it is saved or copied for a text document. The map and its
/// figures cannot be changed here.
class CouncilDialog : public QDialog {
    Q_OBJECT
public:
    /// `workspace` outlives this object; there is a council page (hasCouncilPage).
    CouncilDialog(Workspace& workspace, QWidget* parent);

    QComboBox* form() const { return form_; }
    QComboBox* status() const { return status_; }
    QLineEdit* headline() const { return headline_; }
    QPlainTextEdit* title() const { return title_; }
    QPlainTextEdit* keySentence() const { return sentence_; }
    QLabel* said() const { return said_; }
    /// The last picture of the page; null before there is one.
    const QImage& preview() const { return picture_; }
    bool isDrawing() const { return drawing_.isRunning() || soon_.isActive(); }
    /// As it would be saved now.
    CouncilPage page() const;
    /// Takes the house style of that file, and remembers it.
    void useHouseStyle(const QString& fileName);
    /// Puts title, answer, picture and limits on the clipboard. Nothing while a page is written.
    void copyForWord();
    /// By the ending of `fileName`. Nothing while a page is written.
    void saveAs(const QString& fileName);
    bool isWriting() const { return writing_.isRunning(); }
    /// Copying and saving; disabled while a page is written.
    const std::vector<QPushButton*>& writers() const { return writers_; }

Q_SIGNALS:
    void saved(const QString& fileName);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    QWidget* makeFields();
    QWidget* makeButtons();
    QPushButton* addButton(QLayout* layout, const QString& text, const std::function<void()>& act);
    void readHouse(const QString& fileName);
    void chooseHouse();
    void forgetHouse();
    void save(const QString& ending);
    void write(const QString& meanwhile, BackgroundTask::Work work);
    void followWriting();
    void draw();
    void showPicture();
    void say(const QString& text);
    CouncilForm councilForm() const;

    Workspace& workspace_;
    CouncilPage draft_;
    HouseStyle house_;
    QComboBox* form_;
    QLineEdit* headline_;
    QComboBox* status_;
    QPlainTextEdit* title_;
    QPlainTextEdit* sentence_;
    QLabel* houseName_;
    QLabel* shown_;
    QLabel* said_;
    std::vector<QPushButton*> writers_;
    QPushButton* close_ = nullptr;
    /// What the page that is being written was asked for with; null: without the keyboard.
    QPushButton* pressed_ = nullptr;
    QImage picture_;
    BackgroundTask drawing_;
    BackgroundTask writing_;
    DelayedCall soon_;
};

}  // namespace lommer::app
