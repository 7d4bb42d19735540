#pragma once

#include "app/composition/sample_service.h"
#include "core/base/error.h"

#include <QDialog>
#include <QThreadPool>
#include <stop_token>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace lommer::app {

class InterfaceLanguage;

/// Makes the sample municipality in a folder that one chooses, on a thread of its own, with
/// progress and stop.
class SampleDialog : public QDialog {
    Q_OBJECT
public:
    /// `language` outlives this object.
    SampleDialog(const InterfaceLanguage& language, QWidget* parent);
    /// Stops what is being made and waits for it.
    ~SampleDialog() override;

    QComboBox* size() const { return size_; }
    QLineEdit* folder() const { return folder_; }
    QPushButton* makeButton() const { return make_; }
    /// Reads "Stop" while it is making.
    QPushButton* cancelButton() const { return cancel_; }
    QLabel* said() const { return said_; }
    bool isMaking() const { return isMaking_; }

    /// While it is making, the first time only stops it.
    void reject() override;

Q_SIGNALS:
    /// The sample lies in this folder.
    void made(const QString& folder);

private:
    void layOut();
    void chooseFolder();
    void make();
    void work(const SampleOrder& order, const std::stop_token& stop);
    void end(const QString& said);
    void showState();

    const InterfaceLanguage& language_;
    QComboBox* size_;
    QLineEdit* folder_;
    QProgressBar* progress_;
    QLabel* said_;
    QPushButton* make_;
    QPushButton* cancel_;
    QThreadPool pool_;
    std::stop_source stop_;
    bool isMaking_ = false;
};

}  // namespace lommer::app
