#include "app/desktop/start_page.h"

#include "app/desktop/drop_box.h"
#include "app/desktop/recent_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

/// In letters: narrower cards break a question into too many lines, wider lines read badly.
constexpr int kCardLetters = 38;
constexpr int kPageLetters = 150;
constexpr int kMostColumns = 3;

bool isTyped(const QKeyEvent& event) {
    const QString text = event.text();
    return !text.isEmpty() && text.front().isPrint() && text != QStringLiteral(" ") &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

}  // namespace

StartPage::StartPage(Workspace& workspace, const QuestionCatalogue& catalogue, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      catalogue_(catalogue),
      finder_(catalogue, workspace.language().texts()) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(makeBody());
    layout->addWidget(scroll_);
    connect(search_, &QLineEdit::textChanged, this, &StartPage::showFound);
    connect(all_, &QPushButton::toggled, this, &StartPage::showFound);
    connect(all_, &QPushButton::clicked, this, &StartPage::leaveSearch);
    connect(questions_, &QuestionList::chosen, this, &StartPage::chosen);
    connect(questions_, &QuestionList::leftAbove, search_, [this] { search_->setFocus(); });
    connect(map_, &QPushButton::clicked, this, &StartPage::mapWanted);
    connect(&workspace.project(), &Project::changed, this, &StartPage::showWhatIsThere);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != nullptr && scroll_->widget()->isAncestorOf(now)) {
            scroll_->ensureWidgetVisible(now);
        }
    });
    showWhatIsThere();
    showFound();
}

QWidget* StartPage::makeHead(QWidget* page) {
    auto* head = new QWidget(page);
    auto* title = new QLabel(tr("What do you want to know?"), head);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    title->setFont(font);
    title->setWordWrap(true);
    map_ = new QPushButton(tr("To the map"), head);
    search_ = new QLineEdit(head);
    search_->setPlaceholderText(tr("Ask a question or type a word: heat, vacancy, trees…"));
    search_->setAccessibleName(title->text());
    search_->setClearButtonEnabled(true);
    search_->setAcceptDrops(false);  // files are for the window
    QFont large = search_->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    search_->setFont(large);
    search_->installEventFilter(this);
    auto* line = new QHBoxLayout;
    line->addWidget(title, 1);
    line->addWidget(map_, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(line);
    layout->addWidget(search_);
    return head;
}

QWidget* StartPage::makeBody() {
    auto* body = new QWidget;
    auto* page = new QWidget(body);
    page->setMaximumWidth(kPageLetters * fontMetrics().averageCharWidth());
    QWidget* head = makeHead(page);  // first, as the keyboard goes
    beside_ = new QWidget(page);
    besideLayout_ = new QHBoxLayout(beside_);
    besideLayout_->setContentsMargins(0, 0, 0, 0);
    besideLayout_->setSpacing(16);
    recent_ = new RecentList(workspace_.language().texts(), beside_);
    dropBox_ = new DropBox(beside_);
    besideLayout_->addWidget(recent_, 2);
    besideLayout_->addWidget(dropBox_, 3);
    questions_ = new QuestionList(workspace_, catalogue_, page);
    nothing_ = new QLabel(page);
    nothing_->setTextFormat(Qt::PlainText);
    nothing_->setWordWrap(true);
    all_ = new QPushButton(tr("All questions"), page);
    all_->setCheckable(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(head);
    layout->addWidget(beside_);
    layout->addWidget(nothing_);
    layout->addWidget(questions_);
    layout->addWidget(all_, 0, Qt::AlignLeft);
    layout->addStretch(1);
    auto* centred = new QHBoxLayout(body);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(page, 1000);
    centred->addStretch(1);
    return body;
}

void StartPage::begin() {
    search_->clear();
    recent_->renew();
    scroll_->ensureVisible(0, 0);
    search_->setFocus();
}

void StartPage::showFound() {
    const QString asked = search_->text().simplified();
    const bool isSearching = !asked.isEmpty();
    const bool isForAll = isSearching || all_->isChecked();
    questions_->showQuestions(isForAll ? finder_.find(asked) : catalogue_.shownFirst(),
                              !isSearching);
    nothing_->setText(
        tr("Nothing found for ‘%1’. Search for another word or look at all questions.").arg(asked));
    nothing_->setVisible(questions_->shown().empty());
    beside_->setVisible(!isSearching);
    all_->setText(all_->isChecked() && !isSearching ? tr("Fewer questions") : tr("All questions"));
    all_->setVisible(!isSearching || questions_->shown().empty());
}

/// The button stands there while nothing is found: it then means all questions.
void StartPage::leaveSearch() {
    if (!search_->text().isEmpty()) {
        all_->setChecked(true);
        search_->clear();
    }
}

void StartPage::showWhatIsThere() {
    map_->setVisible(workspace_.project().count() > 0);
}

void StartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int letters = width() / std::max(fontMetrics().averageCharWidth(), 1);
    questions_->setColumns(std::clamp(letters / kCardLetters, 1, kMostColumns));
    const bool isNarrow = letters < 2 * kCardLetters;
    besideLayout_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    dropBox_->setNarrow(isNarrow);
}

/// Who types anywhere on the page means the search box.
void StartPage::keyPressEvent(QKeyEvent* event) {
    if (isTyped(*event)) {
        search_->setFocus();
        search_->insert(event->text());
    } else if (!searchKey(event->key())) {
        QWidget::keyPressEvent(event);
    }
}

/// Letters choose tools of the map, which is not here.
bool StartPage::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isTyped(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool StartPage::searchKey(int key) {
    const std::vector<QuestionCard*>& cards = questions_->shown();
    if (key == Qt::Key_Escape) {
        if (!search_->text().isEmpty()) {
            search_->clear();
            search_->setFocus();
        } else if (workspace_.project().count() > 0) {
            Q_EMIT mapWanted();
        }
        return true;
    }
    if (key == Qt::Key_Down && !cards.empty()) {
        cards.front()->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter && !cards.empty() && !search_->text().simplified().isEmpty()) {
        cards.front()->click();
        return true;
    }
    return false;
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress &&
        searchKey(static_cast<QKeyEvent*>(event)->key())) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace lommer::app
