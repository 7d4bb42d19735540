#pragma once

#include "app/desktop/analysis_panel.h"
#include "app/desktop/centre_switch.h"
#include "app/desktop/chart_panel.h"
#include "app/desktop/compare_bar.h"
#include "app/desktop/identify_panel.h"
#include "app/desktop/layers_panel.h"
#include "app/desktop/legend_panel.h"
#include "app/desktop/map_link.h"
#include "app/desktop/map_tools.h"
#include "app/desktop/message_bar.h"
#include "app/desktop/origin_panel.h"
#include "app/desktop/place_bar.h"
#include "app/desktop/start_page.h"
#include "app/desktop/table_panel.h"
#include "app/desktop/theme.h"
#include "app/desktop/workspace.h"

#include <QMainWindow>

namespace lommer::app {

class CheckDialog;
class CouncilDialog;
class ColumnsDialog;
class DifferenceDialog;
class SampleDialog;
class WindowMenus;

/// Puts the parts of the window together. What is worked on lies in the workspace, which outlives
/// the window.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both outlive this object.
    MainWindow(Workspace& workspace, ThemeSwitch& theme);
    ~MainWindow() override;

    MapCanvas& map() { return *map_; }
    LayersPanel& layers() { return *layers_; }
    LegendPanel& legend() { return *legend_; }
    MessageBar& messages() { return *messages_; }
    CompareBar& compareBar() { return *compareBar_; }
    AnalysisPanel& analysis() { return *analysis_; }
    ChartPanel& chart() { return *chart_; }
    TablePanel& table() { return *table_; }
    OriginPanel& origin() { return *origin_; }
    StartPage& start() { return *start_; }
    bool isAtStart() const { return centre_->isAtStart(); }
    /// The start page in the place of the map and its panels, with the keyboard in its search box.
    void showStart();
    void showMap();
    IdentifyPanel& identified() { return *identified_; }
    MapTools& mapTools() { return *tools_; }
    /// Asks for a file name and saves what the map shows as a page. `ending`: "pdf" or "png".
    void savePage(const QString& ending);
    void savePageAs(const QString& fileName);
    /// Shows the page for the council of the topmost visible result; nothing without one. The
    /// window owns the dialog.
    CouncilDialog* showCouncilPage();
    /// Brings the form of an analysis into sight.
    void showAnalysis(const std::string& analysis);
    /// Brings the table of the active layer into sight.
    void showTable();
    /// Shows what a folder or zip holds, and opens other files at once.
    void openDropped(const QStringList& paths);
    /// Shows the check of a layer of the project.
    CheckDialog* showCheck(const LayerId& layer);
    /// Lets people say which columns of a layer are which.
    ColumnsDialog* assignColumns(const LayerId& layer);
    /// Asks with which other layer, and makes a map of the difference. The window owns the dialog.
    DifferenceDialog* compareWith(const LayerId& layer);
    /// Opens what people choose in a dialog.
    void chooseFiles();
    void chooseFolder();
    /// Makes the sample municipality where people choose, and opens it. The window owns the dialog.
    SampleDialog* showSampleDialog();
    /// Remembers where the window and its panels are.
    void saveLayout();
    void setTheme(Theme theme);
    Theme theme() const { return theme_.theme(); }

Q_SIGNALS:
    void languageWanted(lommer::app::Language language);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeCentre();
    void makeStart(QStackedWidget* middle);
    void makeDocks();
    void makeIdentifying(QDockWidget* beside);
    void makeStatusBar();
    void makeMenus();
    void bringIntoSight(const QWidget* panel);
    void openDelivery(const QString& path);
    void followProject();
    void showAnswer(const OpenedLayers& opened);
    QDockWidget* addPanel(QWidget* panel, const QString& title, const QString& name,
                          Qt::DockWidgetArea area);
    void restoreLayout();

    Workspace& workspace_;
    ThemeSwitch& theme_;
    core::RemarkList questionRemarks_;
    QuestionCatalogue questions_;
    MessageBar* messages_ = nullptr;
    CompareBar* compareBar_ = nullptr;
    MapCanvas* map_ = nullptr;
    LayersPanel* layers_ = nullptr;
    LegendPanel* legend_ = nullptr;
    AnalysisPanel* analysis_ = nullptr;
    ChartPanel* chart_ = nullptr;
    TablePanel* table_ = nullptr;
    OriginPanel* origin_ = nullptr;
    StartPage* start_ = nullptr;
    std::unique_ptr<CentreSwitch> centre_;
    IdentifyPanel* identified_ = nullptr;
    MapLink* link_ = nullptr;
    MapTools* tools_ = nullptr;
    std::vector<QDockWidget*> docks_;
    std::unique_ptr<WindowMenus> menus_;
    int layerCount_ = 0;
    bool isClosing_ = false;
};

}  // namespace lommer::app
