#include "app/desktop/delivery_dialog.h"

#include "app/desktop/check_dialog.h"
#include "app/desktop/missing_text.h"
#include "app/desktop/save_file.h"
#include "app/desktop/screen_size.h"
#include "app/layout/check_report.h"
#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "gis/platform/file_error.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

enum Column { layerColumn, rowsColumn, dateColumn, verdictColumn, columnCount };

QString nameOf(const gis::LayerDescription& layer, const Texts& texts) {
    return layer.subject.empty()
               ? fromUtf8(layer.name)
               : QStringLiteral("%1 (%2)").arg(
                     texts.common(QStringLiteral("subjects"), fromUtf8(layer.subject)),
                     fromUtf8(layer.name));
}

bool isBroken(const RecognisedLayer& layer, std::string_view rule) {
    return layer.check && std::any_of(layer.check->findings.begin(), layer.check->findings.end(),
                                      [rule](const core::CheckFinding& finding) {
                                          return finding.rule == rule && finding.rows > 0;
                                      });
}

/// False for what could not be opened at all.
bool canBeAdded(const RecognisedLayer& layer) {
    return !isBroken(layer, "file-readable") && !isBroken(layer, "file-complete") &&
           !(isBroken(layer, "crs-stated") &&
             layer.check->outcome() == core::CheckOutcome::failed &&
             layer.check->findings.size() == 1);
}

/// What is not as it should be, a line each.
QString remarksOf(const RecognisedLayer& layer, const Texts& texts) {
    QStringList lines;
    if (layer.check) {
        for (const core::CheckFinding& finding : layer.check->findings) {
            if (finding.outcome != core::CheckOutcome::passed) {
                lines << findingText(finding, texts);
            }
        }
    }
    for (const core::Remark& remark : layer.description.remarks) {
        lines << texts.sentence(remark);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

DeliveryDialog::DeliveryDialog(Workspace& workspace, const QString& path, QWidget* parent)
    : QDialog(parent),
      workspace_(workspace),
      path_(path),
      sources_(workspace.language().language()) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delivery ‘%1’").arg(QFileInfo(path).fileName()));
    resize(withinScreen(*this, {860, 620}));
    makeParts();
    connect(&task_, &BackgroundTask::changed, this, &DeliveryDialog::showState);
    connect(&task_, &BackgroundTask::progressed, this,
            [this](double fraction) { bar_->setValue(static_cast<int>(100.0 * fraction)); });
    connect(&task_, &BackgroundTask::failed, this,
            [this](const core::Error& error) { said_->setText(workspace_.sentence(error)); });
    read();
}

void DeliveryDialog::makeParts() {
    auto* layout = new QVBoxLayout(this);
    summary_ = new QLabel(this);
    summary_->setWordWrap(true);
    unused_ = new QLabel(this);
    unused_->setWordWrap(true);
    said_ = new QLabel(this);
    said_->setTextFormat(Qt::PlainText);  // names of files come from outside
    said_->setWordWrap(true);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(makeLayers());
    splitter->addWidget(makeMissing());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(summary_);
    layout->addWidget(makeProgress());
    layout->addWidget(splitter, 1);
    layout->addWidget(unused_);
    layout->addWidget(said_);
    layout->addWidget(makeButtons());
}

QWidget* DeliveryDialog::makeLayers() {
    auto* part = new QWidget(this);
    layers_ = new QTreeWidget(part);
    layers_->setColumnCount(columnCount);
    layers_->setHeaderLabels({tr("Layer"), tr("Rows"), tr("Reference date"), tr("Check")});
    layers_->setRootIsDecorated(false);
    layers_->setUniformRowHeights(true);
    layers_->setAlternatingRowColors(true);
    layers_->setAccessibleName(tr("Layers of the delivery"));
    layers_->header()->setStretchLastSection(false);
    layers_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    layers_->header()->setSectionResizeMode(layerColumn, QHeaderView::Stretch);
    connect(layers_, &QTreeWidget::itemChanged, this, &DeliveryDialog::showState);
    remarks_ = new QTextBrowser(part);
    remarks_->setAccessibleName(tr("Remarks about the layer"));
    remarks_->setFixedHeight(4 * fontMetrics().lineSpacing());
    connect(layers_, &QTreeWidget::currentItemChanged, this, &DeliveryDialog::showRemarks);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(layers_, 1);
    layout->addWidget(remarks_);
    return part;
}

QWidget* DeliveryDialog::makeProgress() {
    progress_ = new QWidget(this);
    auto* layout = new QHBoxLayout(progress_);
    layout->setContentsMargins(0, 0, 0, 0);
    bar_ = new QProgressBar(progress_);
    bar_->setRange(0, 100);
    bar_->setAccessibleName(tr("Reading"));
    auto* stop = new QPushButton(tr("Stop"), progress_);
    layout->addWidget(bar_, 1);
    layout->addWidget(stop);
    connect(stop, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    return progress_;
}

QWidget* DeliveryDialog::makeMissing() {
    auto* part = new QWidget(this);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("What is missing for"), part);
    analyses_ = new QComboBox(part);
    analyses_->addItem(tr("all analyses"), QString());
    const Texts& texts = workspace_.language().texts();
    for (const auto& analysis : workspace_.environment().catalogue().analyses()) {
        const std::string& id = analysis->declaration().id;
        analyses_->addItem(texts.analysisText(id, QStringLiteral("menu")),
                           QString::fromStdString(id));
    }
    label->setBuddy(analyses_);
    line->addWidget(label);
    line->addWidget(analyses_, 1);
    missing_ = new QTextBrowser(part);
    missing_->setOpenExternalLinks(true);  // in the browser of whoever clicks
    missing_->setAccessibleName(
        texts.common(QStringLiteral("delivery"), QStringLiteral("missing")));
    layout->addLayout(line);
    layout->addWidget(missing_, 1);
    connect(analyses_, &QComboBox::currentIndexChanged, this, &DeliveryDialog::showMissing);
    return part;
}

QWidget* DeliveryDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(this);
    add_ = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    save_ = buttons->addButton(tr("Save as PDF…"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    add_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &DeliveryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &DeliveryDialog::chooseReport);
    return buttons;
}

void DeliveryDialog::read() {
    task_.start([this, path = gis::pathFromUtf8(path_.toStdString()),
                 mappings = workspace_.environment().mappingFolder(),
                 settings = checkSettings(workspace_.language().language())](
                    const core::Progress& progress) mutable {
        core::RemarkList unreadable;
        settings.mappings = gis::readMappings(mappings, unreadable);
        Delivery delivery = recognised(path, settings, progress);
        for (core::Remark& remark : unreadable.take()) {
            delivery.remarks.push_back(std::move(remark));
        }
        return [this, delivery = std::move(delivery)] { present(delivery); };
    });
}

void DeliveryDialog::present(Delivery delivery) {
    delivery_ = std::move(delivery);
    isRead_ = true;
    const bool areRecognised = std::any_of(
        delivery_.layers.begin(), delivery_.layers.end(),
        [](const RecognisedLayer& layer) { return !layer.description.subject.empty(); });
    layers_->clear();
    for (const RecognisedLayer& layer : delivery_.layers) {
        addLayer(layer, areRecognised);
    }
    QStringList unused;
    for (const core::Remark& remark : delivery_.remarks) {
        unused << workspace_.language().texts().sentence(remark);
    }
    unused_->setText(unused.join(QLatin1Char('\n')));
    layers_->setCurrentItem(layers_->topLevelItem(0));
    showRemarks();
    showMissing();
    showState();
}

void DeliveryDialog::addLayer(const RecognisedLayer& layer, bool areRecognised) {
    const Texts& texts = workspace_.language().texts();
    const gis::LayerDescription& description = layer.description;
    const bool hasRows =
        description.kind == core::DataKind::table && description.table.rowCount >= 0;
    QString date = formatDateInTable(fromUtf8(description.referenceDate), texts.language());
    if (isBroken(layer, "date-not-old")) {
        date = tr("%1 (old)").arg(date);
    }
    auto* item = new QTreeWidgetItem(
        {nameOf(description, texts),
         hasRows ? formatCount(description.table.rowCount, texts.language()) : QString(), date,
         layer.check ? verdictText(layer.check->outcome(), texts)
                     : texts.common(QStringLiteral("check"), QStringLiteral("not-checked"))});
    item->setTextAlignment(rowsColumn, Qt::AlignRight | Qt::AlignVCenter);
    const bool isWanted = !areRecognised || !description.subject.empty();
    if (canBeAdded(layer)) {
        item->setCheckState(layerColumn, isWanted ? Qt::Checked : Qt::Unchecked);
    } else {  // no box to tick; it can be chosen all the same, to read why
        item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
        item->setForeground(layerColumn, palette().placeholderText());
    }
    layers_->addTopLevelItem(item);
}

void DeliveryDialog::showRemarks() {
    const int row = layers_->indexOfTopLevelItem(layers_->currentItem());
    remarks_->setPlainText(row < 0 ? QString()
                                   : remarksOf(delivery_.layers[static_cast<std::size_t>(row)],
                                               workspace_.language().texts()));
    remarks_->setVisible(!remarks_->document()->isEmpty());
}

void DeliveryDialog::showState() {
    progress_->setVisible(isBusy());
    const auto count = static_cast<int>(delivery_.layers.size());
    summary_->setText(isBusy()                   ? tr("Looking at what is in it…")
                      : !isRead_                 ? tr("Stopped.")
                      : delivery_.layers.empty() ? tr("No data were found here.")
                                                 : tr("%n layer(s) found.", nullptr, count));
    unused_->setVisible(!unused_->text().isEmpty());
    said_->setVisible(!said_->text().isEmpty());
    add_->setEnabled(!ticked().empty());
    save_->setEnabled(!isBusy() && isRead_);
}

void DeliveryDialog::setWantedAnalysis(const std::string& analysis) {
    analyses_->setCurrentIndex(std::max(analyses_->findData(QString::fromStdString(analysis)), 0));
}

void DeliveryDialog::showMissing() {
    const Texts& texts = workspace_.language().texts();
    const std::string wanted = analyses_->currentData().toString().toStdString();
    std::vector<gis::LayerDescription> found;
    for (const RecognisedLayer& layer : delivery_.layers) {
        found.push_back(layer.description);
    }
    for (const Layer& layer : workspace_.project().layers()) {
        if (layer.description != nullptr) {
            found.push_back(*layer.description);
        }
    }
    QString html;
    for (const auto& analysis : workspace_.environment().catalogue().analyses()) {
        const core::AnalysisDeclaration& declaration = analysis->declaration();
        if (!isRead_ || (!wanted.empty() && declaration.id != wanted)) {
            continue;
        }
        const QString part =
            missingHtml(declaration.id, missingData(declaration, found), sources_, texts);
        const QString name = texts.analysisText(declaration.id, QStringLiteral("menu"));
        html += part.isEmpty() || !wanted.empty()
                    ? part
                    : QStringLiteral("<h3>%1</h3>").arg(name.toHtmlEscaped()) + part;
    }
    const QString title = texts.common(QStringLiteral("delivery"), QStringLiteral("missing"));
    missing_->setHtml(!isRead_         ? QString()
                      : html.isEmpty() ? tr("Nothing is missing.").toHtmlEscaped()
                                       : QStringLiteral("<h2>%1</h2>").arg(title) + html);
}

std::vector<gis::LayerDescription> DeliveryDialog::ticked() const {
    std::vector<gis::LayerDescription> wanted;
    for (int row = 0; row < layers_->topLevelItemCount(); ++row) {
        if (layers_->topLevelItem(row)->checkState(layerColumn) == Qt::Checked) {
            wanted.push_back(delivery_.layers[static_cast<std::size_t>(row)].description);
        }
    }
    return wanted;
}

void DeliveryDialog::accept() {
    workspace_.open(QFileInfo(path_).fileName(), ticked());
    QDialog::accept();
}

void DeliveryDialog::chooseReport() {
    const QString file =
        chosenSaveFile(this, tr("Save report"), tr("check report"), QStringLiteral("pdf"));
    if (!file.isEmpty()) {
        saveReportAs(file);
    }
}

void DeliveryDialog::saveReportAs(const QString& fileName) {
    CheckReport report{QFileInfo(path_).fileName(), delivery_, QDate::currentDate()};
    said_->clear();
    task_.start([this, fileName, texts = workspace_.language().sharedTexts(),
                 report = std::move(report)](const core::Progress&) {
        saveReport(released(report), *texts, fileName);
        return [this, fileName] {
            said_->setText(tr("The report is saved in ‘%1’.").arg(QFileInfo(fileName).fileName()));
        };
    });
}

}  // namespace lommer::app
