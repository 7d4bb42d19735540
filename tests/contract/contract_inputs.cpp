#include "tests/contract/contract_inputs.h"

#include "core/engine/catalogue.h"
#include "tests/support/geometries.h"
#include "tests/support/memory_raster.h"
#include "tests/support/memory_table.h"
#include "tests/support/parcels.h"
#include "tests/support/run_analysis.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace lommer::test {
namespace {

using core::GeometryKind;

/// What cannot be guessed from the declaration. An analysis that needs a value has a line here.
const std::map<std::string, std::map<std::string, std::string>>& knownSettings() {
    static const std::map<std::string, std::map<std::string, std::string>> settings{
        {"buffer", {{"distance", "25"}}},
        {"heat-stress", {{"date", "2018-07-26"}}},
        {"raster-calculator", {{"formula", "if(a > 4, a * 2, a - 1)"}}},
        {"reclassify", {{"limits", "2,4,6"}}},
        {"shade", {{"azimuth", "217"}, {"elevation", "31"}}},
    };
    return settings;
}

std::shared_ptr<const MemoryRaster> hillyRaster(int size, unsigned seed) {
    const std::int64_t cells = 200 * size;
    const core::Grid grid(kContractArea.xmin, kContractArea.ymax,
                          kContractArea.width() / static_cast<double>(cells), cells, cells);
    return std::make_shared<const MemoryRaster>(grid, [seed, cells](core::CellIndex cell) {
        const double x = static_cast<double>(cell.column) / static_cast<double>(cells);
        const double y = static_cast<double>(cell.row) / static_cast<double>(cells);
        const bool isHole = std::hypot(x - 0.7, y - 0.3) < 0.06;
        const bool isBlock = (cell.column / 17 + cell.row / 23) % 5 == 0;
        return isHole
                   ? std::numeric_limits<float>::quiet_NaN()
                   : static_cast<float>(2.0 + 2.0 * std::sin(9.0 * x + seed) * std::cos(7.0 * y) +
                                        (isBlock ? 6.0 : 0.0));
    });
}

core::GeometryColumn shapes(GeometryKind kind, int size, unsigned seed) {
    const ParcelMesh mesh{.columns = 12 * size,
                          .rows = 12 * size,
                          .origin = {kContractArea.xmin + 7.0 * seed, kContractArea.ymin + 3.0},
                          .side = 45.0 / size,
                          .jitter = 10.0 / size,
                          .seed = seed,
                          .pointsPerSide = 2};
    core::GeometryColumn areas = parcels(mesh);
    if (kind == GeometryKind::polygon) {
        return areas;
    }
    core::GeometryColumn column;
    for (std::int64_t row = 0; row < areas.rowCount(); ++row) {
        const core::PointSpan ring = areas.ring(static_cast<std::uint32_t>(row));
        if (kind == GeometryKind::point) {
            addPoint(column, ring[0]);
        } else {
            addLine(column, {ring[0], ring[1], ring[ring.size() / 2]});
        }
    }
    return column;
}

core::Table tableWith(GeometryKind kind, int size, unsigned seed) {
    core::GeometryColumn geometries = shapes(kind, size, seed);
    const std::int64_t count = geometries.rowCount();
    std::vector<std::optional<std::int64_t>> numbers;
    std::vector<std::optional<std::string>> names;
    std::vector<double> figures;
    for (std::int64_t row = 0; row < count; ++row) {
        numbers.emplace_back(row % 7);
        names.emplace_back("place " + std::to_string(row % 5));
        figures.push_back(row % 11 == 3 ? std::numeric_limits<double>::quiet_NaN()
                                        : 0.5 * static_cast<double>(row % 13));
    }
    std::vector<core::Column> columns;
    columns.push_back(integerColumn("nr", numbers));
    columns.push_back(realColumn("figure", figures));
    columns.push_back(textColumn("name", names));
    return tableOf(std::move(geometries), std::move(columns));
}

/// Three hot days around 26 July 2018.
core::Table weather() {
    constexpr std::int64_t kHour = 3'600'000;
    constexpr std::int64_t kFirst = 1'532'476'800'000;  // 25 July 2018, 00:00 UTC
    core::Column moments({"tijdstip", core::ColumnType::dateTime});
    std::vector<double> temperatures;
    std::vector<double> winds;
    std::vector<double> directions;
    std::vector<double> radiation;
    std::vector<double> humidity;
    for (std::int64_t hour = 1; hour <= 72; ++hour) {
        const double height = std::sin(0.2618 * static_cast<double>(hour % 24 - 6));
        moments.appendInteger(kFirst + hour * kHour);
        temperatures.push_back(27.0 + 9.0 * height);
        winds.push_back(2.0 + static_cast<double>(hour % 4));
        directions.push_back(static_cast<double>(10 + hour * 40 % 350));
        radiation.push_back(std::max(0.0, 300.0 * height));
        humidity.push_back(50.0 - 20.0 * height);
    }
    std::vector<core::Column> columns;
    columns.push_back(std::move(moments));
    columns.push_back(realColumn("temperatuur", temperatures));
    columns.push_back(realColumn("windsnelheid", winds));
    columns.push_back(realColumn("windrichting", directions));
    columns.push_back(realColumn("straling", radiation));
    columns.push_back(realColumn("vochtigheid", humidity));
    return tableOf(72, std::move(columns));
}

GeometryKind kindFor(const core::RoleDeclaration& role) {
    const auto& kinds = role.geometryKinds;
    const bool takesAreas = kinds.empty() || std::find(kinds.begin(), kinds.end(),
                                                       GeometryKind::polygon) != kinds.end();
    return takesAreas ? GeometryKind::polygon : kinds.front();
}

core::BoundInput inputFor(const core::RoleDeclaration& role, int size, unsigned seed) {
    if (role.kind == core::DataKind::raster) {
        return rasterInput(role.id, hillyRaster(size, seed));
    }
    const bool isWeather = role.subjects.size() == 1 && role.subjects.front() == "weather-hours";
    return tableInput(role.id, isWeather ? weather() : tableWith(kindFor(role), size, seed));
}

std::string columnFor(const core::ParameterDeclaration& parameter) {
    const auto takes = [&](core::ColumnType type) {
        return parameter.columnTypes.empty() ||
               std::find(parameter.columnTypes.begin(), parameter.columnTypes.end(), type) !=
                   parameter.columnTypes.end();
    };
    return takes(core::ColumnType::real)      ? "figure"
           : takes(core::ColumnType::integer) ? "nr"
                                              : "name";
}

}  // namespace

std::vector<std::string> analysisIds() {
    std::vector<std::string> ids;
    const core::Catalogue catalogue = core::makeCatalogue();
    for (const auto& analysis : catalogue.analyses()) {
        ids.push_back(analysis->declaration().id);
    }
    return ids;
}

std::string testNameOf(const testing::TestParamInfo<std::string>& analysis) {
    std::string name = analysis.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::vector<core::BoundInput> contractInputs(const core::AnalysisDeclaration& analysis, int size) {
    std::vector<core::BoundInput> inputs;
    std::set<std::string> groups;
    unsigned seed = 0;
    for (const core::RoleDeclaration& role : analysis.roles) {
        if (!role.alternativeGroup.empty() && !groups.insert(role.alternativeGroup).second) {
            continue;
        }
        ++seed;
        for (int count = 0; count < std::max(1, role.minimumCount); ++count) {
            inputs.push_back(inputFor(role, size, seed));
        }
    }
    return inputs;
}

std::map<std::string, std::string> contractSettings(const core::AnalysisDeclaration& analysis) {
    const auto known = knownSettings().find(analysis.id);
    auto settings =
        known == knownSettings().end() ? std::map<std::string, std::string>{} : known->second;
    for (const core::ParameterDeclaration& parameter : analysis.parameters) {
        if (parameter.kind == core::ParameterKind::column && parameter.isRequired) {
            settings.try_emplace(parameter.id, columnFor(parameter));
        }
    }
    return settings;
}

}  // namespace lommer::test
