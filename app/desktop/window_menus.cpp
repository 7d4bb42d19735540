#include "app/desktop/window_menus.h"

#include "app/desktop/delayed_call.h"
#include "app/desktop/main_window.h"
#include "app/desktop/recent_places.h"
#include "app/desktop/window_page.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <map>

namespace lommer::app {
namespace {

constexpr double kZoomStep = 1.5;

/// Names of layers may hold the sign that marks a key in a menu.
QString forMenu(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

WindowMenus::WindowMenus(MainWindow& window, Workspace& workspace)
    : window_(window), workspace_(workspace) {}

QAction* WindowMenus::add(QMenu* menu, const QString& text, const QKeySequence& shortcut,
                          const std::function<void()>& act) {
    QAction* action = menu->addAction(text);
    action->setShortcut(shortcut);
    QObject::connect(action, &QAction::triggered, &window_, act);
    return action;
}

void WindowMenus::addFile() {
    QMenu* menu = window_.menuBar()->addMenu(tr("&File"));
    add(menu, tr("Open…"), QKeySequence::Open, [this] { window_.chooseFiles(); });
    addRecent(menu->addMenu(tr("Recent")));
    add(menu, tr("Start page"), QKeySequence(Qt::ALT | Qt::Key_Home),
        [this] { window_.showStart(); });
    menu->addSeparator();
    add(menu, tr("Quit"), QKeySequence::Quit, [this] { window_.close(); });
}

/// Filled when it opens: what was opened last stands on top.
void WindowMenus::addRecent(QMenu* menu) {
    MainWindow& window = window_;
    const Texts& texts = workspace_.language().texts();
    QObject::connect(menu, &QMenu::aboutToShow, &window_, [this, menu, &window, &texts] {
        menu->clear();
        for (const RecentPlace& place : recentPlaces()) {
            add(menu, forMenu(shownName(place, texts)), {},
                [&window, path = place.path] { window.openDropped({path}); });
        }
        if (menu->isEmpty()) {
            menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
        }
    });
}

void WindowMenus::addEdit() {
    QMenu* menu = window_.menuBar()->addMenu(tr("&Edit"));
    QUndoStack& stack = workspace_.undo();
    QAction* undo = add(menu, {}, QKeySequence::Undo, [&stack] { stack.undo(); });
    QAction* redo = add(menu, {}, Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [&stack] { stack.redo(); });
    const auto update = [&stack, undo, redo] {
        undo->setEnabled(stack.canUndo());
        undo->setText(stack.canUndo() ? tr("Undo: %1").arg(forMenu(stack.undoText())) : tr("Undo"));
        redo->setEnabled(stack.canRedo());
        redo->setText(stack.canRedo() ? tr("Redo: %1").arg(forMenu(stack.redoText())) : tr("Redo"));
    };
    QObject::connect(&stack, &QUndoStack::indexChanged, undo, update);
    update();
    menu->addSeparator();
    add(menu, tr("Clear selection"), {}, [this] { workspace_.selection().clear(); });
    add(menu, tr("Search"), QKeySequence::Find, [this] { window_.showStart(); });
}

void WindowMenus::addView(const std::vector<QAction*>& panels) {
    QMenu* menu = window_.menuBar()->addMenu(tr("&View"));
    MapCanvas& map = window_.map();
    // The map listens to the key itself; in a field or a list it means the first place there.
    add(menu, tr("Show all"), Qt::Key_Home, [this] {
        Q_EMIT window_.map().wholeWanted();
    })->setShortcutContext(Qt::WidgetShortcut);
    add(menu, tr("Zoom in"), QKeySequence::ZoomIn, [&map] { map.zoomBy(kZoomStep); });
    add(menu, tr("Zoom out"), QKeySequence::ZoomOut, [&map] { map.zoomBy(1.0 / kZoomStep); });
    QAction* back = add(menu, tr("Previous extent"), QKeySequence(Qt::ALT | Qt::Key_Left),
                        [&map] { map.goBack(); });
    QAction* forward = add(menu, tr("Next extent"), QKeySequence(Qt::ALT | Qt::Key_Right),
                           [&map] { map.goForward(); });
    const auto update = [&map, back, forward] {
        back->setEnabled(map.canGoBack());
        forward->setEnabled(map.canGoForward());
    };
    QObject::connect(&map, &MapCanvas::viewChanged, &window_, update);
    update();
    menu->addSeparator();
    addComparison(menu->addMenu(tr("Compare")));
    menu->addActions({window_.mapTools().actionOf(MapTool::select),
                      window_.mapTools().actionOf(MapTool::identify)});
    menu->addSeparator();
    menu->addMenu(tr("Panels"))->addActions(QList<QAction*>(panels.begin(), panels.end()));
    addThemes(menu->addMenu(tr("Light or dark")));
}

void WindowMenus::addComparison(QMenu* menu) {
    QAction* swipe = add(menu, tr("Swipe"), Qt::Key_V, [this] {
        if (workspace_.comparison().isActive()) {
            workspace_.comparison().end();
        } else {
            beginComparison();
        }
    });
    swipe->setObjectName(QStringLiteral("swipe"));
    swipe->setCheckable(true);
    // Only when it is asked for: what blinks by itself is hard on the eyes.
    QAction* blink = add(menu, tr("Blink"), Qt::Key_K, [this] {
        beginComparison();
        window_.map().swipeHandle().flip();
    });
    blink->setObjectName(QStringLiteral("blink"));
    menu->addAction(window_.layers().actionsOfLayer().compare);
    menu->setToolTipsVisible(true);
    auto* later = new DelayedCall([this, swipe, blink] { showComparison(swipe, blink); }, swipe);
    QObject::connect(&workspace_.project(), &Project::changed, later, &DelayedCall::soon);
    QObject::connect(&workspace_.comparison(), &Comparison::changed, later, &DelayedCall::soon);
    showComparison(swipe, blink);
}

/// Goes on with the one that there is.
void WindowMenus::beginComparison() {
    const auto pair = pairToBeginWith(workspace_.project());
    if (pair && !workspace_.comparison().isActive()) {
        workspace_.comparison().compare(*pair);
    }
}

void WindowMenus::showComparison(QAction* swipe, QAction* blink) {
    const bool isActive = workspace_.comparison().isActive();
    const bool isPossible = isActive || pairToBeginWith(workspace_.project()).has_value();
    const auto show = [isPossible](QAction* action, const QString& what) {
        const QString tip =
            isPossible ? what : tr("There are no two results of the same analysis to compare.");
        action->setEnabled(isPossible);
        action->setToolTip(tip);
        action->setStatusTip(tip);
    };
    show(swipe, tr("Shows two results side by side, with a handle to move between them."));
    show(blink, tr("Shows one result on the whole map, and the other at the next press."));
    swipe->setChecked(isActive);
}

void WindowMenus::addThemes(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    for (const auto& [theme, text] :
         {std::pair{Theme::system, tr("As the system")}, std::pair{Theme::light, tr("Light")},
          std::pair{Theme::dark, tr("Dark")}}) {
        QAction* action = add(menu, text, {}, [this, chosen = theme] { window_.setTheme(chosen); });
        action->setCheckable(true);
        action->setChecked(theme == window_.theme());
        group->addAction(action);
    }
}

void WindowMenus::addLayer() {
    QMenu* menu = window_.menuBar()->addMenu(tr("&Layer"));
    add(menu, tr("Add file…"), {}, [this] { window_.chooseFiles(); });
    add(menu, tr("Add folder with files…"), {}, [this] { window_.chooseFolder(); });
    menu->addSeparator();
    const LayersPanel::Actions& actions = window_.layers().actionsOfLayer();
    add(menu, tr("Open table"), {}, [this] { window_.showTable(); });
    menu->addActions({actions.check, actions.columns, actions.compare, actions.zoom, actions.rename,
                      actions.remove});
}

void WindowMenus::addAnalysis() {
    QMenu* menu = window_.menuBar()->addMenu(tr("&Analysis"));
    const Texts& texts = workspace_.language().texts();
    std::map<std::string, QMenu*> families;
    for (const auto& analysis : workspace_.environment().catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        QMenu*& family = families[declaration.family];
        if (family == nullptr) {
            family = menu->addMenu(texts.common(QStringLiteral("families"),
                                                QString::fromStdString(declaration.family)));
        }
        add(family, texts.analysisText(declaration.id, QStringLiteral("menu")) + QChar(0x2026), {},
            [this, id = declaration.id] { window_.showAnalysis(id); });
    }
}

void WindowMenus::addPage() {
    QMenu* menu = window_.menuBar()->addMenu(tr("&Page"));
    MainWindow& window = window_;
    QAction* council = add(menu, tr("Council page…"), QKeySequence(Qt::CTRL | Qt::Key_P),
                           [&window] { window.showCouncilPage(); });
    menu->addSeparator();
    QAction* pdf =
        add(menu, tr("Save as PDF…"), {}, [&window] { window.savePage(QStringLiteral("pdf")); });
    QAction* image =
        add(menu, tr("Save as image…"), {}, [&window] { window.savePage(QStringLiteral("png")); });
    QObject::connect(menu, &QMenu::aboutToShow, &window_,
                     [&workspace = workspace_, council, pdf, image] {
                         council->setEnabled(hasCouncilPage(workspace));
                         pdf->setEnabled(hasPage(workspace.project()));
                         image->setEnabled(hasPage(workspace.project()));
                     });
}

void WindowMenus::addExtra() {
    QMenu* extra = window_.menuBar()->addMenu(tr("E&xtra"));
    QMenu* languages = extra->addMenu(tr("Language"));
    auto* group = new QActionGroup(languages);
    for (const auto& [language, text] : {std::pair{Language::nl, QStringLiteral("Nederlands")},
                                         std::pair{Language::en, QStringLiteral("English")}}) {
        QAction* action = add(languages, text, {},
                              [this, chosen = language] { Q_EMIT window_.languageWanted(chosen); });
        action->setCheckable(true);
        action->setChecked(language == workspace_.language().language());
        group->addAction(action);
    }
    QMenu* help = window_.menuBar()->addMenu(tr("&Help"));
    add(help, tr("Make a sample municipality…"), {}, [this] { window_.showSampleDialog(); });
    help->addSeparator();
    add(help, tr("About Lommer"), {}, [this] {
        QMessageBox::about(
            &window_, tr("About Lommer"),
            tr("<b>%1</b><p>Maps and figures for Dutch municipalities. Free software under the "
               "GNU General Public License, version 3 or later.</p>")
                .arg(QString::fromStdString(Environment::programVersion())));
    });
}

}  // namespace lommer::app
