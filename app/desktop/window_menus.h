#pragma once

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <functional>
#include <vector>

class QMenu;

namespace lommer::app {

class MainWindow;
class Workspace;
class MapCanvas;

/// The menu bar of the window. Holds only what works. Lives as long as the window: what the items
/// do refers to it.
class WindowMenus {
    Q_DECLARE_TR_FUNCTIONS(WindowMenus)
public:
    WindowMenus(MainWindow& window, Workspace& workspace);

    void addFile();
    void addEdit();
    void addView(const std::vector<QAction*>& panels);
    void addLayer();
    void addAnalysis();
    void addPage();
    void addExtra();

private:
    QAction* add(QMenu* menu, const QString& text, const QKeySequence& shortcut,
                 const std::function<void()>& act);
    void addThemes(QMenu* menu);
    void addComparison(QMenu* menu);
    void beginComparison();
    void showComparison(QAction* swipe, QAction* blink);
    void addRecent(QMenu* menu);

    MainWindow& window_;
    Workspace& workspace_;
};

}  // namespace lommer::app
