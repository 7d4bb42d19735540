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

AnalysisPanel::AnalysisPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
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
    if (index >= 0) {
        list_->setCurrentIndex(index);
    }
}

void AnalysisPanel::showForm() {
    const std::string id = list_->currentData().toString().toStdString();
    const core::Analysis* analysis = workspace_.environment().catalogue().find(id);
    start_->setVisible(analysis != nullptr);
    if (analysis == nullptr) {
        form_ = nullptr;
        sentence_->setText(tr("Choose an analysis to see which data and settings it needs."));
        scroll_->setWidget(new QWidget);  // the form before goes
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
        workspace_.reportFailure(error, list_->currentData().toString().toStdString());
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
