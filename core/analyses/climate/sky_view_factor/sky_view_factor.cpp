#include "core/analyses/climate/sky_view_factor/sky_view_factor.h"

#include "core/analyses/climate/surface_remarks.h"
#include "core/raster/value_range.h"
#include "core/terrain/horizon_march.h"
#include "core/terrain/horizon_sweep.h"

#include <atomic>
#include <limits>

namespace lommer::core {
namespace {

/// Metres; 0 stands for no limit.
double reachOf(const Parameters& parameters) {
    const double distance = parameters.number("max-distance");
    return distance > 0.0 ? distance : std::numeric_limits<double>::infinity();
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "sky-view-factor";
    analysis.family = "climate";
    analysis.access = RasterAccess::window;
    analysis.roles = {
        {.id = "surface",
         .kind = DataKind::raster,
         .subjects = {"surface-height"},
         .reach = {[](const Parameters& parameters) { return reachOf(parameters); }}}};
    analysis.parameters = {{.id = "directions",
                            .kind = ParameterKind::integer,
                            .unit = Unit::count,
                            .minimum = 4.0,
                            .maximum = 360.0,
                            .defaultValue = std::int64_t{16}},
                           {.id = "max-distance",
                            .unit = Unit::metre,
                            .minimum = 0.0,
                            .maximum = 1000.0,
                            .defaultValue = 100.0},
                           {.id = "observer-height",
                            .unit = Unit::metre,
                            .minimum = 0.0,
                            .maximum = 100.0,
                            .defaultValue = 0.0,
                            .isAdvanced = true},
                           {.id = "wall-faces",
                            .kind = ParameterKind::boolean,
                            .defaultValue = false,
                            .isAdvanced = true}};
    analysis.definitions = skyViewDefinitions();
    OutputDeclaration skyView;
    skyView.id = "sky-view-factor";
    skyView.unit = Unit::fraction;
    skyView.resolutionExponent = -12;  // 0.00024: far below what 16 directions can tell
    skyView.tolerance = 1.0 / 4096.0;
    skyView.style = "style";
    skyView.charts = {{ChartKind::histogram}};
    analysis.outputs = {skyView};
    analysis.references = {
        "Johnson & Watson (1984), Journal of Climate and Applied Meteorology 23, 329-335",
        "KNMI, sky view factor of the Netherlands: 16 directions, 100 m",
        "Timonen & Westerholm (2010), Computer Graphics Forum 29(2), 843-852"};
    return analysis;
}

SkyViewSettings settingsOf(const Parameters& parameters) {
    return {.directions = static_cast<int>(parameters.integer("directions")),
            .maxDistance = parameters.number("max-distance"),
            .observerHeight = parameters.number("observer-height"),
            .hasWallFaces = parameters.boolean("wall-faces")};
}

class SkyViewFactor : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const RasterSource& surface = context.raster("surface");
        const CellWindow wanted = context.wantedWindow(surface.grid());
        RasterSink& sink = context.rasterOutput("sky-view-factor", surface.grid().subgrid(wanted));
        const SkyViewSettings settings = settingsOf(context.parameters);
        if (settings.maxDistance > 0.0) {
            march(context, settings, wanted, sink);
        } else {
            const HorizonSweep sweep(settings, surface, context.memory, context.scratch);
            addSurfaceRemarks(context.remarks, surface.grid().window(), wanted,
                              sweep.run(wanted, sink, context.progress), {});
        }
    }

private:
    static void march(const RunContext& context, const SkyViewSettings& settings,
                      const CellWindow& wanted, RasterSink& sink) {
        const RasterSource& surface = context.raster("surface");
        const HorizonMarch march(settings, surface.grid().cellSize());
        const WindowPass pass{surface,         wanted,
                              march.margins(), context.options.tileSize,
                              context.memory,  context.progress.part(0.0, 1.0, "horizon")};
        std::atomic<std::int64_t> known{0};
        runWindowPass(pass, sizeof(float), [&](const WindowTile& tile) {
            RasterBuffer<float> skyView(tile.cells.columns, tile.cells.rows);
            march.compute(tile, skyView.view(), pass.progress);
            known += valueRangeOf(skyView.view()).known;
            sink.write(tile.cells.countedFrom(wanted), skyView.view());
        });
        addSurfaceRemarks(context.remarks, surface.grid().window(), wanted, known, march.margins(),
                          {{"distance", settings.maxDistance}});
    }

    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::vector<Definition> skyViewDefinitions() {
    return {{"standard",
             {{"directions", std::int64_t{16}},
              {"max-distance", 100.0},
              {"observer-height", 0.0},
              {"wall-faces", false}}},
            {"accurate",
             {{"directions", std::int64_t{64}},
              {"max-distance", 0.0},
              {"observer-height", 0.0},
              {"wall-faces", true}}}};
}

std::unique_ptr<const Analysis> makeSkyViewFactor() {
    return std::make_unique<SkyViewFactor>();
}

}  // namespace lommer::core
