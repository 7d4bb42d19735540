#include "app/desktop/analysis_form.h"

#include "app/desktop/missing_text.h"
#include "core/base/error.h"
#include "core/engine/parameter_check.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

/// Not a form layout: where labels wrap and fields come in, that one leaves fields too low.
QVBoxLayout* makeFormLayout() {
    auto* form = new QVBoxLayout;
    form->setSpacing(3);
    return form;
}

/// A row for the label and one for the field, both as wide as the form: labels are sentences and
/// the panel is narrow.
void addLabelled(QVBoxLayout* form, const QString& text, QWidget* field, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setContentsMargins(0, 6, 0, 0);
    // What the keyboard reaches is inside the field: that has to bear the name.
    QWidget* editor = field->focusProxy() == nullptr ? field : field->focusProxy();
    label->setBuddy(editor);
    editor->setAccessibleName(text);
    editor->setAccessibleDescription(field->toolTip());
    label->setToolTip(field->toolTip());
    form->addWidget(label);
    form->addWidget(field);
}

}  // namespace

AnalysisForm::AnalysisForm(Workspace& workspace, const core::AnalysisDeclaration& analysis,
                           QWidget* parent)
    : QWidget(parent), workspace_(workspace), analysis_(analysis) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* form = makeFormLayout();
    layout->addLayout(form);
    addRoles(form);
    addDefinitions(form);
    addParameters(form, false);
    const bool hasMore =
        std::any_of(analysis.parameters.begin(), analysis.parameters.end(),
                    [](const core::ParameterDeclaration& one) { return one.isAdvanced; });
    if (hasMore) {
        auto* fold = new QToolButton(this);
        fold->setText(tr("More settings"));
        fold->setCheckable(true);
        fold->setAutoRaise(true);
        fold->setArrowType(Qt::RightArrow);
        fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        auto* more = new QWidget(this);
        QVBoxLayout* moreForm = makeFormLayout();
        moreForm->setContentsMargins(0, 0, 0, 0);
        more->setLayout(moreForm);
        addParameters(moreForm, true);
        more->hide();
        connect(fold, &QToolButton::toggled, more, &QWidget::setVisible);
        fold_ = fold;
        connect(fold, &QToolButton::toggled, fold, [fold](bool isOpen) {
            fold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        });
        layout->addWidget(fold);
        layout->addWidget(more);
    }
    connect(&workspace.project(), &Project::layerReplaced, this, &AnalysisForm::follow);
    connect(&workspace.project(), &Project::changed, this, &AnalysisForm::renewLayers);
    renewLayers();
    applyDefinition();
}

void AnalysisForm::addRoles(QVBoxLayout* form) {
    const Texts& texts = workspace_.language().texts();
    const SourceCatalogue sources(workspace_.language().language());
    for (const core::RoleDeclaration& role : analysis_.roles) {
        const QString name = texts.roleName(analysis_.id, role.id);
        auto* field = new RoleField(role, name, sourceHtml(role.subjects, sources, texts), this);
        roles_.push_back(field);
        addLabelled(form, name, field, this);
        connect(field, &RoleField::changed, this, &AnalysisForm::renewColumns);
    }
}

void AnalysisForm::addDefinitions(QVBoxLayout* form) {
    if (analysis_.definitions.empty()) {
        return;
    }
    definitions_ = new QComboBox(this);
    for (const core::Definition& one : analysis_.definitions) {
        definitions_->addItem(workspace_.language().texts().definition(analysis_.id, one.id),
                              QString::fromStdString(one.id));
    }
    addLabelled(form, tr("Definition"), definitions_, this);
    connect(definitions_, &QComboBox::currentIndexChanged, this, &AnalysisForm::applyDefinition);
}

void AnalysisForm::addParameters(QVBoxLayout* form, bool isAdvanced) {
    for (const core::ParameterDeclaration& parameter : analysis_.parameters) {
        if (parameter.isAdvanced == isAdvanced) {
            addField(form, parameter);
        }
    }
}

void AnalysisForm::addField(QVBoxLayout* form, const core::ParameterDeclaration& parameter) {
    const InterfaceLanguage& language = workspace_.language();
    ParameterField* field =
        makeParameterField(analysis_.id, parameter, language.texts(), language.locale(), this);
    parameters_.push_back(field);
    if (parameter.kind == core::ParameterKind::boolean) {  // says its name itself
        form->addWidget(field);
        return;
    }
    addLabelled(form, language.texts().parameterLabel(analysis_.id, parameter.id), field, this);
}

void AnalysisForm::follow(const LayerId& before, const LayerId& after) {
    for (RoleField* role : roles_) {
        role->follow(before, after);
    }
}

void AnalysisForm::renewLayers() {
    for (RoleField* role : roles_) {
        role->setLayers(workspace_.project().layers());
    }
    renewColumns();
}

void AnalysisForm::renewColumns() {
    for (ParameterField* field : parameters_) {
        if (field->declaration().kind != core::ParameterKind::column) {
            continue;
        }
        const RoleField* role = roleField(field->declaration().role);
        std::vector<core::ColumnInfo> columns;
        for (const LayerId& id : role == nullptr ? std::vector<LayerId>() : role->chosen()) {
            const Layer* layer = workspace_.project().find(id);
            if (layer != nullptr && layer->data.table != nullptr) {
                for (const core::ColumnPointer& column : layer->data.table->columns()) {
                    columns.push_back(column->info());
                }
            }
        }
        field->setColumns(columns);
    }
}

std::string AnalysisForm::definition() const {
    return definitions_ == nullptr ? std::string()
                                   : definitions_->currentData().toString().toStdString();
}

core::ParameterValues AnalysisForm::usualValues() const {
    return core::usualValues(analysis_, analysis_.findDefinition(definition()));
}

void AnalysisForm::applyDefinition() {
    const core::ParameterValues values = usualValues();
    for (ParameterField* field : parameters_) {
        field->setValue(values.at(field->declaration().id));
    }
}

QStringList AnalysisForm::fill(const RunOrder& order) {
    if (definitions_ != nullptr) {  // the first is that of the defaults
        definitions_->setCurrentIndex(
            std::max(definitions_->findData(QString::fromStdString(order.definition)), 0));
    }
    QStringList notFound;
    for (RoleField* field : roles_) {
        std::vector<LayerId> layers;
        for (const InputOrder& input : order.inputs) {
            if (input.role != field->role().id) {
                continue;
            }
            if (const Layer* layer = workspace_.project().findAt(input.location)) {
                layers.push_back(layer->id);
            } else {
                notFound << shownPath(input.location.files.empty()
                                          ? std::filesystem::path(input.role)
                                          : input.location.files.front().filename());
            }
        }
        field->setChosen(layers);
    }
    applyDefinition();
    for (ParameterField* field : parameters_) {
        const auto given = order.parameters.find(field->declaration().id);
        if (given != order.parameters.end()) {
            field->setValue(given->second);
        }
    }
    unfoldUnusual();
    return notFound;
}

/// What is folded away and not as usual is to be seen.
void AnalysisForm::unfoldUnusual() {
    const core::ParameterValues usual = usualValues();
    for (const ParameterField* field : parameters_) {
        const core::ParameterDeclaration& parameter = field->declaration();
        if (parameter.isAdvanced &&
            core::toText(field->value()) != core::toText(usual.at(parameter.id))) {
            fold_->setChecked(true);
        }
    }
}

RoleField* AnalysisForm::roleField(const std::string& role) const {
    const auto found = std::find_if(roles_.begin(), roles_.end(),
                                    [&](const RoleField* one) { return one->role().id == role; });
    return found == roles_.end() ? nullptr : *found;
}

ParameterField* AnalysisForm::parameterField(const std::string& parameter) const {
    const auto found =
        std::find_if(parameters_.begin(), parameters_.end(),
                     [&](const ParameterField* one) { return one->declaration().id == parameter; });
    return found == parameters_.end() ? nullptr : *found;
}

void AnalysisForm::showFieldOf(const core::Error& error) {
    QWidget* field = nullptr;
    for (const auto& [name, value] : error.arguments()) {
        const auto* id = std::get_if<std::string>(&value);
        if (id != nullptr && (name == "parameter" || name == "first")) {
            ParameterField* found = parameterField(*id);
            if (found != nullptr && found->declaration().isAdvanced) {
                fold_->setChecked(true);
            }
            field = found;
        } else if (id != nullptr && name == "role") {
            field = roleField(*id);
        }
    }
    if (field != nullptr) {
        field->setFocus();
    }
}

const RoleField* AnalysisForm::firstUnfilled() const {
    const auto found = std::find_if(roles_.begin(), roles_.end(), [](const RoleField* field) {
        return static_cast<int>(field->chosen().size()) < field->role().minimumCount;
    });
    return found == roles_.end() ? nullptr : *found;
}

RunOrder AnalysisForm::order() const {
    RunOrder order;
    order.analysis = analysis_.id;
    order.definition = definition();
    for (const RoleField* field : roles_) {
        const core::RoleDeclaration& role = field->role();
        const std::vector<LayerId> chosen = field->chosen();
        if (static_cast<int>(chosen.size()) < role.minimumCount && role.alternativeGroup.empty()) {
            throw core::Error(core::ErrorCode::roleMissing,
                              {{"analysis", analysis_.id}, {"role", role.id}});
        }
        for (const LayerId& id : chosen) {
            order.inputs.push_back({role.id, workspace_.project().find(id)->description->location});
        }
    }
    // Only what differs from the definition: the record then says what was chosen. An emptied field
    // goes back to it.
    const core::ParameterValues standard = usualValues();
    for (const ParameterField* field : parameters_) {
        const std::string& id = field->declaration().id;
        core::ParameterValue value = field->value();
        if (!std::holds_alternative<std::monostate>(value) && value != standard.at(id)) {
            order.parameters[id] = std::move(value);
        }
    }
    core::checkParameters(analysis_, order.parameters, order.definition);
    return order;
}

}  // namespace lommer::app
