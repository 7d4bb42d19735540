#include "core/analyses/basic/zonal_statistics/zone_columns.h"

#include "core/engine/parameter_check.h"
#include "core/vector/column_names.h"
#include "core/vector/row_writer.h"

#include <algorithm>
#include <functional>

namespace lommer::core {
namespace {

bool isTaken(const Table& table, std::string_view name) {
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [name](const ColumnPointer& column) {
                           return isSameColumnName(column->info().name, name);
                       });
}

class ColumnAdder {
public:
    ColumnAdder(const Table& zones, const std::vector<ZoneOutcome>& outcomes)
        : result_{zones, {}}, outcomes_(outcomes), privacy_(highestPrivacy(zones)) {}

    using ValueOf = std::function<double(const ZoneOutcome&)>;

    void add(const std::string& name, Unit unit, bool isCount, const ValueOf& valueOf) {
        Column column({freeName(name), ColumnType::real, unit, privacy_});
        column.reserve(result_.table.rowCount());
        for (std::int64_t row = 0; row < result_.table.rowCount(); ++row) {
            const auto index = static_cast<std::size_t>(row);
            if (result_.table.geometries().kinds[index] != GeometryKind::polygon) {
                column.appendAbsent(Presence::notApplicable);
            } else if (outcomes_[index].statistics.isEmpty() && !isCount) {
                column.appendAbsent(Presence::missing);
            } else {
                column.appendReal(valueOf(outcomes_[index]));
            }
        }
        result_.table = result_.table.withColumn(std::move(column));
    }

    ZoneTable take() { return std::move(result_); }

private:
    std::string freeName(const std::string& name) {
        if (!isTaken(result_.table, name)) {
            return name;
        }
        int number = 2;
        while (isTaken(result_.table, name + '_' + std::to_string(number))) {
            ++number;
        }
        result_.renamed.emplace_back(name, name + '_' + std::to_string(number));
        return result_.renamed.back().second;
    }

    ZoneTable result_;
    const std::vector<ZoneOutcome>& outcomes_;
    PrivacyClass privacy_;
};

}  // namespace

QuantileColumns quantileColumns(const Parameters& parameters) {
    QuantileColumns columns;
    if (parameters.boolean("median")) {
        columns.names.emplace_back("median");
        columns.shares.push_back(0.5);
    }
    if (parameters.has("quantiles")) {
        for (const double percent : parameters.numbers("quantiles")) {
            const std::string name = "quantile_" + toText(ParameterValue(percent));
            if (std::find(columns.names.begin(), columns.names.end(), name) ==
                columns.names.end()) {
                columns.names.push_back(name);
                columns.shares.push_back(percent / 100.0);
            }
        }
    }
    return columns;
}

ZoneTable withStatistics(const Table& zones, const std::vector<ZoneOutcome>& outcomes,
                         const QuantileColumns& quantiles) {
    using Outcome = ZoneOutcome;
    ColumnAdder adder(zones, outcomes);
    adder.add("count", Unit::count, true,
              [](const Outcome& zone) { return zone.statistics.count(); });
    const auto add = [&](const std::string& name, const ColumnAdder::ValueOf& valueOf) {
        adder.add(name, Unit::none, false, valueOf);
    };
    add("sum", [](const Outcome& zone) { return zone.statistics.sum(); });
    add("mean", [](const Outcome& zone) { return zone.statistics.mean(); });
    add("min", [](const Outcome& zone) { return zone.statistics.minimum(); });
    add("max", [](const Outcome& zone) { return zone.statistics.maximum(); });
    add("stdev", [](const Outcome& zone) { return zone.statistics.standardDeviation(); });
    for (std::size_t index = 0; index < quantiles.names.size(); ++index) {
        add(quantiles.names[index], [index](const Outcome& zone) { return zone.quantiles[index]; });
    }
    return adder.take();
}

}  // namespace lommer::core
