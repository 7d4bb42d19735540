#include "app/desktop/place_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace lommer::app {
namespace {

QString scaleWords(double scale, const QLocale& locale) {
    return QStringLiteral("1 : ") + locale.toString(scale, 'f', 0);
}

}  // namespace

PlaceBar::PlaceBar(MapCanvas& canvas, const QLocale& locale, QWidget* parent)
    : QWidget(parent),
      canvas_(canvas),
      locale_(locale),
      place_(new QLabel(this)),
      scale_(new QComboBox(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(place_);
    layout->addSpacing(16);
    auto* label = new QLabel(tr("Scale"), this);
    layout->addWidget(label);
    layout->addWidget(scale_);
    label->setBuddy(scale_);
    place_->setMinimumWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("X 000.000 Y 000.000 (RD)")));
    scale_->setEditable(true);
    scale_->setInsertPolicy(QComboBox::NoInsert);
    scale_->setMinimumContentsLength(14);
    scale_->setAccessibleName(tr("Scale"));
    for (const double scale :
         {500.0, 1000.0, 2500.0, 5000.0, 10000.0, 25000.0, 50000.0, 100000.0}) {
        scale_->addItem(scaleWords(scale, locale_));
    }
    connect(scale_, &QComboBox::textActivated, this, &PlaceBar::takeScale);
    connect(scale_->lineEdit(), &QLineEdit::returnPressed, this, &PlaceBar::takeScale);
    connect(&canvas_, &MapCanvas::pointerMoved, this, &PlaceBar::showPlace);
    connect(&canvas_, &MapCanvas::viewChanged, this, &PlaceBar::showScale);
    showScale();
}

void PlaceBar::showPlace(core::Point place) {
    place_->setText(QStringLiteral("X %1 Y %2 (RD)")
                        .arg(locale_.toString(place.x, 'f', 0), locale_.toString(place.y, 'f', 0)));
}

void PlaceBar::showScale() {
    scale_->setEditText(scaleWords(canvas_.scale(), locale_));
}

void PlaceBar::takeScale() {
    QString text = scale_->currentText();
    text = text.mid(text.lastIndexOf(QLatin1Char(':')) + 1);
    text.remove(QRegularExpression(QStringLiteral("[^0-9]")));
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (isNumber && scale >= 1.0) {
        canvas_.setScale(scale);
    }
    showScale();  // what was typed and cannot be used goes back to what is
}

}  // namespace lommer::app
