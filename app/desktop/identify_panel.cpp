#include "app/desktop/identify_panel.h"

#include "app/desktop/delayed_call.h"
#include "gis/platform/file_error.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace lommer::app {
namespace {

/// Rows of names and values; what comes from data is escaped.
QString tableOf(const std::vector<PlaceLine>& lines) {
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='1'>");
    for (const PlaceLine& line : lines) {
        html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(line.name.toHtmlEscaped(), line.value.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

QString plainLines(const std::vector<PlaceLine>& lines) {
    QString text;
    for (const PlaceLine& line : lines) {
        text += line.name + QStringLiteral(": ") + line.value + QLatin1Char('\n');
    }
    return text;
}

QString placeText(core::Point place, const QLocale& locale) {
    return QStringLiteral("X %1 Y %2 (RD)")
        .arg(locale.toString(place.x, 'f', 0), locale.toString(place.y, 'f', 0));
}

}  // namespace

IdentifyPanel::IdentifyPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("What is this?"));
    auto* page = new QWidget(this);
    new QVBoxLayout(page);
    setWidget(page);
    where_ = addLabel(true);
    makeExplanation();  // first: the layers of a whole delivery fill many screens
    found_ = addLabel(false);
    found_->setTextInteractionFlags(Qt::NoTextInteraction);  // copying goes past the privacy check
    copy_ = new QPushButton(tr("Copy"), page);
    copy_->setToolTip(tr("Copies what everyone may see"));
    page->layout()->addWidget(copy_);
    static_cast<QVBoxLayout*>(page->layout())->setAlignment(copy_, Qt::AlignLeft);
    static_cast<QVBoxLayout*>(page->layout())->addStretch(1);
    connectParts();
    auto* later = new DelayedCall([this] { renew(); }, this);
    connect(&workspace.project(), &Project::changed, later, &DelayedCall::soon);
    clear();
}

void IdentifyPanel::connectParts() {
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(stop_, &QPushButton::clicked, this, [this] {
        explaining_.stop();
        showOnlySentence(tr("Stopped."));
    });
    connect(&explaining_, &BackgroundTask::changed, this,
            [this] { showProgress(explaining_.isRunning()); });
    connect(&explaining_, &BackgroundTask::progressed, this,
            [this](double fraction) { progress_->setValue(static_cast<int>(100.0 * fraction)); });
    connect(&explaining_, &BackgroundTask::failed, this, [this](const core::Error& error) {
        showOnlySentence(
            workspace_.language().texts().sentence(error, source_ ? source_->analysis : ""));
    });
    connect(&looking_, &BackgroundTask::failed, this, [this](const core::Error& error) {
        found_->setText(workspace_.sentence(error).toHtmlEscaped());
    });
}

QLabel* IdentifyPanel::addLabel(bool isHeading) {
    auto* label = new QLabel(widget());
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (isHeading) {
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    widget()->layout()->addWidget(label);
    return label;
}

/// A long name in a table makes the page wider than the panel; sentences still end at its edge.
void IdentifyPanel::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const QMargins margins = widget()->layout()->contentsMargins();
    const int width = viewport()->width() - margins.left() - margins.right();
    for (QWidget* part :
         std::initializer_list<QWidget*>{where_, sentence_, sharesHeading_, bars_, factsHeading_,
                                         facts_, momentHeading_, hours_, moment_, note_}) {
        part->setMaximumWidth(width);
    }
}

void IdentifyPanel::makeExplanation() {
    progress_ = new QProgressBar(widget());
    progress_->setAccessibleName(tr("Explaining the value"));
    stop_ = new QPushButton(tr("Stop"), widget());
    auto* row = new QHBoxLayout;
    row->addWidget(progress_, 1);
    row->addWidget(stop_);
    static_cast<QVBoxLayout*>(widget()->layout())->addLayout(row);
    sentence_ = addLabel(false);
    sharesHeading_ = addLabel(true);
    bars_ = new ShareBars(widget());
    widget()->layout()->addWidget(bars_);
    factsHeading_ = addLabel(true);
    facts_ = addLabel(false);
    momentHeading_ = addLabel(true);
    hours_ = new QComboBox(widget());
    hours_->setAccessibleName(tr("Hour"));
    widget()->layout()->addWidget(hours_);
    moment_ = addLabel(false);
    note_ = addLabel(false);
    connect(hours_, &QComboBox::currentIndexChanged, this, &IdentifyPanel::showMoment);
    connect(hours_, &QComboBox::textActivated, this,
            [this](const QString& hour) { wantedHour_ = hour; });
}

void IdentifyPanel::clear() {
    looking_.stop();
    explaining_.stop();
    place_.reset();
    layers_.clear();
    where_->hide();
    copy_->hide();
    found_->setText(tr("Choose the tool ‘What is this?’ and click on the map to see what is there.")
                        .toHtmlEscaped());
    showOnlySentence({});
    showProgress(false);
    Q_EMIT placeChanged(place_);
}

void IdentifyPanel::identify(core::Point place, double toleranceMetres) {
    place_ = place;
    tolerance_ = toleranceMetres;
    where_->setText(placeText(place, workspace_.language().locale()));
    where_->show();
    Q_EMIT placeChanged(place_);
    followSource();
    look();
    explain();
}

std::optional<IdentifyPanel::Source> IdentifyPanel::source() const {
    for (const Layer& layer : workspace_.project().layers()) {
        if (!layer.isVisible || layer.data.raster == nullptr || !layer.origin) {
            continue;
        }
        const std::string id = layer.origin->analysis.toStdString();
        const core::Analysis* analysis = workspace_.environment().catalogue().find(id);
        if (analysis != nullptr && analysis->canExplain()) {
            return Source{id, gis::pathFromUtf8(layer.origin->folder.toStdString()) / "run.json",
                          layer.data.places};
        }
        return std::nullopt;  // something else lies on top
    }
    return std::nullopt;
}

/// Whether another result is to be asked, or none any more: what the one before has open is closed.
bool IdentifyPanel::followSource() {
    const auto now = source();
    if (now == source_) {
        return false;
    }
    source_ = now;
    run_ = now ? std::make_shared<ExplainedRun>(workspace_.environment(), now->record) : nullptr;
    return true;
}

void IdentifyPanel::renew() {
    const bool isOther = followSource();
    if (!place_) {
        return;
    }
    look();
    if (isOther) {
        explain();
    }
}

void IdentifyPanel::look() {
    looking_.start([layers = workspace_.project().layers(), place = *place_, tolerance = tolerance_,
                    texts = workspace_.language().sharedTexts(),
                    this](const core::Progress& progress) -> BackgroundTask::Then {
        auto found = lookAt(layers, place, tolerance, *texts, progress);
        return [this, found = std::move(found)] { showFound(found); };
    });
}

void IdentifyPanel::showFound(std::vector<FoundLayer> found) {
    layers_ = std::move(found);
    QString html;
    for (const FoundLayer& layer : layers_) {
        html += QStringLiteral("<p><b>%1</b>").arg(layer.layer.toHtmlEscaped());
        if (!layer.value.isEmpty()) {
            html += QStringLiteral("<br>") + layer.value.toHtmlEscaped();
        }
        html += QStringLiteral("</p>");
        std::vector<PlaceLine> lines;
        for (const FoundCell& cell : layer.cells) {
            lines.push_back({cell.column, cell.value});
        }
        html += lines.empty() ? QString() : tableOf(lines);
        if (layer.furtherColumns > 0) {
            html += QStringLiteral("<p>%1</p>")
                        .arg(tr("%n more column(s) in the table.", nullptr, layer.furtherColumns));
        }
    }
    found_->setText(html.isEmpty()
                        ? tr("None of the visible layers has anything here.").toHtmlEscaped()
                        : html);
    copy_->show();
}

void IdentifyPanel::explain() {
    explaining_.stop();
    showOnlySentence({});
    if (!source_ || !place_) {
        showProgress(explaining_.isRunning());
        return;
    }
    progress_->setValue(0);
    explaining_.start([run = run_, place = *place_,
                       this](const core::Progress& progress) -> BackgroundTask::Then {
        auto explanation = run->explain(place, progress);
        return [this, explanation = std::move(explanation)] {
            if (explanation) {
                showExplanation(*explanation);
            }
        };
    });
}

void IdentifyPanel::showProgress(bool isRunning) {
    progress_->setVisible(isRunning && source_);
    stop_->setVisible(isRunning && source_);
}

void IdentifyPanel::showOnlySentence(const QString& text) {
    explanation_.reset();
    sentence_->setText(text);
    sentence_->setVisible(!text.isEmpty());
    for (QWidget* part :
         std::initializer_list<QWidget*>{sharesHeading_, bars_, factsHeading_, facts_,
                                         momentHeading_, hours_, moment_, note_}) {
        part->hide();
    }
}

void IdentifyPanel::showExplanation(core::PlaceExplanation explanation) {
    const PlaceText text(explanation, source_->analysis, workspace_.language().texts());
    showOnlySentence(text.sentence());
    if (!explanation.hindrance.empty()) {
        return;
    }
    sharesHeading_->setText(text.word("shares"));
    bars_->setShares(text.shares());
    factsHeading_->setText(text.word("facts"));
    facts_->setText(tableOf(text.facts()));
    momentHeading_->setText(text.word("moment"));
    note_->setText(text.word("moment-note"));
    int shown = static_cast<int>(explanation.chiefMoment);
    {
        const QSignalBlocker blocker(hours_);
        hours_->clear();
        for (std::size_t moment = 0; moment < explanation.moments.size(); ++moment) {
            hours_->addItem(text.hourOf(moment));
            shown = hours_->itemText(static_cast<int>(moment)) == wantedHour_
                        ? static_cast<int>(moment)
                        : shown;
        }
        hours_->setCurrentIndex(shown);
    }
    const bool hasMoments = !explanation.moments.empty();
    explanation_ = std::move(explanation);
    for (QWidget* part :
         std::initializer_list<QWidget*>{sharesHeading_, bars_, factsHeading_, facts_}) {
        part->show();
    }
    for (QWidget* part : std::initializer_list<QWidget*>{momentHeading_, hours_, moment_, note_}) {
        part->setVisible(hasMoments);
    }
    showMoment(shown);
}

void IdentifyPanel::showMoment(int index) {
    if (explanation_ && source_ && index >= 0) {
        const PlaceText text(*explanation_, source_->analysis, workspace_.language().texts());
        moment_->setText(tableOf(text.factsOf(static_cast<std::size_t>(index))));
    }
}

QString IdentifyPanel::copyText() const {
    QString text = where_->text() + QLatin1Char('\n');
    for (const FoundLayer& layer : layers_) {
        std::vector<PlaceLine> lines;
        for (const FoundCell& cell : layer.cells) {
            if (cell.mayLeave) {
                lines.push_back({cell.column, cell.value});
            }
        }
        if (!layer.value.isEmpty() && layer.mayLeave) {
            text += QStringLiteral("\n%1: %2\n").arg(layer.layer, layer.value);
        } else if (!lines.empty()) {
            text += QStringLiteral("\n%1\n%2").arg(layer.layer, plainLines(lines));
        }
    }
    if (!explanation_ || !source_ || source_->places != core::PrivacyClass::open) {
        return text;
    }
    const PlaceText words(*explanation_, source_->analysis, workspace_.language().texts());
    text += QLatin1Char('\n') + words.sentence() + QLatin1Char('\n');
    for (const ShownShare& share : words.shares()) {
        text += share.name + QStringLiteral(": ") + share.text + QLatin1Char('\n');
    }
    text += QLatin1Char('\n') + plainLines(words.facts());
    if (hours_->currentIndex() >= 0) {
        text += QStringLiteral("\n%1 (%2)\n").arg(words.word("moment"), hours_->currentText()) +
                plainLines(words.factsOf(static_cast<std::size_t>(hours_->currentIndex()))) +
                words.word("moment-note") + QLatin1Char('\n');
    }
    return text;
}

}  // namespace lommer::app
