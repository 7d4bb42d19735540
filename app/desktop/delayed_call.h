#pragma once

#include <QTimer>
#include <functional>

namespace lommer::app {

/// Does something once after several changes in a row, as soon as the event loop is back.
class DelayedCall : public QTimer {
    Q_OBJECT
public:
    DelayedCall(std::function<void()> act, QObject* parent) : QTimer(parent) {
        setSingleShot(true);
        setInterval(0);
        connect(this, &QTimer::timeout, this, std::move(act));
    }
    void soon() { start(); }
};

}  // namespace lommer::app
