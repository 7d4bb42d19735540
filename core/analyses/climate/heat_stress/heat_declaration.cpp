#include "core/analyses/climate/heat_stress/heat_declaration.h"

#include "core/analyses/climate/sky_view_factor/sky_view_factor.h"

#include <limits>

namespace lommer::core {
namespace {

/// Metres that an edit of heights or cover can matter on the standard day: the window of the air,
/// and the sky that is seen from there. Further without a limit to how far one looks; and on other
/// days the sun may stand so low that shades have no end.
double reachOf(const Parameters& parameters) {
    constexpr double kAirAndSky = 1250.0;
    constexpr double kBesideSky = kAirAndSky - 100.0;
    const double sky = parameters.number("max-distance");
    return sky > 0.0 && !parameters.has("date") ? kBesideSky + sky
                                                : std::numeric_limits<double>::infinity();
}

RoleDeclaration raster(const char* id, std::vector<std::string> subjects, int minimum = 0) {
    return {.id = id,
            .kind = DataKind::raster,
            .subjects = std::move(subjects),
            .minimumCount = minimum,
            .reach = {reachOf}};
}

RoleDeclaration polygons(const char* id, std::vector<std::string> subjects, int maximum = 1) {
    return {.id = id,
            .geometryKinds = {GeometryKind::polygon},
            .subjects = std::move(subjects),
            .minimumCount = 0,
            .maximumCount = maximum,
            .reach = {reachOf}};
}

std::vector<RoleDeclaration> roles() {
    std::vector<RoleDeclaration> all{
        raster("dsm", {"surface-height"}, 1),
        raster("dtm", {"terrain-height"}, 1),
        polygons("buildings", {"buildings"}),
        polygons("trees", {"tree-crowns"}),
        raster("canopy", {"canopy-height"}),
        polygons("water", {"water"}),
        polygons("green", {"green-areas", "road-verges", "crop-parcels", "nature-areas"}, 8),
        raster("ndvi", {"vegetation-index"}),
        polygons("neighbourhoods", {"neighbourhoods", "areas"}),
        {.id = "weather", .subjects = {"weather-hours"}, .minimumCount = 0}};
    all[1].reach = Reach::everywhere();  // a hole may be filled from far
    return all;
}

ParameterDeclaration number(const char* id, Unit unit, double minimum, double maximum,
                            double standard, bool isAdvanced = true) {
    return {.id = id,
            .unit = unit,
            .minimum = minimum,
            .maximum = maximum,
            .defaultValue = standard,
            .isAdvanced = isAdvanced};
}

std::vector<ParameterDeclaration> parameters() {
    return {number("resolution", Unit::metre, 0.25, 25.0, 1.0, false),
            {.id = "hours",
             .kind = ParameterKind::numberList,
             .unit = Unit::hour,
             .minimum = 0.0,
             .maximum = 23.0,
             .defaultValue = std::vector<double>{10, 11, 12, 13, 14, 15, 16}},
            {.id = "date", .kind = ParameterKind::text},
            {.id = "survey-year",
             .kind = ParameterKind::integer,
             .unit = Unit::year,
             .minimum = 1990.0,
             .maximum = 2100.0},
            number("built-up-distance", Unit::metre, 0.0, 500.0, 30.0),
            number("tree-front-coefficient", Unit::none, 0.0, 1000.0, 45.45),
            number("tree-height-coefficient", Unit::none, 0.0, 100.0, 7.721),
            number("building-front-factor", Unit::none, 0.01, 1.0, 0.16),
            number("ndvi-threshold", Unit::none, -1.0, 1.0, 0.16),
            {.id = "wet-bulb",
             .kind = ParameterKind::choice,
             .defaultValue = std::string("station"),
             .choices = {"station", "place"},
             .isAdvanced = true},
            {.id = "directions",
             .kind = ParameterKind::integer,
             .unit = Unit::count,
             .minimum = 4.0,
             .maximum = 360.0,
             .defaultValue = std::int64_t{16},
             .isAdvanced = true},
            number("max-distance", Unit::metre, 0.0, 1000.0, 100.0),
            number("observer-height", Unit::metre, 0.0, 100.0, 0.0),
            {.id = "wall-faces",
             .kind = ParameterKind::boolean,
             .defaultValue = false,
             .isAdvanced = true}};
}

OutputDeclaration raster(const char* id, Unit unit, int exponent) {
    OutputDeclaration output;
    output.id = id;
    output.unit = unit;
    output.resolutionExponent = exponent;
    output.tolerance =
        1.0 / static_cast<double>(std::int64_t{1} << static_cast<unsigned>(-exponent));
    output.style = "style";
    output.charts = {{ChartKind::histogram}};
    return output;
}

/// For all ground, and near buildings where they are known.
std::vector<OutputColumn> heatColumns() {
    std::vector<OutputColumn> columns;
    for (const std::string suffix : {"", "_built_up"}) {
        const std::string role = suffix.empty() ? "" : "buildings";
        for (const char* name : {"pet_mean", "pet_p90"}) {
            columns.push_back(
                {.name = name + suffix, .unit = Unit::degreeCelsius, .needsRole = role});
        }
        for (const char* name :
             {"share_above_35", "share_above_38", "share_above_41", "shade_share"}) {
            columns.push_back({.name = name + suffix, .unit = Unit::fraction, .needsRole = role});
        }
    }
    return columns;
}

OutputDeclaration areas() {
    OutputDeclaration output;
    output.id = "neighbourhoods";
    output.kind = DataKind::table;
    output.needsRole = "neighbourhoods";
    output.columnsOfRoles = {"neighbourhoods"};
    output.geometryKinds = {GeometryKind::polygon};
    output.columns = heatColumns();
    output.tolerance = 0.02;
    output.style = "style";
    output.charts = {{ChartKind::rankedAroundMean, "pet_mean_built_up"},
                     {ChartKind::rankedAroundMean, "pet_mean"}};
    return output;
}

/// The figures of everything that was computed, for an answer without areas: one row.
OutputDeclaration whole() {
    OutputDeclaration output;
    output.id = "whole";
    output.kind = DataKind::table;
    output.withoutRole = "neighbourhoods";
    output.columns = heatColumns();
    output.tolerance = 0.02;
    return output;
}

OutputDeclaration changedPlaces() {
    OutputDeclaration output;
    output.id = "changed-places";
    output.kind = DataKind::table;
    output.condition = ParameterCondition{"survey-year"};
    output.needsRole = "buildings";
    output.columnsOfRoles = {"buildings"};
    output.geometryKinds = {GeometryKind::polygon};
    output.style = "style";
    return output;
}

}  // namespace

AnalysisDeclaration declareHeatStress() {
    AnalysisDeclaration analysis;
    analysis.id = "heat-stress";
    analysis.family = "climate";
    analysis.access = RasterAccess::window;
    analysis.roles = roles();
    analysis.parameters = parameters();
    analysis.definitions = skyViewDefinitions();
    analysis.outputs = {raster("pet", Unit::degreeCelsius, -6),
                        raster("sky-view-factor", Unit::fraction, -12),
                        raster("shade-share", Unit::fraction, -12),
                        raster("air-temperature", Unit::degreeCelsius, -7),
                        raster("wind", Unit::metrePerSecond, -7),
                        areas(),
                        whole(),
                        changedPlaces()};
    analysis.references = {
        "Koopmans, Heusinkveld & Steeneveld (2020), Building and Environment 181, 106984",
        "RIVM, WUR, HvA, TNO & KNMI (2019), Ontwikkeling Standaard Stresstest Hitte",
        "Theeuwes, Steeneveld, Ronda & Holtslag (2017), International Journal of Climatology 37",
        "Macdonald (2000), Boundary-Layer Meteorology 97",
        "Stull (2011), Journal of Applied Meteorology and Climatology 50"};
    return analysis;
}

}  // namespace lommer::core
