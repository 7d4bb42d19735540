#include "gis/registers/observations.h"

#include "core/base/error.h"
#include "core/base/letter_case.h"
#include "gis/registers/layer_pattern.h"
#include "gis/registers/value_rules.h"
#include "gis/vector_io/csv_value.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;
using core::Presence;

constexpr std::int64_t kRowsPerCheck = 4096;
/// What a row says of its figure; every other column says what the figure is for.
constexpr std::array<std::string_view, 5> kOfFigure{"id", "measure", "valueattribute", "value",
                                                    "stringvalue"};

const Column* findColumn(const core::Table& table, std::string_view name) {
    for (const core::ColumnPointer& column : table.columns()) {
        if (core::canonicalName(column->info().name) == name) {
            return column.get();
        }
    }
    return nullptr;
}

Presence reasonOf(std::string_view attribute) {
    struct Reason {
        std::string_view attribute;
        Presence presence;
    };
    constexpr std::array kReasons{Reason{"impossible", Presence::notApplicable},
                                  Reason{"secret", Presence::secret},
                                  Reason{"confidential", Presence::secret},
                                  Reason{"notyetavailable", Presence::notYetPublished}};
    const std::string name = core::canonicalName(attribute);
    const auto* const found =
        std::find_if(kReasons.begin(), kReasons.end(),
                     [&name](const Reason& reason) { return reason.attribute == name; });
    return found == kReasons.end() ? Presence::missing : found->presence;
}

/// So many cells may the table have for each observation: of real ones most cells have a figure,
/// while a file whose every figure has its own measure and area would fill any memory.
constexpr std::int64_t kCellsPerObservation = 64;
constexpr std::int64_t kCellsOfSmallTables = 1 << 20;

/// Which row of the observations fills each cell of a column; -1 where none does.
using Cells = std::vector<std::int64_t>;

class Pivot {
public:
    Pivot(const core::Table& table, const std::string& layer, const std::stop_token& stop)
        : table_(table),
          layer_(layer),
          stop_(stop),
          mostCells_(std::max(kCellsOfSmallTables, kCellsPerObservation * table.rowCount())),
          measures_(table.columnNamed("Measure")),
          attributes_(findColumn(table, "valueattribute")),
          values_(findColumn(table, "value")),
          strings_(findColumn(table, "stringvalue")) {
        for (const core::ColumnPointer& column : table.columns()) {
            const std::string name = core::canonicalName(column->info().name);
            if (std::find(kOfFigure.begin(), kOfFigure.end(), name) == kOfFigure.end()) {
                dimensions_.push_back(column.get());
            }
        }
    }

    core::Table make() {
        for (std::int64_t row = 0; row < table_.rowCount(); ++row) {
            if (row % kRowsPerCheck == 0 && stop_.stop_requested()) {
                throw core::Cancelled{};
            }
            place(row);
        }
        std::vector<core::ColumnPointer> columns;
        columns.reserve(dimensions_.size() + names_.size());
        for (const Column* dimension : dimensions_) {
            columns.push_back(std::make_shared<const Column>(dimensionColumn(*dimension)));
        }
        for (std::size_t index = 0; index < names_.size(); ++index) {
            cells_[index].resize(firstRows_.size(), -1);
            columns.push_back(std::make_shared<const Column>(measureColumn(index)));
        }
        return {static_cast<std::int64_t>(firstRows_.size()), std::move(columns), nullptr};
    }

    std::int64_t twice() const noexcept { return twice_; }

private:
    void place(std::int64_t row) {
        std::string key;
        for (const Column* dimension : dimensions_) {
            key += dimension->displayAt(row);
            key += '\0';
        }
        const auto [line, isNewLine] = lines_.try_emplace(std::move(key), firstRows_.size());
        if (isNewLine) {
            firstRows_.push_back(row);
        }
        const std::string measure(trimmed(measures_.displayAt(row)));
        const auto [column, isNewColumn] = columns_.try_emplace(measure, names_.size());
        if (isNewColumn) {
            names_.push_back(measure);
            cells_.emplace_back();
        }
        throwWhereScattered();
        Cells& cells = cells_[column->second];
        cells.resize(std::max(cells.size(), line->second + 1), -1);
        if (cells[line->second] >= 0) {
            ++twice_;
            return;
        }
        cells[line->second] = row;
    }

    void throwWhereScattered() const {
        if (static_cast<std::int64_t>(names_.size() * firstRows_.size()) > mostCells_) {
            throw core::Error(core::ErrorCode::fileUnreadable,
                              {{"file", layer_}, {"reason", std::string("figures-scattered")}});
        }
    }

    Column dimensionColumn(const Column& dimension) const {
        Column column({dimension.info().name, ColumnType::text});
        column.reserve(static_cast<std::int64_t>(firstRows_.size()));
        for (const std::int64_t row : firstRows_) {
            column.appendText(trimmed(dimension.displayAt(row)));
        }
        return column;
    }

    bool hasText(std::int64_t row) const {
        return strings_ != nullptr && strings_->isPresent(row) &&
               !trimmed(strings_->displayAt(row)).empty();
    }

    bool hasNumber(std::int64_t row) const {
        return values_ != nullptr && values_->isNumeric() && values_->isPresent(row);
    }

    Column measureColumn(std::size_t index) const {
        const Cells& cells = cells_[index];
        const bool isText = std::any_of(cells.begin(), cells.end(), [this](std::int64_t row) {
            return row >= 0 && hasText(row) && !hasNumber(row);
        });
        Column column({names_[index], isText ? ColumnType::text : ColumnType::real});
        column.reserve(static_cast<std::int64_t>(cells.size()));
        for (const std::int64_t row : cells) {
            if (row >= 0 && isText && (hasText(row) || hasNumber(row))) {
                column.appendText(hasText(row) ? trimmed(strings_->displayAt(row))
                                               : values_->displayAt(row));
            } else if (row >= 0 && !isText && hasNumber(row)) {
                column.appendReal(values_->numberAt(row));
            } else {
                column.appendAbsent(row < 0 ? Presence::missing : reasonAt(row));
            }
        }
        return column;
    }

    Presence reasonAt(std::int64_t row) const {
        const bool isSaid = attributes_ != nullptr && attributes_->isPresent(row);
        const Presence reason = isSaid ? reasonOf(attributes_->displayAt(row)) : Presence::missing;
        const bool isMarked = values_ != nullptr && !values_->isPresent(row);
        return reason == Presence::missing && isMarked ? values_->presenceAt(row) : reason;
    }

    const core::Table& table_;
    const std::string& layer_;
    const std::stop_token& stop_;
    std::int64_t mostCells_;
    const Column& measures_;
    const Column* attributes_;
    const Column* values_;
    const Column* strings_;
    std::vector<const Column*> dimensions_;
    std::unordered_map<std::string, std::size_t> lines_;
    std::unordered_map<std::string, std::size_t> columns_;
    std::vector<std::int64_t> firstRows_;
    std::vector<std::string> names_;
    std::vector<Cells> cells_;
    std::int64_t twice_ = 0;
};

/// Where one figure is no number, a file has them all as texts.
core::Table withNumbers(const core::Table& observations, const std::string& layer,
                        core::RemarkList& remarks, const std::stop_token& stop) {
    const Column* values = findColumn(observations, "value");
    if (values == nullptr || values->info().type != ColumnType::text) {
        return observations;
    }
    Converted made = convert(*values, {values->info().name, ColumnType::real}, {}, stop);
    if (made.notNumbers > 0) {
        remarks.add(
            {"values-not-numbers",
             {{"layer", layer}, {"column", values->info().name}, {"count", made.notNumbers}}});
    }
    return observations.withColumn(std::move(made.column));
}

}  // namespace

bool areObservations(const core::TableInfo& table) {
    const auto has = [&table](std::string_view name) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [name](const core::ColumnInfo& column) { return column.name == name; });
    };
    return has("Measure") && has("ValueAttribute") && (has("Value") || has("StringValue"));
}

core::Table pivotedObservations(const core::Table& observations, const std::string& layer,
                                core::RemarkList& remarks, const std::stop_token& stop) {
    const core::Table numbers = withNumbers(observations, layer, remarks, stop);
    Pivot pivot(numbers, layer, stop);
    core::Table table = pivot.make();
    if (pivot.twice() > 0) {
        remarks.add({"observations-twice", {{"layer", layer}, {"count", pivot.twice()}}});
    }
    return table;
}

}  // namespace lommer::gis
