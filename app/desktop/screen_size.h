#pragma once

#include <QScreen>
#include <QSize>
#include <QWidget>

namespace lommer::app {

/// `wanted`, or less of it where the screen of the window is small (or its letters are large).
inline QSize withinScreen(const QWidget& window, const QSize& wanted) {
    return wanted.boundedTo(window.screen()->availableSize() * 0.95);
}

}  // namespace lommer::app
