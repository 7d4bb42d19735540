#pragma once

#include "app/text/texts.h"
#include "core/engine/parameter.h"

#include <QLocale>
#include <QWidget>
#include <memory>

namespace lommer::app {

/// The field on a form for one setting: what it shows, and what people put into it.
class ParameterField : public QWidget {
    Q_OBJECT
public:
    explicit ParameterField(const core::ParameterDeclaration& declaration, QWidget* parent)
        : QWidget(parent), declaration_(declaration) {}

    const core::ParameterDeclaration& declaration() const { return declaration_; }
    /// monostate: nothing was filled in. Throws Error value-not-a-number, value-out-of-range and
    /// value-unknown.
    virtual core::ParameterValue value() const = 0;
    virtual void setValue(const core::ParameterValue& value) = 0;
    /// The columns to choose from; only a field for a column does something with them.
    virtual void setColumns(const std::vector<core::ColumnInfo>& columns) { Q_UNUSED(columns); }

private:
    core::ParameterDeclaration declaration_;
};

/// The field that belongs to the kind of the setting, with its default in it.
ParameterField* makeParameterField(const std::string& analysis,
                                   const core::ParameterDeclaration& declaration,
                                   const Texts& texts, const QLocale& locale, QWidget* parent);

/// "0 – 100 %": range and unit for people; empty where there is neither.
QString rangeText(const core::ParameterDeclaration& declaration, const Texts& texts);

}  // namespace lommer::app
