#include "core/analyses/climate/heat_stress/heat_areas.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/statistics/area_quantiles.h"
#include "core/statistics/zone_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace lommer::core {
namespace {

/// The outcomes as a raster, for who goes through zones.
class OutcomeSource : public RasterSource {
public:
    OutcomeSource(const HeatGround& outcomes, const Grid& grid)
        : outcomes_(outcomes), grid_(grid) {}
    const Grid& grid() const noexcept override { return grid_; }
    void read(const CellWindow& window, RasterView<float> values) const override {
        for (std::int64_t row = 0; row < values.rows(); ++row) {
            std::fill_n(values.row(row), values.columns(), std::numeric_limits<float>::quiet_NaN());
        }
        const CellWindow inside = intersection(window, outcomes_.cells);
        if (inside.isEmpty()) {
            return;
        }
        auto codes = RasterBuffer<std::uint32_t>::unfilled(inside.columns, inside.rows);
        outcomes_.read(inside, codes.view());
        const RasterView<float> found = values.part(inside.countedFrom(window));
        for (std::int64_t row = 0; row < inside.rows; ++row) {
            float* to = found.row(row);
            for (std::int64_t column = 0; column < inside.columns; ++column) {
                const std::uint32_t code = codes.view()(row, column);
                if (code != 0) {
                    to[column] = static_cast<float>(code);
                }
            }
        }
    }

private:
    const HeatGround& outcomes_;
    Grid grid_;
};

/// How much area has which felt temperature, and the shade on it.
struct HeatHistogram {
    std::map<std::uint32_t, AreaUnits> areaOfStep;
    AreaUnits shadedHours = 0;

    void add(std::uint32_t step, std::uint32_t hours, AreaUnits units) {
        areaOfStep[step] += units;
        shadedHours += units * hours;
    }
    void add(const HeatHistogram& other) {
        for (const auto& [step, units] : other.areaOfStep) {
            areaOfStep[step] += units;
        }
        shadedHours += other.shadedHours;
    }
};

/// Collects histograms of pieces densely, as most cells of a piece are near in temperature.
class PieceHistogram {
public:
    void add(float value, AreaUnits units) {
        if (std::isnan(value)) {
            return;
        }
        const HeatOutcome outcome(static_cast<std::uint32_t>(value));
        const std::uint32_t step = outcome.petStep();
        if (steps_.empty()) {
            first_ = step - std::min(step, kRoom);
            steps_.resize(2 * std::size_t{kRoom});
            builtUp_.resize(steps_.size());
        }
        if (step < first_ || step - first_ >= steps_.size()) {
            widen(step);
        }
        steps_[step - first_] += units;
        shaded_ += units * outcome.shadedHours();
        if (outcome.isBuiltUp()) {
            builtUp_[step - first_] += units;
            shadedBuiltUp_ += units * outcome.shadedHours();
        }
    }
    void addTo(HeatHistogram& all, HeatHistogram& builtUp) const {
        for (std::size_t index = 0; index < steps_.size(); ++index) {
            const auto step = first_ + static_cast<std::uint32_t>(index);
            if (steps_[index] != 0) {
                all.areaOfStep[step] += steps_[index];
            }
            if (builtUp_[index] != 0) {
                builtUp.areaOfStep[step] += builtUp_[index];
            }
        }
        all.shadedHours += shaded_;
        builtUp.shadedHours += shadedBuiltUp_;
    }

private:
    static constexpr std::uint32_t kRoom = 1024;  // 16 K

    void widen(std::uint32_t step) {
        if (step < first_) {
            const std::uint32_t from = step - std::min(step, kRoom);
            steps_.insert(steps_.begin(), first_ - from, 0);
            builtUp_.insert(builtUp_.begin(), first_ - from, 0);
            first_ = from;
        } else {
            steps_.resize(step - first_ + kRoom);
            builtUp_.resize(steps_.size());
        }
    }

    std::uint32_t first_ = 0;
    std::vector<AreaUnits> steps_;
    std::vector<AreaUnits> builtUp_;
    AreaUnits shaded_ = 0;
    AreaUnits shadedBuiltUp_ = 0;
};

struct AreaHistograms {
    HeatHistogram all;
    HeatHistogram builtUp;
};

class HistogramMaker : public PieceVisitor {
public:
    explicit HistogramMaker(std::vector<AreaHistograms>& areas) : areas_(areas) {}

    void begin(std::size_t count) override { found_.assign(count, {}); }
    void visit(std::size_t index, const ZonePiece& piece, RasterView<const float> block) override {
        PieceHistogram histogram;
        for (const CoverageRun& run : piece.runs) {
            const AreaUnits units = unitsOf(run.fraction);
            for (std::int64_t column = run.column; column < run.column + run.length; ++column) {
                histogram.add(block(run.row, column), units);
            }
        }
        histogram.addTo(found_[index].all, found_[index].builtUp);
    }
    void merge(std::size_t index, const ZonePiece& piece) override {
        AreaHistograms& area = areas_[static_cast<std::size_t>(piece.zone)];
        area.all.add(found_[index].all);
        area.builtUp.add(found_[index].builtUp);
        found_[index] = {};
    }

private:
    std::vector<AreaHistograms>& areas_;
    std::vector<AreaHistograms> found_;
};

/// The temperature at which the share of the area has been counted from below; between two where it
/// falls exactly there.
double quantileOf(const HeatHistogram& histogram, AreaUnits total, double share) {
    const auto rank = static_cast<double>(total) * share;
    AreaUnits counted = 0;
    for (auto one = histogram.areaOfStep.begin(); one != histogram.areaOfStep.end(); ++one) {
        counted += one->second;
        const auto next = std::next(one);
        if (static_cast<double>(counted) == rank && next != histogram.areaOfStep.end()) {
            return 0.5 * (HeatOutcome::celsiusOf(one->first) + HeatOutcome::celsiusOf(next->first));
        }
        if (static_cast<double>(counted) >= rank) {
            return HeatOutcome::celsiusOf(one->first);
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

HeatFigures figuresOf(const HeatHistogram& histogram, std::size_t hourCount) {
    AreaUnits total = 0;
    double sum = 0.0;
    for (const auto& [step, units] : histogram.areaOfStep) {
        total += units;
        sum += HeatOutcome::celsiusOf(step) * static_cast<double>(units);
    }
    HeatFigures figures;
    if (total == 0) {
        return figures;
    }
    const auto area = static_cast<double>(total);
    const auto shareFrom = [&](double celsius) {
        AreaUnits units = 0;
        for (auto one = histogram.areaOfStep.lower_bound(HeatOutcome::stepOf(celsius));
             one != histogram.areaOfStep.end(); ++one) {
            units += one->second;
        }
        return static_cast<double>(units) / area;
    };
    constexpr double kWarmest = 0.9;
    figures.cells = area / static_cast<double>(kUnitsPerCell);
    figures.petMean = sum / area;
    figures.pet90 = quantileOf(histogram, total, kWarmest);
    figures.shareAbove35 = shareFrom(35.0);
    figures.shareAbove38 = shareFrom(38.0);
    figures.shareAbove41 = shareFrom(41.0);
    figures.shadeShare = static_cast<double>(histogram.shadedHours) /
                         (area * static_cast<double>(std::max<std::size_t>(hourCount, 1)));
    return figures;
}

struct FigureColumn {
    const char* name;
    Unit unit;
    double HeatFigures::*figure;
};
constexpr FigureColumn kColumns[] = {{"pet_mean", Unit::degreeCelsius, &HeatFigures::petMean},
                                     {"pet_p90", Unit::degreeCelsius, &HeatFigures::pet90},
                                     {"share_above_35", Unit::fraction, &HeatFigures::shareAbove35},
                                     {"share_above_38", Unit::fraction, &HeatFigures::shareAbove38},
                                     {"share_above_41", Unit::fraction, &HeatFigures::shareAbove41},
                                     {"shade_share", Unit::fraction, &HeatFigures::shadeShare}};

void addColumnsOf(const std::vector<AreaHeat>& figures, HeatFigures AreaHeat::*which,
                  const char* suffix, PrivacyClass privacy, std::vector<Column>& made) {
    for (const FigureColumn& column : kColumns) {
        Column values({std::string(column.name) + suffix, ColumnType::real, column.unit, privacy});
        for (const AreaHeat& area : figures) {
            const HeatFigures& own = area.*which;
            own.cells > 0.0 ? values.appendReal(own.*column.figure) : values.appendAbsent();
        }
        made.push_back(std::move(values));
    }
}

}  // namespace

std::vector<AreaHeat> areaHeat(const Table& areas, const HeatGround& outcomes, const Grid& grid,
                               std::size_t hourCount, MemoryBudget& memory,
                               const Progress& progress) {
    const OutcomeSource source(outcomes, grid);
    const PolygonCoverage coverage(areas.geometries(), grid);
    std::vector<AreaHistograms> histograms(static_cast<std::size_t>(areas.rowCount()));
    std::vector<std::int64_t> all(histograms.size());
    std::iota(all.begin(), all.end(), 0);
    HistogramMaker maker(histograms);
    ZonePass pass(coverage, source, memory);
    pass.run(all, maker, progress);
    std::vector<AreaHeat> figures;
    figures.reserve(histograms.size());
    for (const AreaHistograms& one : histograms) {
        figures.push_back({figuresOf(one.all, hourCount), figuresOf(one.builtUp, hourCount)});
    }
    return figures;
}

void writeAreaHeat(const RunContext& context, const Table& areas,
                   const std::vector<AreaHeat>& figures, bool hasBuiltUp) {
    std::vector<Column> made;
    const PrivacyClass privacy = highestPrivacy(areas);
    addColumnsOf(figures, &AreaHeat::all, "", privacy, made);
    if (hasBuiltUp) {
        addColumnsOf(figures, &AreaHeat::builtUp, "_built_up", privacy, made);
    }
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, areas, nullptr);
    for (const Column& column : made) {
        ColumnInfo info = column.info();
        info.name = names.claim(info.name);
        columns.push_back({info, &column, nullptr});
    }
    names.remarkOnRenamed(context.remarks);
    const auto outside = std::count_if(figures.begin(), figures.end(), [](const AreaHeat& area) {
        return !(area.all.cells > 0.0);
    });
    if (outside > 0) {
        context.remarks.add({"areas-without-heat", {{"count", std::int64_t{outside}}}});
    }
    writeRows(context.tableOutput("neighbourhoods"), areas.geometries(), columns, std::nullopt,
              context.progress.stopToken());
}

void writeWholeHeat(const RunContext& context, const HeatGround& outcomes, const Grid& grid,
                    const CellWindow& window, std::size_t hourCount, const Progress& progress) {
    const Bounds all = grid.boundsOf(window);
    const std::array<Point, 5> ring{Point{all.xmin, all.ymin}, Point{all.xmax, all.ymin},
                                    Point{all.xmax, all.ymax}, Point{all.xmin, all.ymax},
                                    Point{all.xmin, all.ymin}};
    GeometryColumn place;
    place.addRing(ring);
    place.endPart();
    place.endFeature(GeometryKind::polygon);
    const Table whole(1, {}, std::make_shared<const GeometryColumn>(std::move(place)));
    const std::vector<AreaHeat> figures =
        areaHeat(whole, outcomes, grid, hourCount, context.memory, progress);
    std::vector<Column> made;
    addColumnsOf(figures, &AreaHeat::all, "", PrivacyClass::open, made);
    if (context.find("buildings") != nullptr) {
        addColumnsOf(figures, &AreaHeat::builtUp, "_built_up", PrivacyClass::open, made);
    }
    std::vector<ColumnPointer> columns;
    columns.reserve(made.size());
    for (Column& column : made) {
        columns.push_back(std::make_shared<const Column>(std::move(column)));
    }
    context.tableOutput("whole").append(Table(1, std::move(columns), nullptr));
}

}  // namespace lommer::core
