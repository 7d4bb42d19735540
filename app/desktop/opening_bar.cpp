#include "app/desktop/opening_bar.h"

#include "app/desktop/layer_loader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lommer::app {

OpeningBar::OpeningBar(LayerLoader& loader, QWidget* parent)
    : QWidget(parent), opening_(new QLabel(this)), stop_(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(opening_);
    layout->addWidget(stop_);
    stop_->setText(tr("Stop"));
    stop_->hide();
    connect(&loader, &LayerLoader::started, this, &OpeningBar::show);
    connect(&loader, &LayerLoader::finished, this, [this] { show({}); });
    connect(stop_, &QToolButton::clicked, &loader, &LayerLoader::cancel);
}

void OpeningBar::show(const QString& name) {
    opening_->setText(name.isEmpty() ? QString() : tr("Opening ‘%1’…").arg(name));
    stop_->setVisible(!name.isEmpty());
}

}  // namespace lommer::app
