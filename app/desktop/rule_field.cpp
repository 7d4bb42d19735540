#include "app/desktop/rule_field.h"

#include "app/desktop/typed_value.h"
#include "core/base/error.h"
#include "core/engine/parameter_check.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

constexpr int kVisibleRows = 5;

bool isEmptyRow(const QStringList& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString& cell) { return cell.isEmpty(); });
}

/// The declaration of one number in the table, so that it is read like any other number.
core::ParameterDeclaration numberOf(const core::ParameterDeclaration& table) {
    core::ParameterDeclaration number;
    number.id = table.id;
    number.kind = core::ParameterKind::number;
    return number;
}

}  // namespace

RuleField::RuleField(const std::string& analysis, const core::ParameterDeclaration& declaration,
                     const Texts& texts, const QLocale& locale, QWidget* parent)
    : ParameterField(declaration, parent), locale_(locale), table_(new QTableWidget(this)) {
    QStringList headers;
    for (const core::RuleColumn& column : declaration.ruleColumns) {
        const QString unit = texts.unitSymbol(column.unit);
        const QString name = texts.ruleColumn(analysis, declaration.id, column.id);
        headers << (unit.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, unit));
    }
    if (declaration.kind == core::ParameterKind::weights) {
        headers = {tr("Part"), tr("Weight")};
    }
    table_->setColumnCount(static_cast<int>(headers.size()));
    table_->setHorizontalHeaderLabels(headers);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->verticalHeader()->hide();
    table_->setTabKeyNavigation(false);  // Tab leads out of the table, the arrows through it
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() +
                           kVisibleRows * table_->verticalHeader()->defaultSectionSize());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table_);
    setFocusProxy(table_);
    connect(table_, &QTableWidget::cellChanged, this, &RuleField::keepOneEmptyRow);
    keepOneEmptyRow();
}

QStringList RuleField::rowAt(int row) const {
    QStringList cells;
    for (int column = 0; column < table_->columnCount(); ++column) {
        const QTableWidgetItem* item = table_->item(row, column);
        cells << (item == nullptr ? QString() : item->text().trimmed());
    }
    return cells;
}

void RuleField::putRow(const QStringList& cells) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    for (int column = 0; column < table_->columnCount(); ++column) {
        table_->setItem(row, column, new QTableWidgetItem(cells.value(column)));
    }
}

void RuleField::keepOneEmptyRow() {
    const int last = table_->rowCount() - 1;
    if (last < 0 || !isEmptyRow(rowAt(last))) {
        const QSignalBlocker blocker(table_);
        putRow({});
    }
}

core::RuleCell RuleField::cellFrom(const core::RuleColumn& column, const QString& text) const {
    if (text.isEmpty()) {
        return {};
    }
    if (!column.isNumber) {
        return text.toStdString();
    }
    return std::get<double>(typedValue(numberOf(declaration()), text, locale_));
}

core::ParameterValue RuleField::value() const {
    core::RuleTable rules;
    core::WeightsTable weights;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const QStringList cells = rowAt(row);
        if (isEmptyRow(cells)) {
            continue;
        }
        if (declaration().kind == core::ParameterKind::weights) {
            const auto weight = typedValue(numberOf(declaration()), cells.value(1), locale_);
            const double* number = std::get_if<double>(&weight);
            if (number == nullptr) {
                throw core::Error(core::ErrorCode::valueNotANumber,
                                  {{"parameter", declaration().id}, {"value", std::string()}});
            }
            weights.weights.emplace_back(cells.value(0).toStdString(), *number);
            continue;
        }
        std::vector<core::RuleCell> rule;
        for (std::size_t column = 0; column < declaration().ruleColumns.size(); ++column) {
            rule.push_back(cellFrom(declaration().ruleColumns[column],
                                    cells.value(static_cast<qsizetype>(column))));
        }
        rules.rows.push_back(std::move(rule));
    }
    if (rules.rows.empty() && weights.weights.empty()) {
        return {};
    }
    const bool isWeights = declaration().kind == core::ParameterKind::weights;
    return core::checkValue(
        declaration(), isWeights ? core::ParameterValue(weights) : core::ParameterValue(rules));
}

void RuleField::setValue(const core::ParameterValue& value) {
    const QSignalBlocker blocker(table_);
    table_->setRowCount(0);
    if (const auto* weights = std::get_if<core::WeightsTable>(&value)) {
        for (const auto& [key, weight] : weights->weights) {
            putRow({QString::fromStdString(key), typedNumber(weight, locale_)});
        }
    } else if (const auto* rules = std::get_if<core::RuleTable>(&value)) {
        for (const auto& row : rules->rows) {
            QStringList cells;
            for (const core::RuleCell& cell : row) {
                const double* number = std::get_if<double>(&cell);
                const std::string* text = std::get_if<std::string>(&cell);
                cells << (number != nullptr ? typedNumber(*number, locale_)
                          : text != nullptr ? QString::fromStdString(*text)
                                            : QString());
            }
            putRow(cells);
        }
    }
    keepOneEmptyRow();
}

}  // namespace lommer::app
