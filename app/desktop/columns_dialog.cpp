#include "app/desktop/columns_dialog.h"

#include "app/composition/layer_service.h"
#include "app/desktop/screen_size.h"
#include "app/project/result_layer.h"
#include "app/text/number_format.h"
#include "app/text/utf8.h"
#include "core/base/letter_case.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

constexpr double kCertain = 0.8;
constexpr int kExamples = 3;

/// The first different values of a column, for people to see what is in it.
QString examplesOf(const core::Table& rows, const std::string& column, Language language) {
    QStringList examples;
    const auto index = rows.indexOf(column);
    for (std::int64_t row = 0; index && row < rows.rowCount() && examples.size() < kExamples;
         ++row) {
        const core::Column& values = rows.column(*index);
        const bool isReal = values.info().type == core::ColumnType::real && values.isPresent(row);
        const QString value = isReal ? formatNumber(values.realAt(row), language)
                                     : fromUtf8(values.displayAt(row)).trimmed();
        if (!value.isEmpty() && !examples.contains(value)) {
            examples << value;
        }
    }
    return examples.join(QStringLiteral(" · "));
}

/// The layer of the project, read anew by what was assigned.
Layer assignedLayer(const Layer& before, const gis::ColumnMapping& mapping, const Texts& texts,
                    const std::stop_token& stop) {
    gis::LayerDescription description = *before.description;
    description.location.subject = mapping.subject;
    description.location.mapping = std::make_shared<const gis::ColumnMapping>(mapping);
    description.subject = mapping.subject;
    description.remarks.clear();
    const LoadedLayer loaded = loadLayer(description, stop);
    Layer after = fileLayer(loaded, 0, texts);
    after.style = before.style;
    after.isVisible = before.isVisible;
    if (before.name != fileLayerName(*before.description, texts)) {  // a person named it
        after.name = before.name;
    }
    return after;
}

}  // namespace

ColumnsDialog::ColumnsDialog(Workspace& workspace, const LayerId& layer, QWidget* parent)
    : QDialog(parent), workspace_(workspace), layer_(layer) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Assign columns"));
    resize(withinScreen(*this, {620, 480}));
    makeParts();
    connect(&task_, &BackgroundTask::changed, this, &ColumnsDialog::showState);
    connect(&task_, &BackgroundTask::failed, this,
            [this](const core::Error& error) { help_->setText(workspace_.sentence(error)); });
    connect(&workspace_.project(), &Project::layerReplaced, this,
            [this](const LayerId& before, const LayerId& after) {
                layer_ = before == layer_ ? after : layer_;
            });
    connect(&workspace_.project(), &Project::changed, this, [this] {
        if (workspace_.project().find(layer_) == nullptr) {
            reject();  // there is nothing to assign any more
        }
    });
    read();
}

void ColumnsDialog::makeParts() {
    auto* layout = new QVBoxLayout(this);
    help_ = new QLabel(tr("Reading…"), this);
    help_->setWordWrap(true);
    subjects_ = new QComboBox(this);
    subjects_->setAccessibleName(tr("What the layer holds"));
    area_ = new QScrollArea(this);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    remember_ = buttons->addButton(tr("Remember and use"), QDialogButtonBox::AcceptRole);
    remember_->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    layout->addWidget(help_);
    layout->addWidget(subjects_);
    layout->addWidget(area_, 1);
    layout->addWidget(buttons);
    connect(subjects_, &QComboBox::currentIndexChanged, this, &ColumnsDialog::showColumns);
    connect(buttons, &QDialogButtonBox::accepted, this, &ColumnsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ColumnsDialog::reject);
}

void ColumnsDialog::read() {
    const Layer* layer = workspace_.project().find(layer_);
    if (layer == nullptr || layer->description == nullptr) {
        return;
    }
    task_.start(
        [this, location = layer->description->location,
         folder = workspace_.environment().mappingFolder()](const core::Progress& progress) {
            core::RemarkList unreadable;  // said when the layer was opened
            const gis::Mappings mappings = gis::readMappings(folder, unreadable);
            UnassignedLayer read = readUnassigned(location, mappings, progress.stopToken());
            return [this, read = std::move(read)] { present(read); };
        });
}

void ColumnsDialog::present(UnassignedLayer layer) {
    unassigned_ = std::move(layer);
    isRead_ = true;
    help_->setText(
        unassigned_.isOfRegister
            ? tr("A register says what this layer is. There is nothing to assign.")
            : tr("Choose what the layer holds and which column is which. This is remembered for "
                 "the next file with the same columns."));
    addSubjects();
    showColumns();
}

void ColumnsDialog::addSubjects() {
    const Texts& texts = workspace_.language().texts();
    const QSignalBlocker silent(subjects_);
    subjects_->addItem(tr("Choose…"), QString());
    for (const std::string_view id : possibleSubjects(unassigned_.description.table)) {
        subjects_->addItem(texts.common(QStringLiteral("subjects"), fromUtf8(id)), fromUtf8(id));
    }
    if (unassigned_.proposal) {
        subjects_->setCurrentIndex(
            subjects_->findData(fromUtf8(unassigned_.proposal->mapping.subject)));
    }
}

std::string ColumnsDialog::subject() const {
    return subjects_->currentData().toString().toStdString();
}

void ColumnsDialog::showColumns() {
    choices_.clear();
    auto* page = new QWidget(area_);
    auto* form = new QFormLayout(page);
    const core::Subject* known = core::findSubject(subject());
    if (known != nullptr) {
        const bool isProposed =
            unassigned_.proposal && unassigned_.proposal->mapping.subject == known->id;
        const gis::MappingProposal proposal =
            isProposed
                ? *unassigned_.proposal
                : gis::proposeMappingFor(known->id, unassigned_.description, unassigned_.rows);
        for (const core::SubjectColumn& column : known->columns) {
            addChoice(column, proposal, form);
        }
    }
    area_->setWidget(page);
    showState();
}

void ColumnsDialog::addChoice(const core::SubjectColumn& column,
                              const gis::MappingProposal& proposal, QFormLayout* form) {
    const std::string name(column.name);
    Choice choice{new QComboBox(form->parentWidget()), new QLabel(form->parentWidget())};
    choice.columns->addItem(tr("(none)"), QString());
    for (const core::ColumnInfo& one : unassigned_.description.table.columns) {
        choice.columns->addItem(fromUtf8(one.name), fromUtf8(core::canonicalName(one.name)));
    }
    const auto found = proposal.mapping.columns.find(name);
    if (found != proposal.mapping.columns.end()) {
        choice.columns->setCurrentIndex(choice.columns->findData(fromUtf8(found->second)));
        const auto score = proposal.columnScores.find(name);
        if (score != proposal.columnScores.end() && score->second < kCertain) {
            choice.columns->setToolTip(tr("Not certain: look at the examples."));
        }
    }
    const QString unit = workspace_.language().texts().unitSymbol(column.unit);
    const QString label =
        unit.isEmpty() ? fromUtf8(name) : QStringLiteral("%1 (%2)").arg(fromUtf8(name), unit);
    choice.columns->setAccessibleName(label);
    choice.examples->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(label, choice.columns);
    form->addRow(QString(), choice.examples);
    choices_[name] = choice;
    connect(choice.columns, &QComboBox::currentIndexChanged, choice.examples,
            [this, choice] { showExamples(choice); });
    showExamples(choice);
}

void ColumnsDialog::showExamples(const Choice& choice) const {
    const bool isChosen = choice.columns->currentIndex() > 0;
    choice.examples->setText(isChosen ? examplesOf(unassigned_.rows,
                                                   choice.columns->currentText().toStdString(),
                                                   workspace_.language().language())
                                      : QString());
}

void ColumnsDialog::showState() {
    const bool mayChoose = isRead_ && !isBusy() && !unassigned_.isOfRegister;
    subjects_->setEnabled(mayChoose);
    area_->setEnabled(mayChoose);
    remember_->setEnabled(mayChoose && !subject().empty());
}

QComboBox* ColumnsDialog::choiceFor(const std::string& column) const {
    const auto found = choices_.find(column);
    return found == choices_.end() ? nullptr : found->second.columns;
}

gis::ColumnMapping ColumnsDialog::mapping() const {
    gis::ColumnMapping mapping =
        gis::proposeMappingFor(subject(), unassigned_.description, core::Table()).mapping;
    mapping.columns.clear();
    for (const auto& [column, choice] : choices_) {
        const std::string chosen = choice.columns->currentData().toString().toStdString();
        if (!chosen.empty()) {
            mapping.columns[column] = chosen;
        }
    }
    return mapping;
}

void ColumnsDialog::accept() {
    const Layer* layer = workspace_.project().find(layer_);
    if (layer == nullptr || !remember_->isEnabled()) {
        return;
    }
    task_.start([this, before = *layer, chosen = mapping(),
                 folder = workspace_.environment().mappingFolder(),
                 texts = workspace_.language().sharedTexts()](const core::Progress& progress) {
        Layer after = assignedLayer(before, chosen, *texts, progress.stopToken());
        if (!folder.empty()) {
            gis::rememberMapping(chosen, folder);
        }
        return [this, after = std::move(after), id = before.id] {
            if (workspace_.project().find(id) != nullptr) {
                workspace_.replace(id, after, tr("assign columns of ‘%1’").arg(after.name));
            }
            QDialog::accept();
        };
    });
}

}  // namespace lommer::app
