#pragma once

#include "app/desktop/parameter_field.h"
#include "app/desktop/role_field.h"
#include "app/desktop/workspace.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QVBoxLayout;
class QToolButton;

namespace lommer::app {

/// The form of one analysis, made from its declaration: a list of layers for each role, a field for
/// each setting, the definitions. Rarely needed settings are folded away.
class AnalysisForm : public QWidget {
    Q_OBJECT
public:
    AnalysisForm(Workspace& workspace, const core::AnalysisDeclaration& analysis, QWidget* parent);

    /// What is filled in, checked. Throws Error role-missing and what core::checkParameters throws.
    RunOrder order() const;
    /// Fills in what a run was done with, of layers those that the project has. Returns the names
    /// of the files of the others.
    QStringList fill(const RunOrder& order);
    /// Puts the keyboard into the field that an error of `order` is about.
    void showFieldOf(const core::Error& error);
    RoleField* roleField(const std::string& role) const;
    /// The first role that must be filled and is not; nullptr where there is none.
    const RoleField* firstUnfilled() const;
    ParameterField* parameterField(const std::string& parameter) const;

private:
    void addRoles(QVBoxLayout* form);
    void addDefinitions(QVBoxLayout* form);
    void addParameters(QVBoxLayout* form, bool isAdvanced);
    void addField(QVBoxLayout* form, const core::ParameterDeclaration& parameter);
    void follow(const LayerId& before, const LayerId& after);
    void renewLayers();
    void renewColumns();
    void applyDefinition();
    void unfoldUnusual();
    std::string definition() const;
    core::ParameterValues usualValues() const;

    Workspace& workspace_;
    const core::AnalysisDeclaration& analysis_;
    std::vector<RoleField*> roles_;
    std::vector<ParameterField*> parameters_;
    QComboBox* definitions_ = nullptr;
    QToolButton* fold_ = nullptr;
};

}  // namespace lommer::app
