#include "app/desktop/parameter_field.h"

#include "app/desktop/rule_field.h"
#include "app/desktop/typed_value.h"
#include "app/text/number_format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

namespace lommer::app {
namespace {

using core::ParameterKind;

QHBoxLayout* rowIn(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

class CheckField : public ParameterField {
public:
    CheckField(const core::ParameterDeclaration& declaration, const QString& label, QWidget* parent)
        : ParameterField(declaration, parent), box_(new QCheckBox(label, this)) {
        rowIn(this)->addWidget(box_);
        setFocusProxy(box_);
    }
    core::ParameterValue value() const override { return box_->isChecked(); }
    void setValue(const core::ParameterValue& value) override {
        const bool* isChecked = std::get_if<bool>(&value);
        box_->setChecked(isChecked != nullptr && *isChecked);
    }

private:
    QCheckBox* box_;
};

class TypedField : public ParameterField {
public:
    TypedField(const core::ParameterDeclaration& declaration, const Texts& texts,
               const QLocale& locale, QWidget* parent)
        : ParameterField(declaration, parent), locale_(locale), line_(new QLineEdit(this)) {
        auto* row = rowIn(this);
        row->addWidget(line_, 1);
        const QString range = rangeText(declaration, texts);
        if (!range.isEmpty()) {
            auto* unit = new QLabel(range, this);
            unit->setForegroundRole(QPalette::PlaceholderText);
            row->addWidget(unit);
        }
        setFocusProxy(line_);
    }
    void setExample(const QString& text) { line_->setPlaceholderText(text); }
    core::ParameterValue value() const override {
        return typedValue(declaration(), line_->text(), locale_);
    }
    void setValue(const core::ParameterValue& value) override {
        line_->setText(typedText(declaration(), value, locale_));
    }

private:
    QLocale locale_;
    QLineEdit* line_;
};

/// A choice or a column: one out of a list.
class ListField : public ParameterField {
public:
    ListField(const core::ParameterDeclaration& declaration, const QString& noneText,
              QWidget* parent)
        : ParameterField(declaration, parent), noneText_(noneText), box_(new QComboBox(this)) {
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setMinimumContentsLength(12);
        rowIn(this)->addWidget(box_);
        setFocusProxy(box_);
    }
    void setEntries(const std::vector<std::pair<std::string, QString>>& entries) {
        const QVariant chosen = box_->currentData();
        box_->clear();
        if (std::holds_alternative<std::monostate>(declaration().defaultValue)) {
            box_->addItem(noneText_, QString());
        }
        for (const auto& [id, text] : entries) {
            box_->addItem(text, QString::fromStdString(id));
        }
        box_->setCurrentIndex(std::max(0, box_->findData(chosen)));
    }
    void setColumns(const std::vector<core::ColumnInfo>& columns) override {
        if (declaration().kind != ParameterKind::column) {
            return;
        }
        const auto& types = declaration().columnTypes;
        std::vector<std::pair<std::string, QString>> entries;
        for (const core::ColumnInfo& column : columns) {
            if (types.empty() ||
                std::find(types.begin(), types.end(), column.type) != types.end()) {
                entries.emplace_back(column.name, QString::fromStdString(column.name));
            }
        }
        setEntries(entries);
    }
    core::ParameterValue value() const override {
        const QString id = box_->currentData().toString();
        return id.isEmpty() ? core::ParameterValue{} : core::ParameterValue{id.toStdString()};
    }
    void setValue(const core::ParameterValue& value) override {
        const std::string* id = std::get_if<std::string>(&value);
        const int index = box_->findData(id == nullptr ? QString() : QString::fromStdString(*id));
        box_->setCurrentIndex(std::max(0, index));
    }

private:
    QString noneText_;
    QComboBox* box_;
};

ParameterField* makeListField(const std::string& analysis,
                              const core::ParameterDeclaration& declaration, const Texts& texts,
                              QWidget* parent) {
    auto* field = new ListField(
        declaration,
        declaration.isRequired ? ParameterField::tr("– choose –") : ParameterField::tr("– none –"),
        parent);
    std::vector<std::pair<std::string, QString>> entries;
    for (const std::string& choice : declaration.choices) {
        entries.emplace_back(choice, texts.choice(analysis, declaration.id, choice));
    }
    field->setEntries(entries);
    return field;
}

ParameterField* makeTypedField(const core::ParameterDeclaration& declaration, const Texts& texts,
                               const QLocale& locale, QWidget* parent) {
    auto* field = new TypedField(declaration, texts, locale, parent);
    if (declaration.kind == ParameterKind::dateTime) {
        field->setExample(ParameterField::tr("day-month-year hour:minute"));
    } else if (declaration.kind == ParameterKind::numberList) {
        field->setExample(ParameterField::tr("for example 10; 50; 90"));
    }
    return field;
}

}  // namespace

QString rangeText(const core::ParameterDeclaration& declaration, const Texts& texts) {
    const QString unit = texts.unitSymbol(declaration.unit);
    const Language language = texts.language();
    QString range;
    if (declaration.minimum && declaration.maximum) {
        range = QStringLiteral("%1 – %2").arg(formatNumber(*declaration.minimum, language),
                                              formatNumber(*declaration.maximum, language));
    } else if (declaration.minimum) {
        range = QStringLiteral("≥ %1").arg(formatNumber(*declaration.minimum, language));
    } else if (declaration.maximum) {
        range = QStringLiteral("≤ %1").arg(formatNumber(*declaration.maximum, language));
    }
    if (range.isEmpty() || unit.isEmpty()) {
        return range + unit;
    }
    const bool isClose = unit == QStringLiteral("%") || unit == QStringLiteral("°");
    return range + (isClose ? QString() : QString(QChar(0x00A0))) + unit;
}

ParameterField* makeParameterField(const std::string& analysis,
                                   const core::ParameterDeclaration& declaration,
                                   const Texts& texts, const QLocale& locale, QWidget* parent) {
    ParameterField* field = nullptr;
    switch (declaration.kind) {
        case ParameterKind::boolean:
            field =
                new CheckField(declaration, texts.parameterLabel(analysis, declaration.id), parent);
            break;
        case ParameterKind::choice:
        case ParameterKind::column:
            field = makeListField(analysis, declaration, texts, parent);
            break;
        case ParameterKind::weights:
        case ParameterKind::rules:
            field = new RuleField(analysis, declaration, texts, locale, parent);
            break;
        default:
            field = makeTypedField(declaration, texts, locale, parent);
    }
    field->setObjectName(QString::fromStdString(declaration.id));
    field->setValue(declaration.defaultValue);
    field->setToolTip(texts.parameterHelp(analysis, declaration.id));
    return field;
}

}  // namespace lommer::app
