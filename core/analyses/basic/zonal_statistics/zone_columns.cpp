#include "core/analyses/basic/zonal_statistics/zone_columns.h"

#include "core/engine/parameter_check.h"
#include "core/vector/row_writer.h"

#include <algorithm>
#include <functional>

namespace lommer::core {
namespace {

class ColumnMaker {
public:
    ColumnMaker(const Table& zones, const std::vector<ZoneOutcome>& outcomes, ColumnNames& names)
        : zones_(zones), outcomes_(outcomes), names_(names), privacy_(highestPrivacy(zones)) {}

    using ValueOf = std::function<double(const ZoneOutcome&)>;

    void add(const std::string& name, Unit unit, bool isCount, const ValueOf& valueOf) {
        Column column({names_.claim(name), ColumnType::real, unit, privacy_});
        column.reserve(zones_.rowCount());
        for (std::size_t row = 0; row < outcomes_.size(); ++row) {
            if (zones_.geometries().kinds[row] != GeometryKind::polygon) {
                column.appendAbsent(Presence::notApplicable);
            } else if (outcomes_[row].statistics.isEmpty() && !isCount) {
                column.appendAbsent(Presence::missing);
            } else {
                column.appendReal(valueOf(outcomes_[row]));
            }
        }
        columns_.push_back(std::move(column));
    }

    std::vector<Column> take() { return std::move(columns_); }

private:
    const Table& zones_;
    const std::vector<ZoneOutcome>& outcomes_;
    ColumnNames& names_;
    PrivacyClass privacy_;
    std::vector<Column> columns_;
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

std::vector<Column> statisticsColumns(const Table& zones, const std::vector<ZoneOutcome>& outcomes,
                                      const QuantileColumns& quantiles, ColumnNames& names) {
    using Outcome = ZoneOutcome;
    ColumnMaker maker(zones, outcomes, names);
    maker.add("count", Unit::count, true,
              [](const Outcome& zone) { return zone.statistics.count(); });
    const auto add = [&](const std::string& name, const ColumnMaker::ValueOf& valueOf) {
        maker.add(name, Unit::none, false, valueOf);
    };
    add("sum", [](const Outcome& zone) { return zone.statistics.sum(); });
    add("mean", [](const Outcome& zone) { return zone.statistics.mean(); });
    add("min", [](const Outcome& zone) { return zone.statistics.minimum(); });
    add("max", [](const Outcome& zone) { return zone.statistics.maximum(); });
    add("stdev", [](const Outcome& zone) { return zone.statistics.standardDeviation(); });
    for (std::size_t index = 0; index < quantiles.names.size(); ++index) {
        add(quantiles.names[index], [index](const Outcome& zone) { return zone.quantiles[index]; });
    }
    return maker.take();
}

}  // namespace lommer::core
