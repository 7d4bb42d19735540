#pragma once

#include "app/composition/delivery_service.h"
#include "app/desktop/background_task.h"
#include "app/desktop/workspace.h"
#include "app/text/source_catalogue.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QTreeWidget;
class QTreeWidgetItem;

namespace lommer::app {

/// What a folder or zip holds, before any of it comes into the project: layers with their check and
/// age, what cannot be used, and what an analysis still misses with where to get it. People tick
/// what they want.
class DeliveryDialog : public QDialog {
    Q_OBJECT
public:
    DeliveryDialog(Workspace& workspace, const QString& path, QWidget* parent);

    bool isBusy() const { return task_.isRunning(); }
    const Delivery& delivery() const { return delivery_; }
    QTreeWidget* layers() const { return layers_; }
    QComboBox* analyses() const { return analyses_; }
    QTextBrowser* missing() const { return missing_; }
    /// Why the layer where the keyboard is was not passed.
    QTextBrowser* remarks() const { return remarks_; }
    QPushButton* addButton() const { return add_; }
    /// What went wrong last, or what was saved; of its own, so that nothing writes over it.
    QLabel* said() const { return said_; }
    /// What is missing is shown for this analysis first.
    void setWantedAnalysis(const std::string& analysis);
    /// Adds what is ticked to the project and closes.
    void accept() override;
    void saveReportAs(const QString& fileName);

private:
    void makeParts();
    QWidget* makeLayers();
    QWidget* makeProgress();
    QWidget* makeMissing();
    QWidget* makeButtons();
    void read();
    void present(Delivery delivery);
    void addLayer(const RecognisedLayer& layer, bool areRecognised);
    void showRemarks();
    void showState();
    void showMissing();
    void chooseReport();
    std::vector<gis::LayerDescription> ticked() const;

    Workspace& workspace_;
    QString path_;
    SourceCatalogue sources_;
    Delivery delivery_;
    bool isRead_ = false;
    BackgroundTask task_;
    QLabel* summary_ = nullptr;
    QWidget* progress_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QTreeWidget* layers_ = nullptr;
    QTextBrowser* remarks_ = nullptr;
    QLabel* unused_ = nullptr;
    QLabel* said_ = nullptr;
    QComboBox* analyses_ = nullptr;
    QTextBrowser* missing_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* save_ = nullptr;
};

}  // namespace lommer::app
