#include "gis/registers/normalised_table.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"
#include "core/base/stop_check.h"
#include "core/subjects/subjects.h"
#include "core/vector/column_names.h"
#include "gis/registers/figure_names.h"
#include "gis/registers/row_rules.h"
#include "gis/registers/value_rules.h"
#include "gis/vector_io/csv_value.h"

#include <algorithm>
#include <set>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnInfo;

bool isNumber(const ColumnInfo& info) {
    return info.type == core::ColumnType::integer || info.type == core::ColumnType::real;
}

/// The first column of the source that has one of the canonical names, with `areNumbered` also by
/// its stem; null: none.
const ColumnInfo* findColumn(const core::TableInfo& table,
                             const std::vector<std::string_view>& names, bool areNumbered) {
    for (const std::string_view name : names) {
        const auto found =
            std::find_if(table.columns.begin(), table.columns.end(), [&](const ColumnInfo& column) {
                return core::canonicalName(column.name) == name ||
                       (areNumbered && canonicalStem(column.name) == name);
            });
        if (found != table.columns.end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// As the subject declares the column; one that it does not have keeps the type of the source.
ColumnInfo declared(std::string_view subject, std::string_view name, const ColumnInfo& source) {
    ColumnInfo info = source;
    info.name = name;
    const core::Subject* known = core::findSubject(subject);
    if (known != nullptr) {
        for (const core::SubjectColumn& column : known->columns) {
            if (column.name == name) {
                info.type = column.type;
                info.unit = column.unit;
                info.privacy = std::max(info.privacy, column.privacy);
            }
        }
    }
    return info;
}

}  // namespace

NormalisedTable::NormalisedTable(std::shared_ptr<const core::TableSource> source,
                                 const LayerPattern& pattern, bool isForSubject,
                                 core::RemarkList& remarks)
    : source_(std::move(source)), info_(source_->info()), remarks_(remarks) {
    chooseColumns(pattern, isForSubject);
    chooseRows(pattern, isForSubject);
    if (const ColumnInfo* column = findColumn(source_->info(), pattern.dateColumns, false)) {
        dateColumn_ = column->name;
        hasPeriods_ = pattern.hasTopics;
    }
    info_.columns.clear();
    for (const Output& output : outputs_) {
        info_.columns.push_back(output.info);
    }
    if (!conditions_.empty()) {
        info_.rowCount = -1;
    }
}

void NormalisedTable::chooseColumns(const LayerPattern& pattern, bool isForSubject) {
    const core::TableInfo& from = source_->info();
    const bool isPlain = isForSubject && !pattern.hasTopics;
    std::set<std::string> used;
    core::ColumnNames names;
    for (const ColumnRule& rule : pattern.columns) {
        const ColumnInfo* column =
            isForSubject ? findColumn(from, rule.from, pattern.hasNumberedNames) : nullptr;
        if (column != nullptr) {
            outputs_.push_back(
                {declared(pattern.subject, rule.to, *column), column->name, rule.rule, false});
            used.insert(column->name);
            names.claim(std::string(rule.to));
        }
    }
    const std::size_t ruled = outputs_.size();
    for (const ColumnInfo& column : from.columns) {
        if ((!isForSubject || pattern.keepsOthers) && !used.contains(column.name)) {
            ColumnInfo info = column;
            info.name = isPlain ? names.claim(column.name) : column.name;
            outputs_.push_back({info, column.name, ValueRule::asIs, pattern.hasCbsSentinels});
        }
    }
    names.remarkOnRenamed(remarks_);
    if (isForSubject && pattern.hasTopics) {
        nameTopics(ruled);
    }
}

void NormalisedTable::nameTopics(std::size_t ruled) {
    core::ColumnNames names;
    for (std::size_t index = 0; index < outputs_.size(); ++index) {
        Output& output = outputs_[index];
        if (index < ruled) {
            names.claim(output.info.name);
        } else {
            output.info.name = names.claim(figureName(output.from));
            output.rule =
                output.info.type == core::ColumnType::text ? ValueRule::trimmed : ValueRule::asIs;
        }
    }
}

void NormalisedTable::chooseRows(const LayerPattern& pattern, bool isForSubject) {
    for (const RowRule& rule : pattern.rows) {
        const ColumnInfo* column = findColumn(source_->info(), rule.columns, false);
        if (column != nullptr && (isForSubject || rule.leaves == RowRule::Leaves::history)) {
            conditions_.push_back({rule, column->name});
        }
    }
}

std::vector<NormalisedTable::Output> NormalisedTable::wantedOutputs(
    const core::TableQuery& query) const {
    if (!query.columns) {
        return outputs_;
    }
    std::vector<Output> wanted;
    for (const std::string& name : *query.columns) {
        const auto found =
            std::find_if(outputs_.begin(), outputs_.end(),
                         [&name](const Output& output) { return output.info.name == name; });
        if (found == outputs_.end()) {
            throw core::Error(core::ErrorCode::columnMissing,
                              {{"column", name}, {"layer", info_.name}});
        }
        wanted.push_back(*found);
    }
    return wanted;
}

bool NormalisedTable::needsDay() const {
    return !dateColumn_.empty() &&
           std::any_of(conditions_.begin(), conditions_.end(), [](const Condition& condition) {
               return condition.rule.kind == RowRule::Kind::notEnded ||
                      condition.rule.kind == RowRule::Kind::begun;
           });
}

core::TableQuery NormalisedTable::innerQuery(const core::TableQuery& query,
                                             const std::vector<Output>& wanted) const {
    std::set<std::string> needed;
    for (const Output& output : wanted) {
        needed.insert(output.from);
    }
    core::TableQuery inner = query;
    // How many rows are of the past is known without them only where all others are read.
    const bool isAll = !query.bounds && source_->info().rowCount >= 0;
    for (const Condition& condition : conditions_) {
        needed.insert(condition.column);
        if (isAll && condition.rule.kind == RowRule::Kind::absent &&
            condition.rule.leaves == RowRule::Leaves::history) {
            inner.needlessWith.push_back(condition.column);
        }
    }
    if (!query.bounds && !dateColumn_.empty()) {
        needed.insert(dateColumn_);
    }
    inner.columns = std::vector<std::string>(needed.begin(), needed.end());
    return inner;
}

std::string NormalisedTable::referenceDate(const std::stop_token& stop) const {
    {
        const std::lock_guard lock(mutex_);
        if (referenceDate_ || dateColumn_.empty()) {
            return referenceDate_.value_or("");
        }
    }
    core::TableQuery query;
    query.withGeometry = false;
    findReferenceDate(source_->read(innerQuery(query, {}), stop), stop);
    const std::lock_guard lock(mutex_);
    return *referenceDate_;
}

void NormalisedTable::findReferenceDate(const core::Table& all, const std::stop_token& stop) const {
    std::vector<RowTest> tests;
    for (const Condition& condition : conditions_) {
        if (condition.rule.kind == RowRule::Kind::absent) {
            tests.emplace_back(condition.rule, all.columnNamed(condition.column),
                               std::string_view{});
        }
    }
    LatestDay latest(all.columnNamed(dateColumn_));
    for (std::int64_t row = 0; row < all.rowCount(); ++row) {
        core::checkStop(row, stop);
        if (std::all_of(tests.begin(), tests.end(),
                        [row](const RowTest& test) { return test.holds(row); })) {
            latest.add(row);
        }
    }
    const std::lock_guard lock(mutex_);
    referenceDate_ = hasPeriods_ ? periodDate(latest.day()) : latest.day();
}

std::vector<std::int64_t> NormalisedTable::keptRows(const core::Table& all, std::int64_t leftOut,
                                                    const std::string& day,
                                                    const std::stop_token& stop) const {
    std::vector<RowTest> tests;
    for (const Condition& condition : conditions_) {
        tests.emplace_back(condition.rule, all.columnNamed(condition.column), day);
    }
    std::vector<std::int64_t> rows;
    rows.reserve(static_cast<std::size_t>(all.rowCount()));
    std::int64_t past = leftOut;
    std::int64_t unused = 0;
    for (std::int64_t row = 0; row < all.rowCount(); ++row) {
        core::checkStop(row, stop);
        std::size_t failed = 0;
        while (failed < tests.size() && tests[failed].holds(row)) {
            ++failed;
        }
        if (failed == tests.size()) {
            rows.push_back(row);
            continue;
        }
        past += conditions_[failed].rule.leaves == RowRule::Leaves::history ? 1 : 0;
        unused += conditions_[failed].rule.leaves == RowRule::Leaves::notInUse ? 1 : 0;
    }
    if (past > 0) {
        remarks_.add({"history-left-out", {{"layer", info_.name}, {"count", past}}});
    }
    if (unused > 0) {
        remarks_.add({"not-in-use-left-out", {{"layer", info_.name}, {"count", unused}}});
    }
    return rows;
}

void NormalisedTable::remarkOnLost(const Converted& converted, const std::string& column) const {
    const auto remark = [&](const char* code, std::int64_t count) {
        if (count > 0) {
            remarks_.add({code, {{"layer", info_.name}, {"column", column}, {"count", count}}});
        }
    };
    remark("values-not-numbers", converted.notNumbers);
    remark("values-not-whole", converted.notWhole);
    remark("identifications-unreadable", converted.notIdentifications);
}

DecimalSign NormalisedTable::signOf(const Output& output, const core::TableQuery& query,
                                    const core::Table& all, const std::stop_token& stop) const {
    const Column& column = all.columnNamed(output.from);
    const bool isParsed = column.info().type == core::ColumnType::text && isNumber(output.info);
    if (!isParsed || !query.bounds) {
        return isParsed ? decimalSignOf(column) : DecimalSign::unknown;
    }
    core::TableQuery whole;
    whole.withGeometry = false;
    return decimalSignOf(source_->read(innerQuery(whole, {output}), stop).columnNamed(output.from));
}

core::ColumnPointer NormalisedTable::converted(const core::Table& kept, const Output& output,
                                               DecimalSign sign, std::int64_t& withheld,
                                               const std::stop_token& stop) const {
    const std::size_t index = *kept.indexOf(output.from);
    const bool isSame = output.rule == ValueRule::asIs && !output.hasSentinels &&
                        kept.column(index).info() == output.info;
    if (isSame) {
        return kept.columns()[index];
    }
    Converted made =
        convert(kept.column(index), output.info, {output.rule, output.hasSentinels, sign}, stop);
    withheld += made.withheld;
    remarkOnLost(made, output.from);
    return std::make_shared<const Column>(std::move(made.column));
}

void NormalisedTable::remarkOnChangedAreas(const std::vector<Output>& wanted,
                                           const std::vector<core::ColumnPointer>& columns) const {
    std::int64_t renamed = 0;
    std::int64_t redrawn = 0;
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        const Column& column = *columns[index];
        const bool isIt = wanted[index].info.name == "indelingswijziging" &&
                          column.info().type == core::ColumnType::text;
        for (std::int64_t row = 0; isIt && row < column.size(); ++row) {
            renamed += column.textAt(row) == "2" ? 1 : 0;
            redrawn += column.textAt(row) == "3" ? 1 : 0;
        }
    }
    if (renamed > 0) {
        remarks_.add({"area-codes-changed", {{"layer", info_.name}, {"count", renamed}}});
    }
    if (redrawn > 0) {
        remarks_.add({"areas-redrawn", {{"layer", info_.name}, {"count", redrawn}}});
    }
}

std::int64_t NormalisedTable::completedCodes(const std::vector<Output>& wanted,
                                             const core::Table& from,
                                             const std::vector<core::ColumnPointer>& columns,
                                             const std::stop_token& stop) {
    std::int64_t count = 0;
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        if (wanted[index].rule != ValueRule::areaCode) {
            continue;
        }
        const Column& before = from.columnNamed(wanted[index].from);
        for (std::int64_t row = 0; row < from.rowCount(); ++row) {
            core::checkStop(row, stop);
            const bool isSame = trimmed(before.displayAt(row)) == columns[index]->displayAt(row);
            count += isSame ? 0 : 1;
        }
    }
    return count;
}

core::Table NormalisedTable::read(const core::TableQuery& query,
                                  const std::stop_token& stop) const {
    const std::vector<Output> wanted = wantedOutputs(query);
    const core::TableQuery inner = innerQuery(query, wanted);
    const core::Table all = source_->read(inner, stop);
    if (!query.bounds && !dateColumn_.empty()) {
        findReferenceDate(all, stop);
    }
    const std::int64_t leftOut =
        inner.needlessWith.empty() ? 0 : source_->info().rowCount - all.rowCount();
    const std::vector<std::int64_t> rows =
        keptRows(all, leftOut, needsDay() ? referenceDate(stop) : std::string(), stop);
    const core::Table kept =
        static_cast<std::int64_t>(rows.size()) == all.rowCount() ? all : all.select(rows);
    std::vector<core::ColumnPointer> columns;
    columns.reserve(wanted.size());
    std::int64_t withheld = 0;
    for (const Output& output : wanted) {
        columns.push_back(
            converted(kept, output, signOf(output, query, all, stop), withheld, stop));
    }
    if (const std::int64_t completed = completedCodes(wanted, kept, columns, stop); completed > 0) {
        remarks_.add({"codes-completed", {{"layer", info_.name}, {"count", completed}}});
    }
    remarkOnChangedAreas(wanted, columns);
    if (withheld > 0) {
        remarks_.add({"figures-withheld", {{"layer", info_.name}, {"count", withheld}}});
    }
    return {kept.rowCount(), std::move(columns), kept.geometryPointer()};
}

}  // namespace lommer::gis
