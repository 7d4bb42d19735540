#include "app/desktop/message_bar.h"

#include "app/desktop/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace lommer::app {
namespace {

/// Of details: more of them would push the map off the screen.
constexpr int kMostLines = 8;

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      sign_(new QLabel(this)),
      text_(new QLabel(this)),
      details_(new QLabel(this)),
      detailsArea_(new QScrollArea(this)),
      detailsButton_(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    // Names of files and layers come from outside: never read as markup.
    text_->setTextFormat(Qt::PlainText);
    details_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    makeDetails();
    detailsButton_->setText(tr("Details"));
    detailsButton_->setCheckable(true);
    detailsButton_->setAutoRaise(true);
    connect(detailsButton_, &QToolButton::toggled, detailsArea_, &QWidget::setVisible);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);

    auto* row = new QHBoxLayout;
    row->addWidget(sign_);
    row->addWidget(text_, 1);
    row->addWidget(detailsButton_);
    row->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 5, 5, 5);
    layout->addLayout(row);
    layout->addWidget(detailsArea_);
    hide();
}

void MessageBar::makeDetails() {
    details_->setWordWrap(true);
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detailsArea_->setWidget(details_);
    detailsArea_->setWidgetResizable(true);
    detailsArea_->setFrameShape(QFrame::NoFrame);
    detailsArea_->setSizeAdjustPolicy(QScrollArea::AdjustToContents);
    detailsArea_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    detailsArea_->setMaximumHeight(kMostLines * fontMetrics().lineSpacing());
    detailsArea_->hide();
}

void MessageBar::clear() {
    weight_ = Message::Weight::noted;
    text_->clear();
    details_->clear();
    hide();
}

void MessageBar::say(const Message& message) {
    const auto joined = [](const QString& before, const QString& added) {
        const bool isSaid =
            added.isEmpty() || before == added || before.endsWith(QLatin1Char('\n') + added);
        return isSaid ? before : before.isEmpty() ? added : before + QLatin1Char('\n') + added;
    };
    if (message.weight == Message::Weight::stopped) {
        weight_ = message.weight;
    }
    text_->setText(joined(text_->text(), message.text));
    sign_->setText(weight_ == Message::Weight::stopped ? QStringLiteral("⚠") : QStringLiteral("ℹ"));
    details_->setText(joined(details_->text(), message.details));
    detailsButton_->setChecked(false);
    detailsButton_->setVisible(!details_->text().isEmpty());
    setAccessibleName(text_->text());
    applyPalette();
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const {
    return text_->text();
}

void MessageBar::applyPalette() {
    isApplying_ = true;
    const bool isDark = isDarkPalette(parentWidget() ? parentWidget()->palette() : palette());
    const bool isStopped = weight_ == Message::Weight::stopped;
    QPalette colours = palette();
    colours.setColor(QPalette::Window, isStopped ? QColor(isDark ? "#5a2a25" : "#fbe3df")
                                                 : QColor(isDark ? "#24435a" : "#e2eef7"));
    colours.setColor(QPalette::WindowText, isDark ? QColor("#f2f2f2") : QColor("#202020"));
    setPalette(colours);
    isApplying_ = false;
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && !isApplying_) {
        applyPalette();
    }
    QFrame::changeEvent(event);
}

}  // namespace lommer::app
