#include "app/desktop/map_tools.h"

#include <QActionGroup>
#include <QEvent>
#include <QPainter>
#include <QSettings>

namespace lommer::app {
namespace {

const QString kToolKey = QStringLiteral("mapTool");
const QString kIdentify = QStringLiteral("identify");

QPixmap iconSheet(double side, double pixelRatio) {
    QPixmap sheet((QSizeF(side, side) * pixelRatio).toSize());
    sheet.setDevicePixelRatio(pixelRatio);
    sheet.fill(Qt::transparent);
    return sheet;
}

/// An arrow, or a question mark in a ring, in a square of `side`.
QIcon iconOf(MapTool tool, const QColor& colour, double side, double pixelRatio) {
    QPixmap sheet = iconSheet(side, pixelRatio);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / 24.0, side / 24.0);
    if (tool == MapTool::select) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF(
            {{6, 3}, {6, 18.5}, {9.8, 15}, {12.6, 21}, {15.2, 19.8}, {12.5, 13.9}, {17.6, 13.6}}));
    } else {
        painter.setPen(QPen(colour, 1.8));
        painter.drawEllipse(QPointF(12, 12), 9.4, 9.4);
        QFont font;
        font.setPixelSize(14);
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(QRectF(0, 0, 24, 24), Qt::AlignCenter, QStringLiteral("?"));
    }
    return QIcon(sheet);
}

}  // namespace

MapTools::MapTools(MapLink& link, MapCanvas& map, QWidget* parent)
    : QToolBar(parent), link_(link), map_(map) {
    setWindowTitle(tr("Map tools"));
    setObjectName(QStringLiteral("mapTools"));
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setMovable(false);
    auto* group = new QActionGroup(this);
    select_ =
        add(MapTool::select, tr("Select"), tr("A click selects what lies there (S)"), Qt::Key_S);
    identify_ = add(MapTool::identify, tr("What is this?"),
                    tr("A click tells what is there, and of a heat map why (I)"), Qt::Key_I);
    group->addAction(select_);
    group->addAction(identify_);
    drawIcons();
    const bool isIdentifying = QSettings().value(kToolKey).toString() == kIdentify;
    choose(isIdentifying ? MapTool::identify : MapTool::select);
}

QAction* MapTools::actionOf(MapTool tool) const {
    return tool == MapTool::select ? select_ : identify_;
}

QAction* MapTools::add(MapTool tool, const QString& text, const QString& tip,
                       const QKeySequence& key) {
    QAction* action = addAction(text);
    action->setCheckable(true);
    action->setToolTip(tip);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, tool] {
        choose(tool);
        QSettings().setValue(kToolKey, tool == MapTool::identify ? kIdentify : QString());
    });
    return action;
}

void MapTools::choose(MapTool tool) {
    actionOf(tool)->setChecked(true);
    link_.setTool(tool);
    map_.setRestingCursor(tool == MapTool::identify ? Qt::WhatsThisCursor : Qt::ArrowCursor);
}

void MapTools::drawIcons() {
    const QColor colour = palette().color(QPalette::ButtonText);
    const double side = iconSize().height();
    select_->setIcon(iconOf(MapTool::select, colour, side, devicePixelRatioF()));
    identify_->setIcon(iconOf(MapTool::identify, colour, side, devicePixelRatioF()));
}

void MapTools::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && identify_ != nullptr) {
        drawIcons();
    }
    QToolBar::changeEvent(event);
}

}  // namespace lommer::app
