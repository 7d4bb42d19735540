#pragma once

namespace lommer::app {

class MainWindow;
class StartPage;
class Workspace;

/// Lets the window do what the start page asks for. All outlive the links.
void linkStart(StartPage& start, MainWindow& window);

/// Remembers what is opened and computed for the next time.
void linkRecent(Workspace& workspace, MainWindow& window);

}  // namespace lommer::app
