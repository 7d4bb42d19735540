#include "core/analyses/climate/shade/shade.h"

#include "core/analyses/climate/surface_remarks.h"
#include "core/base/error.h"
#include "core/raster/value_range.h"
#include "core/terrain/shadow_march.h"
#include "core/terrain/sun_position.h"

#include <atomic>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "shade";
    analysis.family = "climate";
    analysis.access = RasterAccess::window;
    // With a moment the height of the sun depends on the place too: the lowest one then holds.
    analysis.roles = {{.id = "surface",
                       .kind = DataKind::raster,
                       .subjects = {"surface-height"},
                       .reach = {[](const Parameters& parameters) {
                           return ShadowMarch::reach(parameters.has("elevation")
                                                         ? parameters.number("elevation")
                                                         : ShadowMarch::kLowestSun);
                       }}}};
    analysis.parameters = {{.id = "time", .kind = ParameterKind::dateTime, .exclusiveGroup = "sun"},
                           {.id = "azimuth",
                            .unit = Unit::degree,
                            .minimum = 0.0,
                            .maximum = 360.0,
                            .requiredIf = ParameterCondition{"elevation"},
                            .exclusiveGroup = "sun"},
                           {.id = "elevation",
                            .unit = Unit::degree,
                            .minimum = 0.0,
                            .maximum = 90.0,
                            .requiredIf = ParameterCondition{"azimuth"}}};
    OutputDeclaration shade;
    shade.id = "shade";
    shade.storage = StorageType::uint8;
    shade.style = "style";
    shade.charts = {{ChartKind::classShares}};
    analysis.outputs = {shade};
    analysis.references = {"Meeus (1998), Astronomical Algorithms, chapters 12, 13 and 25"};
    return analysis;
}

/// As given, or where it stands at the moment given over the middle of the raster.
SunDirection sunOf(const RunContext& context, const Grid& grid) {
    const Parameters& parameters = context.parameters;
    if (parameters.has("azimuth")) {
        return {parameters.number("azimuth"), parameters.number("elevation")};
    }
    if (!parameters.has("time")) {
        throw Error(ErrorCode::parameterMissing,
                    {{"parameter", std::string("time")}, {"analysis", context.analysis.id}});
    }
    const auto julianDay = julianDayOf(parameters.text("time"));
    if (!julianDay) {
        throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("time")},
                                              {"value", parameters.text("time")},
                                              {"allowed", std::string("2026-07-01T13:00Z")}});
    }
    const Bounds bounds = grid.bounds();
    const GeoLocator::Position place = context.locator.locate(
        {0.5 * (bounds.xmin + bounds.xmax), 0.5 * (bounds.ymin + bounds.ymax)});
    const SunPosition sun = sunPosition(*julianDay, place.latitudeDegrees, place.longitudeDegrees);
    return {sun.azimuthDegrees - place.meridianConvergenceDegrees, sun.elevationDegrees};
}

/// All known cells in the shade: the sun has set.
void darken(RasterView<const float> heights, RasterView<float> lit) {
    for (std::int64_t row = 0; row < lit.rows(); ++row) {
        for (std::int64_t column = 0; column < lit.columns(); ++column) {
            lit(row, column) =
                std::isnan(heights(row, column)) ? std::numeric_limits<float>::quiet_NaN() : 0.0F;
        }
    }
}

/// No more steps than the heights towards the sun can need.
ShadowMarch marchFor(const RunContext& context, const SunDirection& sun, const CellWindow& wanted) {
    const RasterSource& surface = context.raster("surface");
    const double cellSize = surface.grid().cellSize();
    const ShadowMarch furthest(sun, cellSize, std::numeric_limits<double>::infinity());
    const ValueRange range = valueRange(surface, furthest.margins().around(wanted),
                                        context.progress.part(0.0, 0.3, "heights"));
    return {sun, cellSize, range.spread()};
}

void addSunRemarks(const RunContext& context, const SunDirection& sun) {
    if (sun.elevationDegrees < ShadowMarch::kLowestSun) {
        context.remarks.add({"sun-set",
                             {{"elevation", std::round(10.0 * sun.elevationDegrees) / 10.0},
                              {"lowest", ShadowMarch::kLowestSun}}});
    }
    if (context.parameters.has("time")) {
        context.remarks.add({"sun-position",
                             {{"azimuth", std::round(10.0 * sun.azimuthDegrees) / 10.0},
                              {"elevation", std::round(10.0 * sun.elevationDegrees) / 10.0}}});
    }
}

class Shade : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const RasterSource& surface = context.raster("surface");
        const CellWindow wanted = context.wantedWindow(surface.grid());
        const SunDirection sun = sunOf(context, surface.grid());
        RasterSink& sink = context.rasterOutput("shade", surface.grid().subgrid(wanted));
        const bool isUp = sun.elevationDegrees >= ShadowMarch::kLowestSun;
        const ShadowMarch march =
            isUp ? marchFor(context, sun, wanted)
                 : ShadowMarch({sun.azimuthDegrees, ShadowMarch::kLowestSun}, 1.0, 0.0);
        const WindowPass pass{
            surface,         wanted,
            march.margins(), context.options.tileSize,
            context.memory,  context.progress.part(isUp ? 0.3 : 0.0, 1.0, "shadows")};
        std::atomic<std::int64_t> known{0};
        runWindowPass(pass, sizeof(float), [&](const WindowTile& tile) {
            RasterBuffer<float> lit(tile.cells.columns, tile.cells.rows);
            if (isUp) {
                march.compute(tile, lit.view(), pass.progress);
            } else {
                darken(tile.values, lit.view());
            }
            known += valueRangeOf(lit.view()).known;
            sink.write(tile.cells.countedFrom(wanted), lit.view());
        });
        addSurfaceRemarks(context.remarks, surface.grid().window(), wanted, known, march.margins());
        addSunRemarks(context, sun);
    }

private:
    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::unique_ptr<const Analysis> makeShade() {
    return std::make_unique<Shade>();
}

}  // namespace lommer::core
