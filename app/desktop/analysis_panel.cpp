#include "app/desktop/analysis_panel.h"

#include "app/text/number_format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr int kSteps = 1000;

}  // namespace

AnalysisPanel::AnalysisPanel(Workspace& workspace, const QuestionCatalogue& questions,
                             QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      questions_(questions),
      list_(new QComboBox(this)),
      sentence_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      start_(new QPushButton(tr("Calculate"), this)),
      stop_(new QPushButton(tr("Stop"), this)),
      progress_(new QProgressBar(this)),
      step_(new QLabel(this)) {
    makeList();
    layOut();
    connect(list_, &QComboBox::currentIndexChanged, this, &AnalysisPanel::showForm);
    connect(start_, &QPushButton::clicked, this, &AnalysisPanel::start);
    connect(stop_, &QPushButton::clicked, &workspace.runner(), &AnalysisRunner::stop);
    connect(&workspace.runner(), &AnalysisRunner::changed, this, &AnalysisPanel::showRun);
    showForm();
    showRun();
}

void AnalysisPanel::makeList() {
    const Texts& texts = workspace_.language().texts();
    std::string family;
    list_->addItem(tr("– choose an analysis –"), QString());
    for (const auto& analysis : workspace_.environment().catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        if (declaration.family != family) {
            list_->insertSeparator(list_->count());
        }
        family = declaration.family;
        list_->addItem(texts.analysisText(declaration.id, QStringLiteral("menu")),
                       QString::fromStdString(declaration.id));
    }
    list_->setAccessibleName(tr("Analysis"));
    list_->setMaxVisibleItems(30);
}

void AnalysisPanel::layOut() {
    sentence_->setWordWrap(true);
    step_->setWordWrap(true);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    progress_->setRange(0, kSteps);
    progress_->setTextVisible(false);
    start_->setObjectName(QStringLiteral("start"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(start_);
    buttons->addWidget(stop_);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list_);
    layout->addWidget(sentence_);
    layout->addWidget(scroll_, 1);
    layout->addLayout(buttons);
    layout->addWidget(progress_);
    layout->addWidget(step_);
    setMinimumWidth(270);
}

void AnalysisPanel::choose(const std::string& analysis) {
    const int index = list_->findData(QString::fromStdString(analysis));
    if (index < 0) {
        return;
    }
    list_->setCurrentIndex(index);
    const RoleField* needed = form_ == nullptr ? nullptr : form_->firstUnfilled();
    if (needed != nullptr) {
        needed->focusProxy()->setFocus(Qt::OtherFocusReason);
    } else {
        start_->setFocus(Qt::OtherFocusReason);
    }
}

std::string AnalysisPanel::chosen() const {
    return list_->currentData().toString().toStdString();
}

void AnalysisPanel::showQuestions() {
    sentence_->setText(tr("Choose a question or an analysis."));
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 4, 0);
    cards_ = new QuestionList(workspace_, questions_, holder);
    cards_->showQuestions(questions_.shownFirst(), true);
    auto* all = new QPushButton(tr("All questions"), holder);
    layout->addWidget(cards_);
    layout->addWidget(all, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(cards_, &QuestionList::chosen, this, &AnalysisPanel::choose, Qt::QueuedConnection);
    connect(all, &QPushButton::clicked, this, &AnalysisPanel::startWanted);
    scroll_->setWidget(holder);  // the form before goes
}

void AnalysisPanel::showForm() {
    const std::string id = chosen();
    const core::Analysis* analysis = workspace_.environment().catalogue().find(id);
    start_->setVisible(analysis != nullptr);
    form_ = nullptr;
    cards_ = nullptr;
    if (analysis == nullptr) {
        showQuestions();
        return;
    }
    sentence_->setText(workspace_.language().texts().analysisText(id, QStringLiteral("sentence")));
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 4, 0);
    form_ = new AnalysisForm(workspace_, analysis->declaration(), holder);
    layout->addWidget(form_);
    layout->addStretch(1);
    scroll_->setWidget(holder);  // the form before goes with its holder
}

void AnalysisPanel::start() {
    if (form_ == nullptr || workspace_.runner().isRunning()) {
        return;
    }
    workspace_.beginAction();
    try {
        workspace_.startRun(form_->order());
    } catch (const core::Error& error) {
        workspace_.reportFailure(error, chosen());
        form_->showFieldOf(error);
    }
}

QString AnalysisPanel::progressText(const RunState& state) const {
    if (state.isStopping) {
        return tr("Stopping…");
    }
    const InterfaceLanguage& language = workspace_.language();
    QString text = state.step.empty() ? language.texts().common(QStringLiteral("steps"), {})
                                      : language.texts().step(state.analysis, state.step);
    if (state.secondsLeft) {
        const double seconds = std::max(1.0, std::round(*state.secondsLeft));
        text += QStringLiteral(". ") +
                tr("About %1 left").arg(formatDuration(seconds, language.language()));
    }
    return text;
}

void AnalysisPanel::showRun() {
    const AnalysisRunner& runner = workspace_.runner();
    const bool isRunning = runner.isRunning();
    stop_->setVisible(true);
    // The keyboard stays with the two buttons: a disabled one would pass it on to anywhere.
    if (isRunning && window()->focusWidget() == start_) {
        stop_->setFocus();
    }
    start_->setEnabled(!isRunning);
    if (!isRunning && window()->focusWidget() == stop_) {
        start_->setFocus();
    }
    stop_->setVisible(isRunning);
    progress_->setVisible(isRunning);
    step_->setVisible(isRunning);
    if (isRunning) {
        progress_->setValue(static_cast<int>(runner.state().fraction * kSteps));
        step_->setText(progressText(runner.state()));
    }
}

}  // namespace lommer::app
