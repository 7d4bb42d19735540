#include "app/desktop/question_card.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace lommer::app {
namespace {

constexpr int kPadding = 10;
constexpr double kRound = 5.0;
/// Of the analysis and the data, beside the question.
constexpr double kSmall = 0.92;

/// A line of the card: the card is what is clicked, and it says all of it itself.
QLabel* makeLine(QWidget* card, double size, bool isBold) {
    auto* line = new QLabel(card);
    line->setWordWrap(true);
    line->setTextFormat(Qt::PlainText);
    line->setAttribute(Qt::WA_TransparentForMouseEvents);
    QFont font = line->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(isBold);
    line->setFont(font);
    return line;
}

QString capitalised(const QString& text) {
    return text.left(1).toUpper() + text.mid(1);
}

}  // namespace

QuestionCard::QuestionCard(const Question& question, const Texts& texts, QWidget* parent)
    : QAbstractButton(parent),
      question_(question),
      texts_(texts),
      name_(makeLine(this, kSmall, false)),
      present_(makeLine(this, kSmall, false)),
      missing_(makeLine(this, kSmall, false)),
      time_(makeLine(this, kSmall, false)) {
    QLabel* text = makeLine(this, 1.05, true);
    text->setText(question.text);
    name_->setText(texts.analysisText(question.analysis, QStringLiteral("menu")));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    layout->setSpacing(3);
    for (QLabel* line : {text, name_, present_, missing_, time_}) {
        layout->addWidget(line);
    }
    layout->addStretch(1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("%1 Analysis: %2").arg(question.text, name_->text()));
    setToolTip(texts.analysisText(question.analysis, QStringLiteral("sentence")));
    for (QLabel* line : {name_, time_}) {
        line->setForegroundRole(QPalette::PlaceholderText);
    }
    setState(QuestionState{});
}

QString QuestionCard::rolesText(const std::vector<std::string>& roles) const {
    QStringList names;
    for (const std::string& role : roles) {
        names << texts_.roleName(question_.analysis, role);
    }
    return names.join(QStringLiteral("; "));
}

void QuestionCard::setState(const QuestionState& state) {
    state_ = state;
    std::vector<std::string> present = state.present;
    present.insert(present.end(), state.presentOptional.begin(), state.presentOptional.end());
    present_->setText(tr("✓ Present: %1").arg(rolesText(present)));
    present_->setVisible(!present.empty());
    missing_->setText(tr("✗ Missing: %1").arg(rolesText(state.missing)));
    missing_->setVisible(!state.missing.empty());
    time_->setText(state.seconds ? tr("Time: %1").arg(roughDuration(*state.seconds)) : QString());
    time_->setText(capitalised(time_->text()));
    time_->setVisible(state.seconds.has_value());
    setAccessibleDescription(shownState());
    updateGeometry();
}

QString QuestionCard::shownState() const {
    QStringList lines;
    for (const QLabel* line : {present_, missing_, time_}) {
        if (!line->isHidden()) {
            lines << line->text();
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QSize QuestionCard::sizeHint() const {
    return layout()->sizeHint();
}

QSize QuestionCard::minimumSizeHint() const {
    return layout()->minimumSize();
}

int QuestionCard::heightForWidth(int width) const {
    return layout()->totalHeightForWidth(width);
}

void QuestionCard::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isStrong = hasFocus() || underMouse();
    painter.setPen(QPen(palette().color(isStrong ? QPalette::Highlight : QPalette::Mid),
                        hasFocus() ? 2.0 : 1.0));
    painter.setBrush(palette().color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0), kRound, kRound);
}

void QuestionCard::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            click();
            return;
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            Q_EMIT moved(event->key());
            return;
        default:
            QAbstractButton::keyPressEvent(event);
    }
}

void QuestionCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void QuestionCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace lommer::app
