#include "app/desktop/drop_box.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace lommer::app {

DropBox::DropBox(QWidget* parent) : QFrame(parent), buttons_(new QHBoxLayout) {
    auto* title = new QLabel(tr("Drag files here"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    title->setFont(font);
    auto* what = new QLabel(tr("A folder or zip with data, single files, or an earlier result "
                               "(run.json). The files stay as they are."),
                            this);
    what->setWordWrap(true);
    const auto add = [&](const QString& text, void (DropBox::*wanted)()) {
        auto* button = new QPushButton(text, this);
        connect(button, &QPushButton::clicked, this, wanted);
        buttons_->addWidget(button);
    };
    add(tr("Choose a folder…"), &DropBox::folderWanted);
    add(tr("Choose files…"), &DropBox::filesWanted);
    add(tr("Make a sample municipality…"), &DropBox::sampleWanted);
    buttons_->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(title);
    layout->addWidget(what);
    layout->addLayout(buttons_);
}

void DropBox::setExpecting(bool isExpecting) {
    if (isExpecting != isExpecting_) {
        isExpecting_ = isExpecting;
        update();
    }
}

void DropBox::setNarrow(bool isNarrow) {
    buttons_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DropBox::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(palette().color(isExpecting_ ? QPalette::Highlight : QPalette::Mid),
             isExpecting_ ? 2.5 : 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6.0, 6.0);
}

}  // namespace lommer::app
