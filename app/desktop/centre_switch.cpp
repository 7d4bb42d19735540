#include "app/desktop/centre_switch.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>

namespace lommer::app {

CentreSwitch::CentreSwitch(QMainWindow& window, QStackedWidget& centre, QWidget& start,
                           QWidget& map)
    : window_(window), centre_(centre), start_(start), map_(map) {
    centre_.addWidget(&map_);
    centre_.addWidget(&start_);
    centre_.setCurrentWidget(&map_);
}

void CentreSwitch::showStart() {
    if (isAtStart_) {
        return;
    }
    state_ = window_.saveState();
    isAtStart_ = true;
    for (QDockWidget* panel : panels_) {
        panel->hide();
        panel->toggleViewAction()->setEnabled(false);
    }
    if (beside_ != nullptr) {
        beside_->hide();
    }
    centre_.setCurrentWidget(&start_);
}

void CentreSwitch::showMap() {
    if (!isAtStart_) {
        return;
    }
    isAtStart_ = false;
    window_.restoreState(state_);
    for (QDockWidget* panel : panels_) {
        panel->toggleViewAction()->setEnabled(true);
    }
    if (beside_ != nullptr) {
        beside_->show();
    }
    centre_.setCurrentWidget(&map_);
    // At once: what the map is to show next is fitted to its size.
    window_.layout()->activate();
    window_.centralWidget()->layout()->activate();
}

QByteArray CentreSwitch::panelState() const {
    return isAtStart_ ? state_ : window_.saveState();
}

}  // namespace lommer::app
