#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace lommer::app {

class LayerLoader;

/// In the status bar: what is being opened, and a button that stops it.
class OpeningBar : public QWidget {
    Q_OBJECT
public:
    /// `loader` outlives this object.
    OpeningBar(LayerLoader& loader, QWidget* parent);

private:
    void show(const QString& name);

    QLabel* opening_;
    QToolButton* stop_;
};

}  // namespace lommer::app
