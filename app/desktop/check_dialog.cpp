#include "app/desktop/check_dialog.h"

#include "app/composition/layer_service.h"
#include "app/desktop/save_file.h"
#include "app/desktop/screen_size.h"
#include "app/layout/check_report.h"
#include "app/project/result_layer.h"
#include "app/text/number_format.h"
#include "app/text/source_catalogue.h"
#include "app/text/utf8.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

enum Column { verdictColumn, ruleColumn, columnColumn, rowsColumn, columnCount };

/// The codes of all areas of the project.
core::AreaCodes areasOf(const Project& project) {
    core::AreaCodes areas;
    for (const Layer& layer : project.layers()) {
        if (layer.data.table != nullptr && layer.description != nullptr) {
            addCodes(*layer.description, *layer.data.table, areas);
        }
    }
    return areas;
}

/// The layer as its files give it with these repairs, with the name and style that it has.
Layer repairedLayer(Layer layer, const std::vector<core::DataRepair>& repairs,
                    const std::stop_token& stop) {
    gis::LayerDescription description = *layer.description;
    description.location.repairs = repairs;
    description.remarks.clear();
    const LoadedLayer loaded = loadLayer(description, stop);
    layer.data = dataOf(loaded);
    layer.description = loaded.description;
    return layer;
}

}  // namespace

CheckSettings checkSettings(Language language) {
    return {.today = QDate::currentDate().toString(Qt::ISODate).toStdString(),
            .yearsUntilOld = SourceCatalogue(language).yearsUntilOld()};
}

QString verdictText(core::CheckOutcome outcome, const Texts& texts) {
    const QChar sign = outcome == core::CheckOutcome::passed    ? QChar(0x2713)
                       : outcome == core::CheckOutcome::remarks ? QLatin1Char('!')
                                                                : QChar(0x2717);
    return QStringLiteral("%1 %2").arg(sign).arg(
        texts.common(QStringLiteral("check"), fromUtf8(core::toText(outcome))));
}

CheckDialog::CheckDialog(Workspace& workspace, const LayerId& layer, QWidget* parent)
    : QDialog(parent), workspace_(workspace), versions_{layer} {
    setAttribute(Qt::WA_DeleteOnClose);
    resize(withinScreen(*this, {760, 560}));
    makeParts();
    connect(&task_, &BackgroundTask::changed, this, &CheckDialog::showState);
    connect(&task_, &BackgroundTask::failed, this,
            [this](const core::Error& error) { said_->setText(workspace_.sentence(error)); });
    connect(&workspace_.project(), &Project::layerReplaced, this, &CheckDialog::remember);
    connect(&workspace_.project(), &Project::changed, this, &CheckDialog::follow);
    follow();
}

void CheckDialog::makeParts() {
    auto* layout = new QVBoxLayout(this);
    verdict_ = new QLabel(this);
    QFont large = verdict_->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    verdict_->setFont(large);
    verdict_->setWordWrap(true);
    rules_ = new QTreeWidget(this);
    rules_->setColumnCount(columnCount);
    rules_->setHeaderLabels({tr("Verdict"), tr("Rule"), tr("Column"), tr("Rows")});
    rules_->setRootIsDecorated(false);
    rules_->setUniformRowHeights(true);
    rules_->setAlternatingRowColors(true);
    rules_->setAccessibleName(tr("Rules"));
    rules_->header()->setStretchLastSection(false);
    rules_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    rules_->header()->setSectionResizeMode(ruleColumn, QHeaderView::Stretch);
    detail_ = new QLabel(this);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setMinimumHeight(3 * fontMetrics().lineSpacing());
    detail_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    repaired_ = new QLabel(this);
    repaired_->setWordWrap(true);
    said_ = new QLabel(this);
    said_->setTextFormat(Qt::PlainText);  // names of files come from outside
    said_->setWordWrap(true);
    layout->addWidget(verdict_);
    layout->addWidget(makeProgress());
    layout->addWidget(rules_, 1);
    layout->addWidget(detail_);
    layout->addWidget(repaired_);
    layout->addWidget(said_);
    layout->addWidget(makeButtons());
    connect(rules_, &QTreeWidget::currentItemChanged, this, &CheckDialog::showRule);
    connect(rules_, &QTreeWidget::itemActivated, this, &CheckDialog::selectRows);
}

QWidget* CheckDialog::makeProgress() {
    progress_ = new QWidget(this);
    auto* layout = new QHBoxLayout(progress_);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QProgressBar(progress_);
    bar->setRange(0, 0);  // how much there is to check shows only while it is read
    bar->setAccessibleName(tr("Checking"));
    stop_ = new QPushButton(tr("Stop"), progress_);
    layout->addWidget(bar, 1);
    layout->addWidget(stop_);
    connect(stop_, &QPushButton::clicked, &task_, &BackgroundTask::stop);
    return progress_;
}

QWidget* CheckDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(this);
    select_ = buttons->addButton(tr("Show rows"), QDialogButtonBox::ActionRole);
    repairOne_ = buttons->addButton(tr("Repair"), QDialogButtonBox::ActionRole);
    repairAll_ = buttons->addButton(tr("Repair all safely"), QDialogButtonBox::ActionRole);
    save_ = buttons->addButton(tr("Save as PDF…"), QDialogButtonBox::ActionRole);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    select_->setToolTip(tr("Selects the rows on the map and in the table"));
    connect(select_, &QPushButton::clicked, this, &CheckDialog::selectRows);
    connect(repairOne_, &QPushButton::clicked, this, [this] {
        if (const core::CheckFinding* finding = chosen(); finding != nullptr && finding->repair) {
            repair({{*finding->repair, finding->column}});
        }
    });
    connect(repairAll_, &QPushButton::clicked, this, [this] { repair(check_.repairs()); });
    connect(save_, &QPushButton::clicked, this, &CheckDialog::chooseReport);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

const Layer* CheckDialog::layer() const {
    for (const LayerId& version : versions_) {
        if (const Layer* found = workspace_.project().find(version)) {
            return found;
        }
    }
    return nullptr;
}

void CheckDialog::remember(const LayerId& before, const LayerId& after) {
    const auto isKnown = [this](const LayerId& id) {
        return std::find(versions_.begin(), versions_.end(), id) != versions_.end();
    };
    if (isKnown(before) && !isKnown(after)) {
        versions_.push_back(after);
    }
}

void CheckDialog::follow() {
    const Layer* now = layer();
    if (now == nullptr) {
        reject();
        return;
    }
    setWindowTitle(tr("Check of ‘%1’").arg(now->name));
    if (now->id != shown_) {
        shown_ = now->id;
        startCheck();
    }
}

void CheckDialog::start(BackgroundTask::Work work) {
    said_->clear();
    task_.start(std::move(work));
}

void CheckDialog::startCheck() {
    const Layer* now = layer();
    const auto language = workspace_.language().language();
    // What was found in the layer before says nothing about this one.
    check_ = {};
    rules_->clear();
    start([this, description = now->description, table = now->data.table,
           areas = areasOf(workspace_.project()),
           settings = checkSettings(language)](const core::Progress& progress) {
        core::DataCheck check =
            checkLayer(*description, *table, settings, areas, progress.stopToken());
        return [this, check = std::move(check)] { present(check); };
    });
}

void CheckDialog::present(core::DataCheck check) {
    check_ = std::move(check);
    rules_->clear();
    std::vector<int> order;
    order.reserve(check_.findings.size());
    for (int index = 0; index < static_cast<int>(check_.findings.size()); ++index) {
        order.push_back(index);
    }
    const auto outcomeAt = [this](int index) {
        return check_.findings[static_cast<std::size_t>(index)].outcome;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return outcomeAt(a) > outcomeAt(b); });
    for (const int index : order) {
        addRule(check_.findings[static_cast<std::size_t>(index)], index);
    }
    rules_->setCurrentItem(rules_->topLevelItem(0));
    showState();
}

void CheckDialog::addRule(const core::CheckFinding& finding, int index) {
    const Texts& texts = workspace_.language().texts();
    auto* item = new QTreeWidgetItem(
        rules_,
        {verdictText(finding.outcome, texts),
         texts.common(QStringLiteral("rules"), fromUtf8(finding.rule)), fromUtf8(finding.column),
         finding.rows == 0 ? QString() : formatCount(finding.rows, texts.language())});
    item->setTextAlignment(rowsColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(verdictColumn, Qt::UserRole, index);
    if (finding.outcome == core::CheckOutcome::failed) {
        QFont bold = item->font(verdictColumn);
        bold.setBold(true);
        item->setFont(verdictColumn, bold);
    }
}

const core::CheckFinding* CheckDialog::chosen() const {
    const QTreeWidgetItem* item = rules_->currentItem();
    const auto index =
        item == nullptr ? check_.findings.size()
                        : static_cast<std::size_t>(item->data(verdictColumn, Qt::UserRole).toInt());
    return index < check_.findings.size() ? &check_.findings[index] : nullptr;
}

void CheckDialog::showRule() {
    const Texts& texts = workspace_.language().texts();
    const core::CheckFinding* finding = chosen();
    const bool isBroken = finding != nullptr && finding->outcome != core::CheckOutcome::passed;
    detail_->setText(isBroken ? findingText(*finding, texts) + QLatin1Char(' ') +
                                    adviceText(*finding, texts)
                     : finding != nullptr ? tr("All rows keep this rule.")
                                          : QString());
    const Layer* now = layer();
    const bool mayRepair =
        isBroken && finding->repair && !isBusy() && now != nullptr && !now->origin;
    select_->setEnabled(isBroken && !finding->examples.empty() && !isBusy());
    repairOne_->setVisible(isBroken && finding->repair.has_value());
    repairOne_->setEnabled(mayRepair);
    if (isBroken && finding->repair) {
        repairOne_->setText(
            texts.common(QStringLiteral("repairs"), fromUtf8(core::toText(*finding->repair))));
    }
}

void CheckDialog::showState() {
    const Texts& texts = workspace_.language().texts();
    const Layer* now = layer();
    progress_->setVisible(isBusy());
    save_->setEnabled(!isBusy() && !check_.findings.empty());
    repairAll_->setEnabled(!isBusy() && now != nullptr && !now->origin &&
                           !check_.repairs().empty());
    verdict_->setText(isBusy()                  ? tr("Checking…")
                      : check_.findings.empty() ? tr("Stopped.")
                                                : verdictText(check_.outcome(), texts));
    QStringList done;
    if (now != nullptr && now->description != nullptr) {
        for (const core::DataRepair& repair : now->description->location.repairs) {
            const QString name =
                texts.common(QStringLiteral("repairs"), fromUtf8(core::toText(repair.kind)));
            done << (repair.column.empty()
                         ? name
                         : QStringLiteral("%1 (%2)").arg(name, fromUtf8(repair.column)));
        }
    }
    repaired_->setVisible(!done.isEmpty());
    repaired_->setText(tr("Repaired: %1. The file itself has not been changed.")
                           .arg(done.join(QStringLiteral(", "))));
    said_->setVisible(!said_->text().isEmpty());
    showRule();
}

void CheckDialog::selectRows() {
    const core::CheckFinding* finding = chosen();
    if (finding != nullptr && !finding->examples.empty() && !isBusy() && layer() != nullptr) {
        workspace_.select(layer()->id, finding->examples, false);
        const auto count = static_cast<std::int64_t>(finding->examples.size());
        const Language language = workspace_.language().language();
        said_->setText(count < finding->rows ? tr("Of %1 rows the first %2 are selected.")
                                                   .arg(formatCount(finding->rows, language),
                                                        formatCount(count, language))
                                             : QString());
        said_->setVisible(!said_->text().isEmpty());
    }
}

void CheckDialog::repair(const std::vector<core::DataRepair>& repairs) {
    const Layer* now = layer();
    if (now == nullptr || repairs.empty() || isBusy()) {
        return;
    }
    std::vector<core::DataRepair> all = now->description->location.repairs;
    for (const core::DataRepair& repair : repairs) {
        if (std::find(all.begin(), all.end(), repair) == all.end()) {
            all.push_back(repair);
        }
    }
    start([this, before = *now, all](const core::Progress& progress) {
        Layer after = repairedLayer(before, all, progress.stopToken());
        return [this, after = std::move(after), id = before.id] {
            if (workspace_.project().find(id) != nullptr) {
                workspace_.replace(id, after, tr("repair layer ‘%1’").arg(after.name));
            }
        };
    });
}

void CheckDialog::chooseReport() {
    const QString file =
        chosenSaveFile(this, tr("Save report"), tr("check report"), QStringLiteral("pdf"));
    if (!file.isEmpty()) {
        saveReportAs(file);
    }
}

void CheckDialog::saveReportAs(const QString& fileName) {
    const Layer* now = layer();
    if (now == nullptr) {
        return;
    }
    gis::LayerDescription description = *now->description;
    description.table.rowCount = now->data.table->rowCount();
    CheckReport report{now->name, {{{description, check_}}, {}}, QDate::currentDate()};
    start([this, fileName, texts = workspace_.language().sharedTexts(),
           report = std::move(report)](const core::Progress&) {
        saveReport(released(report), *texts, fileName);
        return [this, fileName] {
            said_->setText(tr("The report is saved in ‘%1’.").arg(QFileInfo(fileName).fileName()));
        };
    });
}

}  // namespace lommer::app
