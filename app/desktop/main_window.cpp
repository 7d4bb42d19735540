#include "app/desktop/main_window.h"

#include "app/desktop/check_dialog.h"
#include "app/desktop/columns_dialog.h"
#include "app/desktop/council_dialog.h"
#include "app/desktop/delivery_dialog.h"
#include "app/desktop/difference_dialog.h"
#include "app/desktop/drop_box.h"
#include "app/desktop/opening_bar.h"
#include "app/desktop/recent_places.h"
#include "app/desktop/run_again.h"
#include "app/desktop/sample_dialog.h"
#include "app/desktop/save_file.h"
#include "app/desktop/screen_size.h"
#include "app/desktop/start_links.h"
#include "app/desktop/window_menus.h"
#include "app/desktop/window_page.h"
#include "gis/registers/data_files.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

namespace lommer::app {
namespace {

const QString kOpenFolderKey = QStringLiteral("openFolder");

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

/// "*.asc *.bil …": what `gis` reads, and run.json.
QString readablePatterns() {
    QStringList patterns{QStringLiteral("*.json"), QStringLiteral("*.zip")};
    for (const std::string_view ending : gis::dataEndings()) {
        patterns << QLatin1Char('*') +
                        QString::fromUtf8(ending.data(), static_cast<qsizetype>(ending.size()));
    }
    return patterns.join(QLatin1Char(' '));
}

}  // namespace

MainWindow::MainWindow(Workspace& workspace, ThemeSwitch& theme)
    : workspace_(workspace),
      theme_(theme),
      questions_(workspace.language().language(), workspace.environment().questionFolder(),
                 questionRemarks_) {
    setWindowTitle(QStringLiteral("Lommer"));
    setAcceptDrops(true);
    makeCentre();
    makeDocks();
    makeStatusBar();
    makeMenus();
    connect(&workspace_, &Workspace::reported, messages_, &MessageBar::say);
    connect(&workspace_, &Workspace::actionBegun, messages_, &MessageBar::clear);
    connect(&workspace_.runner(), &AnalysisRunner::changed, this, [this] {
        if (isClosing_ && !workspace_.runner().isRunning()) {
            close();
        }
    });
    for (const core::Remark& remark : questionRemarks_.take()) {
        messages_->say(
            {Message::Weight::noted, workspace_.language().texts().sentence(remark), {}});
    }
    restoreLayout();
    followProject();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    messages_ = new MessageBar(centre);
    auto* middle = new QStackedWidget(centre);
    map_ = new MapCanvas(middle);
    map_->setLocale(workspace_.language().locale());
    map_->setEmptyText(tr("No map yet. Drag files here or choose a question."));
    layout->addWidget(messages_);
    compareBar_ = new CompareBar(workspace_, centre);
    layout->addWidget(compareBar_);
    layout->addWidget(middle, 1);
    setCentralWidget(centre);
    makeStart(middle);
    connect(compareBar_, &CompareBar::blinkWanted, &map_->swipeHandle(), &SwipeHandle::flip);
    link_ = new MapLink(workspace_, *map_, this);
    tools_ = new MapTools(*link_, *map_, this);
    addToolBar(tools_);
    map_->zoomTo(workspace_.project().bounds());
}

void MainWindow::makeStart(QStackedWidget* middle) {
    start_ = new StartPage(workspace_, questions_, middle);
    centre_ = std::make_unique<CentreSwitch>(*this, *middle, *start_, *map_);
    linkStart(*start_, *this);
    linkRecent(workspace_, *this);
    connect(&workspace_.project(), &Project::changed, this, &MainWindow::followProject);
    connect(&workspace_.runner(), &AnalysisRunner::finished, this, &MainWindow::showAnswer);
    connect(&workspace_.loader(), &LayerLoader::opened, this, &MainWindow::showAnswer);
}

/// Without layers there is nothing to see on a map; the first layer is what people want to see.
void MainWindow::followProject() {
    const int count = workspace_.project().count();
    const int before = std::exchange(layerCount_, count);
    if (count == 0 && analysis_->form() == nullptr) {
        showStart();
    } else if (before == 0 && count > 0) {
        showMap();
    }
}

/// Of a result that was computed or opened.
void MainWindow::showAnswer(const OpenedLayers& opened) {
    const Layer* result = workspace_.active();
    if (opened.areShown && result != nullptr && workspace_.recordOf(*result) != nullptr) {
        bringIntoSight(origin_);
    }
}

void MainWindow::showStart() {
    centre_->showStart();
    start_->begin();
}

void MainWindow::showMap() {
    const bool hadFocus = start_->isAncestorOf(focusWidget());
    centre_->showMap();
    if (hadFocus) {
        map_->setFocus();
    }
}

QDockWidget* MainWindow::addPanel(QWidget* panel, const QString& title, const QString& name,
                                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    docks_.push_back(dock);
    return dock;
}

void MainWindow::makeDocks() {
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    layers_ = new LayersPanel(workspace_, this);
    legend_ = new LegendPanel(workspace_, this);
    connect(layers_, &LayersPanel::checkWanted, this, &MainWindow::showCheck);
    connect(layers_, &LayersPanel::columnsWanted, this, &MainWindow::assignColumns);
    connect(layers_, &LayersPanel::differenceWanted, this, &MainWindow::compareWith);
    addPanel(layers_, tr("Layers"), QStringLiteral("layers"), Qt::LeftDockWidgetArea);
    addPanel(legend_, tr("Legend"), QStringLiteral("legend"), Qt::LeftDockWidgetArea);
    analysis_ = new AnalysisPanel(workspace_, questions_, this);
    connect(analysis_, &AnalysisPanel::startWanted, this, &MainWindow::showStart);
    QDockWidget* analyses =
        addPanel(analysis_, tr("Analysis"), QStringLiteral("analysis"), Qt::RightDockWidgetArea);
    origin_ = new OriginPanel(workspace_, this);
    connect(origin_, &OriginPanel::councilPageWanted, this, &MainWindow::showCouncilPage);
    auto* again = new RunAgain(workspace_, *analysis_, *origin_, this);
    connect(again, &RunAgain::formWanted, this, &MainWindow::showAnalysis);
    tabifyDockWidget(analyses, addPanel(origin_, tr("Explanation"), QStringLiteral("origin"),
                                        Qt::RightDockWidgetArea));
    makeIdentifying(analyses);
    analyses->raise();
    chart_ = new ChartPanel(workspace_, this);
    QDockWidget* charts =
        addPanel(chart_, tr("Charts"), QStringLiteral("chart"), Qt::BottomDockWidgetArea);
    table_ = new TablePanel(workspace_, this);
    tabifyDockWidget(
        charts, addPanel(table_, tr("Table"), QStringLiteral("table"), Qt::BottomDockWidgetArea));
    charts->raise();
    resizeDocks({docks_.front(), analyses}, {250, 310}, Qt::Horizontal);
    resizeDocks({charts}, {230}, Qt::Vertical);
    centre_->setPanels(docks_);
}

void MainWindow::makeIdentifying(QDockWidget* beside) {
    identified_ = new IdentifyPanel(workspace_, this);
    tabifyDockWidget(beside, addPanel(identified_, tr("What is this?"),
                                      QStringLiteral("identified"), Qt::RightDockWidgetArea));
    connect(link_, &MapLink::identifyWanted, this, [this](core::Point place, double tolerance) {
        identified_->identify(place, tolerance);
        bringIntoSight(identified_);
    });
    connect(identified_, &IdentifyPanel::placeChanged, map_, &MapCanvas::setMarker);
    connect(map_, &MapCanvas::escaped, identified_, &IdentifyPanel::clear);
}

void MainWindow::makeStatusBar() {
    statusBar()->addWidget(new OpeningBar(workspace_.loader(), this));
    auto* place = new PlaceBar(*map_, workspace_.language().locale(), this);
    statusBar()->addPermanentWidget(place);
    centre_->setBesideMap(place);
}

void MainWindow::makeMenus() {
    std::vector<QAction*> panels;
    for (QDockWidget* dock : docks_) {
        panels.push_back(dock->toggleViewAction());
    }
    menus_ = std::make_unique<WindowMenus>(*this, workspace_);
    menus_->addFile();
    menus_->addEdit();
    menus_->addView(panels);
    menus_->addLayer();
    menus_->addAnalysis();
    menus_->addPage();
    menus_->addExtra();
}

void MainWindow::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a folder with files"), QSettings().value(kOpenFolderKey).toString());
    if (!folder.isEmpty()) {
        QSettings().setValue(kOpenFolderKey, folder);
        openDropped({folder});
    }
}

SampleDialog* MainWindow::showSampleDialog() {
    auto* dialog = new SampleDialog(workspace_.language(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SampleDialog::made, this,
            [this](const QString& folder) { workspace_.open({folder}); });
    dialog->open();
    return dialog;
}

void MainWindow::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open"), QSettings().value(kOpenFolderKey).toString(),
        QStringLiteral("%1 (%2);;%3 (*)")
            .arg(tr("Data and results"), readablePatterns(), tr("All files")));
    if (!files.isEmpty()) {
        QSettings().setValue(kOpenFolderKey, QFileInfo(files.front()).path());
        openDropped(files);
    }
}

void MainWindow::openDropped(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const bool isFolder =
            info.isDir() && info.suffix().compare(QLatin1String("gdb"), Qt::CaseInsensitive) != 0;
        if (isFolder || info.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0) {
            openDelivery(path);
        } else {
            files << path;
        }
    }
    if (!files.isEmpty()) {
        workspace_.open(files);
    }
}

void MainWindow::openDelivery(const QString& path) {
    auto* dialog = new DeliveryDialog(workspace_, path, this);
    connect(dialog, &QDialog::accepted, this, [path] { rememberPlace({path}); });
    if (analysis_->form() != nullptr) {
        dialog->setWantedAnalysis(analysis_->chosen());
    }
    dialog->show();
}

CheckDialog* MainWindow::showCheck(const LayerId& layer) {
    auto* dialog = new CheckDialog(workspace_, layer, this);
    dialog->show();
    return dialog;
}

ColumnsDialog* MainWindow::assignColumns(const LayerId& layer) {
    auto* dialog = new ColumnsDialog(workspace_, layer, this);
    dialog->show();
    return dialog;
}

DifferenceDialog* MainWindow::compareWith(const LayerId& layer) {
    auto* dialog = new DifferenceDialog(workspace_, layer, this);
    dialog->open();
    return dialog;
}

void MainWindow::savePage(const QString& ending) {
    const QString file = chosenSaveFile(this, tr("Save page"), tr("map page"), ending);
    if (!file.isEmpty()) {
        savePageAs(file);
    }
}

void MainWindow::savePageAs(const QString& fileName) {
    workspace_.beginAction();
    workspace_.pageSaver().save(pageOfWindow(workspace_, map_->view().bounds()), fileName);
}

CouncilDialog* MainWindow::showCouncilPage() {
    workspace_.beginAction();
    if (!hasCouncilPage(workspace_)) {
        return nullptr;
    }
    auto* dialog = new CouncilDialog(workspace_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::bringIntoSight(const QWidget* panel) {
    for (QDockWidget* dock : docks_) {
        if (dock->widget() == panel) {
            dock->show();
            dock->raise();
        }
    }
}

void MainWindow::showAnalysis(const std::string& analysis) {
    showMap();
    bringIntoSight(analysis_);
    analysis_->choose(analysis);
}

void MainWindow::showTable() {
    showMap();
    bringIntoSight(table_);
    table_->view()->setFocus();
}

void MainWindow::setTheme(Theme theme) {
    theme_.apply(theme);
    QSettings().setValue(QStringLiteral("theme"), toText(theme));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        start_->dropBox()->setExpecting(true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event) {
    Q_UNUSED(event);
    start_->dropBox()->setExpecting(false);
}

void MainWindow::dropEvent(QDropEvent* event) {
    start_->dropBox()->setExpecting(false);
    openDropped(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (workspace_.runner().isRunning()) {
        isClosing_ = true;  // closes itself as soon as the run has cleaned up
        workspace_.runner().stop();
        event->ignore();
        return;
    }
    workspace_.loader().cancel();
    saveLayout();
    event->accept();
}

void MainWindow::saveLayout() {
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("panels"), centre_->panelState());
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray())) {
        resize(withinScreen(*this, {1400, 880}));
    }
    restoreState(settings.value(QStringLiteral("panels")).toByteArray());
}

}  // namespace lommer::app
