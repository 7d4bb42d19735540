#include "core/analyses/climate/heat_stress/place_heat.h"

#include "core/analyses/climate/heat_stress/felt_hour.h"
#include "core/analyses/climate/heat_stress/ground_pass.h"
#include "core/microclimate/exact_pet.h"
#include "core/microclimate/radiant_temperature.h"
#include "core/microclimate/thermal_physics.h"
#include "core/microclimate/utci.h"
#include "core/statistics/shapley.h"
#include "core/terrain/sun_position.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace lommer::core {
namespace {

/// By which a place differs from open grass, in the order of the shares.
enum Factor : std::uint32_t { air = 1, sky = 2, shade = 4, wind = 8, cover = 16 };
constexpr std::array kFactorIds{"air", "sky", "shade", "wind", "cover"};

/// What decides the felt temperature of a cell, in single precision as on the map.
struct PlaceState {
    float skyView = 1.0F;
    float bowenRatio = FeltTemperature::kVegetatedBowenRatio;
    std::uint32_t sunlit = 0;      // a bit per hour
    std::vector<float> reduction;  // of the wind, per side
    std::vector<float> warming;    // per side
};

PlaceState openGrass(const HeatSettings& settings) {
    PlaceState grass;
    const std::size_t sides = settings.sides().size();
    grass.reduction.assign(sides, 1.0F);
    grass.warming.assign(sides, 0.0F);
    for (std::size_t hour = 0; hour < settings.hours.size(); ++hour) {
        const bool isDay = settings.hours[hour].sun.elevationDegrees >= ShadowMarch::kLowestSun;
        grass.sunlit |= isDay ? 1U << hour : 0U;
    }
    return grass;
}

PlaceState stateOf(const HeatCell& code, CellIndex cell, const Surroundings& surroundings) {
    PlaceState state;
    state.skyView = code.skyView();
    state.bowenRatio = code.cover() == HeatCover::paved ? FeltTemperature::kDryBowenRatio
                                                        : FeltTemperature::kVegetatedBowenRatio;
    state.sunlit = code.cover() == HeatCover::tree ? 0U : code.sunlit();
    const BlockPlaces column = surroundings.placesOf({cell.column, cell.row, 1, 1});
    const auto here = [&](const std::vector<float>& field) {
        float value = 0.0F;
        surroundings.interpolate(field, column, cell.row, &value);
        return value;
    };
    for (std::size_t side = 0; side < surroundings.sides.size(); ++side) {
        state.reduction.push_back(here(surroundings.windReduction[side]));
        state.warming.push_back(here(surroundings.warming[side]));
    }
    return state;
}

/// `grass` with some of what the place has.
PlaceState mixed(const PlaceState& grass, const PlaceState& place, std::uint32_t factors) {
    const auto from = [&](Factor factor) -> const PlaceState& {
        return (factors & factor) != 0 ? place : grass;
    };
    return {from(sky).skyView, from(cover).bowenRatio, from(shade).sunlit, from(wind).reduction,
            from(air).warming};
}

/// One place in all hours: the same steps in the same precision as for the map.
class PlaceHours {
public:
    PlaceHours(const HeatSettings& settings, const std::vector<WindSide>& sides)
        : hours_(feltHoursOf(settings, sides)) {}

    float airOf(const PlaceState& state, std::size_t hour) const {
        const FeltHour& one = hours_[hour];
        return one.stationCelsius + one.warmthShare * state.warming[one.side];
    }
    float windOf(const PlaceState& state, std::size_t hour) const {
        const FeltHour& one = hours_[hour];
        return std::max(FeltTemperature::kLeastWind,
                        one.stationWind * windLeft(state.reduction[one.side]));
    }
    bool isSunlit(const PlaceState& state, std::size_t hour) const {
        return (state.sunlit & hours_[hour].sunBit) != 0;
    }
    float felt(const PlaceState& state, std::size_t hour) const {
        const FeltHour& one = hours_[hour];
        const float leastLogWind = std::log(FeltTemperature::kLeastWind);
        const float left = windLeft(state.reduction[one.side]);
        const float logWind = std::max(leastLogWind, one.logStationWind + std::log(left));
        const float airCelsius = airOf(state, hour);
        return isSunlit(state, hour)
                   ? one.felt.inSun(airCelsius, logWind, state.bowenRatio, state.skyView)
                   : one.felt.inShade(airCelsius, logWind, state.skyView);
    }

    float meanFelt(const PlaceState& state) const {
        return mean([&](std::size_t hour) { return felt(state, hour); });
    }
    float meanAir(const PlaceState& state) const {
        return mean([&](std::size_t hour) { return airOf(state, hour); });
    }
    float meanWind(const PlaceState& state) const {
        return mean([&](std::size_t hour) { return windOf(state, hour); });
    }

private:
    template <class OfHour>
    float mean(const OfHour& ofHour) const {
        float sum = 0.0F;
        for (std::size_t hour = 0; hour < hours_.size(); ++hour) {
            sum += ofHour(hour);
        }
        return sum * (1.0F / static_cast<float>(hours_.size()));
    }

    std::vector<FeltHour> hours_;
};

const char* idOf(HeatCover cover) {
    constexpr std::array kIds{"no-data", "building", "water", "tree", "green", "paved"};
    return kIds[static_cast<std::size_t>(cover)];
}

const char* idOf(UtciStress stress) {
    constexpr std::array kIds{
        "extreme-cold", "very-strong-cold", "strong-cold", "moderate-cold",    "slight-cold",
        "none",         "moderate-heat",    "strong-heat", "very-strong-heat", "extreme-heat"};
    return kIds[static_cast<std::size_t>(stress)];
}

/// The sun's way over a day, at midnight.
SunCourse courseOf(double midnight, const GeoLocator::Position& place) {
    constexpr int kSteps = 24 * 60;  // a day in minutes
    double highest = -90.0;
    int noon = 0;
    int sunrise = -1;
    for (int minute = 0; minute < kSteps; ++minute) {
        const double elevation = sunPosition(midnight + minute / static_cast<double>(kSteps),
                                             place.latitudeDegrees, place.longitudeDegrees)
                                     .elevationDegrees;
        sunrise = sunrise < 0 && elevation > 0.0 ? minute : sunrise;
        noon = elevation > highest ? minute : noon;
        highest = std::max(highest, elevation);
    }
    const double risen = std::max(sunrise, 0) / 60.0;
    return {highest, noon / 60.0 - risen, -risen};
}

/// Of the place where the air is `airCelsius` and holds as much water as at the station.
double humidityAt(double airCelsius, const WeatherHour& weather) {
    return std::min(100.0, weather.relativeHumidityPercent *
                               saturatedVapourHectopascal(weather.temperatureCelsius) /
                               saturatedVapourHectopascal(airCelsius));
}

std::string timeOf(const std::string& date, int hourUtc) {
    return date + (hourUtc < 10 ? "T0" : "T") + std::to_string(hourUtc) + ":00Z";
}

PlaceMoment momentOf(const ThermalEnvironment& environment, const std::string& time) {
    // As over open grass, where 0.635 of the wind at 10 m is left at 1.2 m; calmer than 0.5 m/s the
    // index does not hold.
    const double windAtTenMetres =
        std::max(0.5, environment.windMetresPerSecond / static_cast<double>(windLeft(1.0F)));
    PlaceMoment moment{
        time,
        {{"air-temperature", environment.airTemperatureCelsius, Unit::degreeCelsius},
         {"radiant-temperature", environment.meanRadiantTemperatureCelsius, Unit::degreeCelsius},
         {"wind", environment.windMetresPerSecond, Unit::metrePerSecond},
         {"humidity", environment.relativeHumidityPercent, Unit::percent}}};
    if (const auto pet = exactPet(environment)) {
        moment.facts.push_back({"exact-pet", *pet, Unit::degreeCelsius});
    }
    if (const auto index =
            utci({environment.airTemperatureCelsius, environment.meanRadiantTemperatureCelsius,
                  windAtTenMetres, environment.relativeHumidityPercent})) {
        moment.facts.push_back({"utci", *index, Unit::degreeCelsius});
        moment.facts.push_back({"utci-stress", std::string(idOf(utciStress(*index)))});
    }
    return moment;
}

void addMoments(const HeatSettings& settings, const GeoLocator::Position& place, HeatCover cover,
                const PlaceState& state, const PlaceHours& hours, PlaceExplanation& explanation) {
    constexpr int kChiefHour = 14;
    // The map looks at the sky from the top of a crown: of that, what is taken to be left below.
    constexpr double kSkyBelowCrown = 0.25;
    const bool isUnderCrown = cover == HeatCover::tree;
    const SunCourse course = courseOf(julianDayOf(settings.date + "T00:00Z").value(), place);
    for (std::size_t index = 0; index < settings.hours.size(); ++index) {
        const WeatherHour& weather = settings.hours[index].weather;
        const auto airCelsius = static_cast<double>(hours.airOf(state, index));
        const double humidity = humidityAt(airCelsius, weather);
        const double radiant = meanRadiantTemperature(
            {.airCelsius = airCelsius,
             .relativeHumidityPercent = humidity,
             .radiationWatts = weather.radiationWatts,
             .diffuseWatts = weather.diffuseWatts,
             .sunElevationDegrees = weather.sunElevationDegrees,
             .course = {course.highestSunDegrees, course.hoursToNoon,
                        course.hoursNow + weather.hourUtc},
             .isSunlit = hours.isSunlit(state, index),
             .skyView = (isUnderCrown ? kSkyBelowCrown : 1.0) * static_cast<double>(state.skyView),
             .ground = cover == HeatCover::paved ? RadiantGround::paved : RadiantGround::grass,
             .isUnderCrown = isUnderCrown});
        PlaceMoment moment = momentOf(
            {airCelsius, radiant, static_cast<double>(hours.windOf(state, index)), humidity},
            timeOf(settings.date, weather.hourUtc));
        moment.facts.insert(moment.facts.begin(),
                            {"light", std::string(hours.isSunlit(state, index) ? "sun" : "shade")});
        explanation.moments.push_back(std::move(moment));
        const WeatherHour& chief = settings.hours[explanation.chiefMoment].weather;
        const bool isChief =
            weather.hourUtc == kChiefHour ||
            (chief.hourUtc != kChiefHour && weather.temperatureCelsius > chief.temperatureCelsius);
        explanation.chiefMoment = isChief ? index : explanation.chiefMoment;
    }
}

void addFacts(const HeatCell& code, const PlaceState& state, const PlaceHours& hours,
              std::size_t hourCount, PlaceExplanation& explanation) {
    const auto shaded =
        static_cast<std::int64_t>(hourCount) - std::int64_t{std::popcount(state.sunlit)};
    explanation.facts = {
        {"cover", std::string(idOf(code.cover()))},
        {code.cover() == HeatCover::tree ? "sky-view-of-crown" : "sky-view",
         static_cast<double>(state.skyView), Unit::fraction},
        {"shaded-hours", shaded, Unit::hour},
        {"hours", static_cast<std::int64_t>(hourCount), Unit::hour},
        {"air-temperature", static_cast<double>(hours.meanAir(state)), Unit::degreeCelsius},
        {"wind", static_cast<double>(hours.meanWind(state)), Unit::metrePerSecond}};
}

PlaceExplanation hindered(const char* hindrance) {
    PlaceExplanation explanation;
    explanation.hindrance = hindrance;
    return explanation;
}

struct KeptGround : KeptSurroundings {
    explicit KeptGround(HeatGround made) : ground(std::move(made)) {}
    HeatGround ground;
};

/// All that matters to `window`: that of the place before where it lies in there.
const HeatGround& groundOf(const RunContext& context, const HeatSources& sources,
                           const HeatSettings& settings, const CellWindow& window,
                           std::unique_ptr<KeptSurroundings>& kept) {
    const CellWindow cells = groundAround(sources.grid(), window);
    auto* before = dynamic_cast<KeptGround*>(kept.get());
    if (before == nullptr || !before->ground.cells.contains(cells)) {
        kept.reset();  // first: its memory may be needed
        auto now = std::make_unique<KeptGround>(makeHeatGround(
            context, sources, settings, cells, context.progress.part(0.0, 0.9, "horizon")));
        before = now.get();
        kept = std::move(now);
    }
    return before->ground;
}

}  // namespace

PlaceExplanation explainHeat(const RunContext& context, Point place,
                             std::unique_ptr<KeptSurroundings>& kept) {
    const HeatSources sources(context);
    const Grid& grid = sources.grid();
    const auto cell = grid.cellAt(place);
    if (!cell || !context.wantedWindow(grid).contains({cell->column, cell->row, 1, 1})) {
        return hindered("outside");
    }
    const CellWindow window{cell->column, cell->row, 1, 1};
    const HeatSettings settings = heatSettingsOf(context, grid);
    const HeatGround& ground = groundOf(context, sources, settings, window, kept);
    RasterBuffer<std::uint32_t> codes(1, 1);
    ground.read(window, codes.view());
    const HeatCell code(codes.view()(0, 0));
    if (!code.hasValue()) {
        return hindered(code.cover() >= HeatCover::tree ? "no-data" : idOf(code.cover()));
    }
    const Surroundings surroundings =
        surroundingsOf(*ground.blocks, settings, window, context.memory,
                       context.progress.part(0.9, 1.0, "surroundings"));
    const PlaceHours hours(settings, surroundings.sides);
    const PlaceState grass = openGrass(settings);
    const PlaceState state = stateOf(code, *cell, surroundings);
    PlaceExplanation explanation;
    explanation.value = static_cast<double>(hours.meanFelt(state));
    explanation.reference = static_cast<double>(hours.meanFelt(grass));
    const auto shares = shapleyShares(kFactorIds.size(), [&](std::uint32_t factors) {
        return static_cast<double>(hours.meanFelt(mixed(grass, state, factors)));
    });
    for (std::size_t factor = 0; factor < shares.size(); ++factor) {
        explanation.shares.push_back({kFactorIds[factor], shares[factor]});
    }
    addFacts(code, state, hours, settings.hours.size(), explanation);
    addMoments(settings, context.locator.locate(grid.bounds().centre()), code.cover(), state, hours,
               explanation);
    return explanation;
}

}  // namespace lommer::core
