#include "app/desktop/question_list.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace lommer::app {
namespace {

constexpr int kGap = 8;

}  // namespace

QuestionList::QuestionList(Workspace& workspace, const QuestionCatalogue& catalogue,
                           QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    for (const Question& question : catalogue.questions()) {
        const bool isKnown = workspace.environment().catalogue().find(question.analysis) != nullptr;
        auto* card =
            isKnown ? new QuestionCard(question, workspace.language().texts(), this) : nullptr;
        cards_.push_back(card);
        if (card == nullptr) {
            continue;
        }
        card->hide();
        connect(card, &QuestionCard::clicked, this,
                [this, card] { Q_EMIT chosen(card->question().analysis); });
        connect(card, &QuestionCard::moved, this, [this, card](int key) { moveFrom(*card, key); });
    }
    connect(&workspace.project(), &Project::changed, this, &QuestionList::renewStates);
    renewStates();
}

void QuestionList::renewStates() {
    const core::Catalogue& analyses = workspace_.environment().catalogue();
    for (QuestionCard* card : cards_) {
        if (card != nullptr) {
            card->setState(stateOf(card->question(),
                                   analyses.get(card->question().analysis).declaration(),
                                   workspace_.project().layers()));
        }
    }
}

void QuestionList::showQuestions(const std::vector<std::size_t>& places, bool isByTheme) {
    shown_.clear();
    for (const std::size_t place : places) {
        if (cards_[place] != nullptr) {
            shown_.push_back(cards_[place]);
        }
    }
    isByTheme_ = isByTheme;
    if (isByTheme) {  // a theme stands where its first question does
        std::vector<QString> themes;
        const auto rankOf = [&themes](const QuestionCard* card) {
            return std::find(themes.begin(), themes.end(), card->question().theme) - themes.begin();
        };
        for (const QuestionCard* card : shown_) {
            if (rankOf(card) == static_cast<std::ptrdiff_t>(themes.size())) {
                themes.push_back(card->question().theme);
            }
        }
        std::stable_sort(
            shown_.begin(), shown_.end(),
            [&](const QuestionCard* a, const QuestionCard* b) { return rankOf(a) < rankOf(b); });
    }
    arrange();
}

void QuestionList::setColumns(int columns) {
    if (columns != columns_) {
        columns_ = columns;
        arrange();
    }
}

void QuestionList::addHeading(QGridLayout& grid, const QString& theme) {
    QLabel*& heading = headings_[theme];
    if (heading == nullptr) {
        heading =
            new QLabel(workspace_.language().texts().common(QStringLiteral("themes"), theme), this);
        heading->setTextFormat(Qt::PlainText);
        QFont font = heading->font();
        font.setPointSizeF(font.pointSizeF() * 1.1);
        heading->setFont(font);
        heading->setContentsMargins(0, kGap, 0, 0);
    }
    grid.addWidget(heading, grid.rowCount(), 0, 1, columns_);
    heading->setVisible(true);
}

void QuestionList::arrange() {
    for (QuestionCard* card : cards_) {
        if (card != nullptr && std::find(shown_.begin(), shown_.end(), card) == shown_.end()) {
            card->hide();
        }
    }
    for (const auto& [theme, heading] : headings_) {
        heading->hide();
    }
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGap);
    QString theme;
    int column = columns_;
    int row = 0;
    for (QuestionCard* card : shown_) {
        if (isByTheme_ && card->question().theme != theme) {
            theme = card->question().theme;
            addHeading(*grid, theme);
            column = columns_;
        }
        if (column == columns_) {
            column = 0;
            row = grid->rowCount();
        }
        grid->addWidget(card, row, column++);
        card->setVisible(true);
    }
    for (int one = 0; one < columns_; ++one) {
        grid->setColumnStretch(one, 1);
    }
    QWidget* before = nullptr;
    for (QuestionCard* card : shown_) {
        if (before != nullptr) {
            setTabOrder(before, card);
        }
        before = card;
    }
}

void QuestionList::moveFrom(const QuestionCard& card, int key) {
    const bool isAlongRow = key == Qt::Key_Left || key == Qt::Key_Right;
    const int direction = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    const QPoint here = card.geometry().center();
    QuestionCard* nearest = nullptr;
    int best = 0;
    for (QuestionCard* other : shown_) {
        const QPoint away = other->geometry().center() - here;
        const bool isSameRow = other->y() == card.y();
        const int along = direction * (isAlongRow ? away.x() : away.y());
        const int beside = isAlongRow ? 0 : std::abs(away.x());
        if (other == &card || along <= 0 || isSameRow != isAlongRow) {
            continue;
        }
        if (nearest == nullptr || along + beside < best) {
            nearest = other;
            best = along + beside;
        }
    }
    if (nearest != nullptr) {
        nearest->setFocus(Qt::TabFocusReason);
    } else if (key == Qt::Key_Up) {
        Q_EMIT leftAbove();
    }
}

}  // namespace lommer::app
