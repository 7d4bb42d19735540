#pragma once

#include "app/desktop/parameter_field.h"

class QTableWidget;

namespace lommer::app {

/// A small table to fill in: the rows of a rule setting, or keys with their weights. The last row
/// is empty; a new one comes when it is filled in.
class RuleField : public ParameterField {
    Q_OBJECT
public:
    RuleField(const std::string& analysis, const core::ParameterDeclaration& declaration,
              const Texts& texts, const QLocale& locale, QWidget* parent);

    core::ParameterValue value() const override;
    void setValue(const core::ParameterValue& value) override;

private:
    QStringList rowAt(int row) const;
    void putRow(const QStringList& cells);
    void keepOneEmptyRow();
    core::RuleCell cellFrom(const core::RuleColumn& column, const QString& text) const;

    QLocale locale_;
    QTableWidget* table_;
};

}  // namespace lommer::app
