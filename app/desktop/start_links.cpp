#include "app/desktop/start_links.h"

#include "app/desktop/drop_box.h"
#include "app/desktop/main_window.h"
#include "app/desktop/recent_list.h"
#include "app/desktop/recent_places.h"

namespace lommer::app {
namespace {

void remember(const OpenedLayers& opened) {
    if (!opened.layers.empty() && !opened.path.isEmpty()) {
        rememberPlace({opened.path, opened.record == nullptr
                                        ? QString()
                                        : QString::fromStdString(opened.record->analysis)});
    }
}

}  // namespace

void linkStart(StartPage& start, MainWindow& window) {
    QObject::connect(&start, &StartPage::chosen, &window, &MainWindow::showAnalysis);
    QObject::connect(&start, &StartPage::mapWanted, &window, &MainWindow::showMap);
    QObject::connect(start.recent(), &RecentList::wanted, &window,
                     [&window](const QString& path) { window.openDropped({path}); });
    const DropBox* box = start.dropBox();
    QObject::connect(box, &DropBox::folderWanted, &window, &MainWindow::chooseFolder);
    QObject::connect(box, &DropBox::filesWanted, &window, &MainWindow::chooseFiles);
    QObject::connect(box, &DropBox::sampleWanted, &window, &MainWindow::showSampleDialog);
}

void linkRecent(Workspace& workspace, MainWindow& window) {
    QObject::connect(&workspace.loader(), &LayerLoader::opened, &window, &remember);
    QObject::connect(&workspace.runner(), &AnalysisRunner::finished, &window, &remember);
}

}  // namespace lommer::app
