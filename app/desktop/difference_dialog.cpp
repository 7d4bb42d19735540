#include "app/desktop/difference_dialog.h"

#include "app/desktop/compare_bar.h"
#include "app/desktop/parameter_field.h"
#include "app/desktop/role_field.h"
#include "core/base/assert.h"
#include "core/engine/parameter_check.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lommer::app {
namespace {

const std::string kAnalysis = "difference";
const std::string kLimit = "limit";

/// Where a person has said nothing yet: a whole unit, but a tenth of a share.
double usualLimit(core::Unit unit) {
    return unit == core::Unit::fraction ? 0.1 : 1.0;
}

}  // namespace

DifferenceDialog::DifferenceDialog(Workspace& workspace, const LayerId& layer, QWidget* parent)
    : QDialog(parent),
      workspace_(workspace),
      layer_(layer),
      question_(new QLabel(this)),
      layers_(new QListWidget(this)),
      said_(new QLabel(this)),
      start_(new QPushButton(tr("Calculate"), this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare with"));
    const Layer* own = workspace.project().find(layer);
    LOMMER_ASSERT(own != nullptr);
    question_->setText(
        tr("With which layer do you want to compare ‘%1’? The map shows ‘%1’ minus that layer.")
            .arg(own->name));
    question_->setWordWrap(true);
    said_->setWordWrap(true);
    layers_->setAccessibleName(tr("Layer to compare with"));
    for (const Layer* other : counterpartsOf(workspace.project(), *own)) {
        auto* item = new QListWidgetItem(comparedName(workspace, *other, *own), layers_);
        item->setData(Qt::UserRole, other->id);
    }
    LOMMER_ASSERT(layers_->count() > 0);
    layers_->setCurrentRow(0);
    makeFields(workspace.environment().catalogue().get(kAnalysis).declaration());
    layOut();
    connect(start_, &QPushButton::clicked, this, &DifferenceDialog::start);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(layers_, &QListWidget::itemActivated, this, &DifferenceDialog::start);
    connect(&workspace.runner(), &AnalysisRunner::changed, this, &DifferenceDialog::renew);
    connect(&workspace.project(), &Project::changed, this, &DifferenceDialog::renew);
    renew();
}

void DifferenceDialog::makeFields(const core::AnalysisDeclaration& analysis) {
    const Texts& texts = workspace_.language().texts();
    const core::RoleDeclaration& role = *analysis.findRole("areas");
    areas_ = new RoleField(role, texts.roleName(kAnalysis, role.id), {}, this);
    areas_->setLayers(workspace_.project().layers());
    limit_ = makeParameterField(kAnalysis, *analysis.findParameter(kLimit), texts,
                                workspace_.language().locale(), this);
    limit_->setValue(usualLimit(workspace_.project().find(layer_)->style.unit));
}

void DifferenceDialog::layOut() {
    const Texts& texts = workspace_.language().texts();
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(texts.parameterLabel(kAnalysis, kLimit), limit_);
    form->addRow(texts.roleName(kAnalysis, "areas"), areas_);
    limit_->setToolTip(texts.parameterHelp(kAnalysis, kLimit));
    start_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(start_);
    buttons->addWidget(cancel_);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(question_);
    layout->addWidget(layers_, 1);
    layout->addLayout(form);
    layout->addWidget(said_);
    layout->addLayout(buttons);
    resize(460, 420);
    layers_->setFocus();
}

/// What is compared may leave the project while people look at the question.
void DifferenceDialog::renew() {
    if (workspace_.project().find(layer_) == nullptr) {
        reject();
        return;
    }
    for (int row = layers_->count(); row-- > 0;) {
        if (workspace_.project().find(layers_->item(row)->data(Qt::UserRole).toString()) ==
            nullptr) {
            delete layers_->takeItem(row);
        }
    }
    const bool isRunning = workspace_.runner().isRunning();
    start_->setEnabled(!isRunning && layers_->currentItem() != nullptr);
    said_->setText(isRunning ? tr("Another calculation is running. Wait for it or stop it.")
                             : QString());
    said_->setVisible(isRunning);
}

RunOrder DifferenceDialog::order() const {
    const Project& project = workspace_.project();
    RunOrder order;
    order.analysis = kAnalysis;
    const LayerId other = layers_->currentItem()->data(Qt::UserRole).toString();
    order.inputs.push_back({"later", project.find(layer_)->description->location});
    order.inputs.push_back({"earlier", project.find(other)->description->location});
    for (const LayerId& areas : areas_->chosen()) {
        if (const Layer* layer = project.find(areas)) {
            order.inputs.push_back({"areas", layer->description->location});
        }
    }
    core::ParameterValue limit = limit_->value();
    if (!std::holds_alternative<std::monostate>(limit)) {
        order.parameters[kLimit] = std::move(limit);
    }
    return order;
}

void DifferenceDialog::start() {
    if (workspace_.runner().isRunning() || layers_->currentItem() == nullptr) {
        return;
    }
    try {
        RunOrder wanted = order();
        workspace_.beginAction();
        workspace_.comparison().end();  // its result is to be seen
        workspace_.startRun(std::move(wanted));
        accept();
    } catch (const core::Error& error) {
        said_->setText(workspace_.language().texts().sentence(error, kAnalysis));
        said_->show();
    }
}

}  // namespace lommer::app
