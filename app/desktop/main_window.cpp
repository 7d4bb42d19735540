#include "app/desktop/main_window.h"

#include "app/desktop/check_dialog.h"
#include "app/desktop/columns_dialog.h"
#include "app/desktop/delivery_dialog.h"
#include "app/desktop/sample_dialog.h"
#include "app/desktop/save_file.h"
#include "app/desktop/screen_size.h"
#include "app/desktop/window_menus.h"
#include "app/desktop/window_page.h"
#include "gis/registers/data_files.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

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
    : workspace_(workspace), theme_(theme) {
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
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    messages_ = new MessageBar(centre);
    map_ = new MapCanvas(centre);
    map_->setLocale(workspace_.language().locale());
    map_->setEmptyText(tr(
        "No map yet. Drag files here, choose ‘Open’, or make a sample municipality (menu Help)."));
    layout->addWidget(messages_);
    layout->addWidget(map_, 1);
    setCentralWidget(centre);
    link_ = new MapLink(workspace_, *map_, this);
    tools_ = new MapTools(*link_, *map_, this);
    addToolBar(tools_);
    map_->zoomTo(workspace_.project().bounds());
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
    addPanel(layers_, tr("Layers"), QStringLiteral("layers"), Qt::LeftDockWidgetArea);
    addPanel(legend_, tr("Legend"), QStringLiteral("legend"), Qt::LeftDockWidgetArea);
    analysis_ = new AnalysisPanel(workspace_, this);
    QDockWidget* analyses =
        addPanel(analysis_, tr("Analysis"), QStringLiteral("analysis"), Qt::RightDockWidgetArea);
    origin_ = new OriginPanel(workspace_, this);
    tabifyDockWidget(analyses, addPanel(origin_, tr("Origin"), QStringLiteral("origin"),
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
    opening_ = new QLabel(this);
    stopOpening_ = new QToolButton(this);
    stopOpening_->setText(tr("Stop"));
    stopOpening_->hide();
    statusBar()->addWidget(opening_);
    statusBar()->addWidget(stopOpening_);
    statusBar()->addPermanentWidget(new PlaceBar(*map_, workspace_.language().locale(), this));
    LayerLoader& loader = workspace_.loader();
    connect(&loader, &LayerLoader::started, this, &MainWindow::showOpening);
    connect(&loader, &LayerLoader::finished, this, [this] { showOpening({}); });
    connect(stopOpening_, &QToolButton::clicked, &loader, &LayerLoader::cancel);
}

void MainWindow::showOpening(const QString& name) {
    opening_->setText(name.isEmpty() ? QString() : tr("Opening ‘%1’…").arg(name));
    stopOpening_->setVisible(!name.isEmpty());
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
            (new DeliveryDialog(workspace_, path, this))->show();
        } else {
            files << path;
        }
    }
    if (!files.isEmpty()) {
        workspace_.open(files);
    }
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

void MainWindow::saveCouncilPage() {
    const QString file =
        chosenSaveFile(this, tr("Save page"), tr("council page"), QStringLiteral("pdf"));
    if (!file.isEmpty()) {
        saveCouncilPageAs(file);
    }
}

void MainWindow::saveCouncilPageAs(const QString& fileName) {
    workspace_.beginAction();
    if (const auto page = councilPageOfWindow(workspace_)) {
        workspace_.pageSaver().save(*page, fileName);
    }
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
    bringIntoSight(analysis_);
    analysis_->choose(analysis);
}

void MainWindow::showTable() {
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
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
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
    settings.setValue(QStringLiteral("panels"), saveState());
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray())) {
        resize(withinScreen(*this, {1400, 880}));
    }
    restoreState(settings.value(QStringLiteral("panels")).toByteArray());
}

}  // namespace lommer::app
