#include "core/sample/sample_records.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

/// The year of the height survey.
constexpr double kSurveyYear = 2022.0;

constexpr std::array<std::string_view, kTreeSpeciesCount> kSpecies{
    "Quercus robur",        "Tilia cordata",          "Fraxinus excelsior",     "Acer platanoides",
    "Platanus x hispanica", "Fagus sylvatica",        "Betula pendula",         "Carpinus betulus",
    "Alnus glutinosa",      "Prunus avium",           "Aesculus hippocastanum", "Ulmus 'Dodoens'",
    "Acer pseudoplatanus",  "Liquidambar styraciflua"};

double roundedToMillimetre(double value) noexcept {
    return std::round(value * 1000.0) / 1000.0;
}

/// True where no spot of `other` is within `gap` of `own`, as far as the sides of `own` can tell.
bool isApart(const TurnedRectangle& own, const TurnedRectangle& other, double gap) noexcept {
    double alongLow = 1e300;
    double alongHigh = -1e300;
    double acrossLow = 1e300;
    double acrossHigh = -1e300;
    for (const double a : {-1.0, 1.0}) {
        for (const double b : {-1.0, 1.0}) {
            const Point corner = other.at(a, b);
            const double x = corner.x - own.centre.x;
            const double y = corner.y - own.centre.y;
            const double along = x * own.along.x + y * own.along.y;
            const double across = y * own.along.x - x * own.along.y;
            alongLow = std::min(alongLow, along);
            alongHigh = std::max(alongHigh, along);
            acrossLow = std::min(acrossLow, across);
            acrossHigh = std::max(acrossHigh, across);
        }
    }
    return alongLow > own.halfLength + gap || alongHigh < -own.halfLength - gap ||
           acrossLow > own.halfDepth + gap || acrossHigh < -own.halfDepth - gap;
}

}  // namespace

std::vector<Point> TurnedRectangle::ring() const {
    std::vector<Point> points{at(-1.0, -1.0), at(1.0, -1.0), at(1.0, 1.0), at(-1.0, 1.0)};
    for (Point& point : points) {
        point = {roundedToMillimetre(point.x), roundedToMillimetre(point.y)};
    }
    points.push_back(points.front());
    return points;
}

bool TurnedRectangle::contains(Point place) const noexcept {
    const double x = place.x - centre.x;
    const double y = place.y - centre.y;
    return std::abs(x * along.x + y * along.y) <= halfLength &&
           std::abs(y * along.x - x * along.y) <= halfDepth;
}

bool TurnedRectangle::overlaps(const TurnedRectangle& other, double gap) const noexcept {
    return !isApart(*this, other, gap) && !isApart(other, *this, gap);
}

std::string_view treeSpecies(std::uint8_t species) noexcept {
    return kSpecies[species % kSpecies.size()];
}

double grownHeight(std::int64_t plantedYear) noexcept {
    const double age = std::max(0.0, kSurveyYear - static_cast<double>(plantedYear));
    return 3.5 + 18.0 * (1.0 - std::exp(-age / 38.0));
}

double crownRadius(double heightMetres) noexcept {
    return 0.6 + 0.23 * heightMetres;
}

}  // namespace lommer::core
