#include "core/sample/sample_municipality.h"

#include "core/base/error.h"
#include "core/sample/building_site.h"
#include "tests/core/sample/kept_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace lommer::test {
namespace {

using namespace core;
using enum SampleLayer;

constexpr std::array kSurfaces{bgtRoadParts, bgtRoadVerges, bgtBareTerrain, bgtGreen,
                               bgtWater,     bgtBanks,      bgtBuildings};

KeptTables tablesOf(double area, std::uint64_t seed) {
    KeptTables tables;
    SampleMunicipality(area, seed).layOut(tables, {});
    return tables;
}

/// Outer ring less holes.
double areaOf(const GeometryColumn& geometries, std::int64_t row) {
    double area = 0.0;
    const auto part = geometries.featureOffsets[static_cast<std::size_t>(row)];
    for (auto ring = geometries.partOffsets[part]; ring < geometries.partOffsets[part + 1];
         ++ring) {
        const PointSpan points = geometries.ring(ring);
        const double own = std::abs(ringArea({points.begin(), points.end()}));
        area += ring == geometries.partOffsets[part] ? own : -own;
    }
    return area;
}

bool isCurrent(const Table& table, std::int64_t row) {
    return !table.columnNamed("eindRegistratie").isPresent(row);
}

TEST(SampleMunicipality, HasTheSameRowsForTheSameSeed) {
    const KeptTables one = tablesOf(1.0, 7);
    const KeptTables again = tablesOf(1.0, 7);
    const KeptTables other = tablesOf(1.0, 8);
    ASSERT_EQ(one.count(), kSampleLayerCount);
    for (std::size_t index = 0; index < kSampleLayerCount; ++index) {
        const auto layer = static_cast<SampleLayer>(index);
        EXPECT_TRUE(hasSameBits(one.table(layer), again.table(layer))) << nameOf(layer).layer;
    }
    EXPECT_FALSE(hasSameBits(one.table(bagBuildings), other.table(bagBuildings)));
}

/// The current parts on the ground and the buildings cover the place, and nothing twice.
TEST(SampleMunicipality, IsCoveredOnceByWhatLiesOnTheGround) {
    for (const double area : {0.04, 1.0, 4.0}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const KeptTables tables = tablesOf(area, seed);
            double covered = 0.0;
            for (const SampleLayer layer : kSurfaces) {
                const Table table = tables.table(layer);
                for (std::int64_t row = 0; row < table.rowCount(); ++row) {
                    const bool isOnGround =
                        table.columnNamed("relatieveHoogteligging").integerAt(row) == 0;
                    covered +=
                        isCurrent(table, row) && isOnGround ? areaOf(table.geometries(), row) : 0.0;
                }
            }
            const Bounds bounds = SampleMunicipality(area, seed).bounds();
            const double whole = bounds.width() * bounds.height();
            EXPECT_NEAR(covered / whole, 1.0, 2e-6) << area << " km2, seed " << seed;
        }
    }
}

TEST(SampleMunicipality, IsCoveredOnceByItsNeighbourhoodsAndByItsDistricts) {
    const KeptTables tables = tablesOf(4.0, 2);
    for (const SampleLayer layer : {neighbourhoods, districts}) {
        const Table table = tables.table(layer);
        double covered = 0.0;
        std::set<std::string> codes;
        for (std::int64_t row = 0; row < table.rowCount(); ++row) {
            covered += areaOf(table.geometries(), row);
            codes.insert(std::string(table.column(0).textAt(row)));
        }
        EXPECT_NEAR(covered / 4e6, 1.0, 1e-6);
        EXPECT_EQ(codes.size(), static_cast<std::size_t>(table.rowCount()));
    }
}

/// A brook does not cut the place in two: nearly all ways hang together.
TEST(SampleMunicipality, CanBeWalkedThrough) {
    const Table ways = tablesOf(4.0, 1).table(SampleLayer::ways);
    std::map<std::pair<double, double>, std::size_t> places;
    std::vector<std::size_t> parent;
    const auto placeOf = [&](Point point) {
        const auto [found, isNew] = places.try_emplace({point.x, point.y}, parent.size());
        if (isNew) {
            parent.push_back(parent.size());
        }
        return found->second;
    };
    const auto rootOf = [&](std::size_t place) {
        while (parent[place] != place) {
            place = parent[place] = parent[parent[place]];
        }
        return place;
    };
    std::vector<std::pair<std::size_t, double>> pieces;
    for (std::int64_t row = 0; row < ways.rowCount(); ++row) {
        const PointSpan line = ways.geometries().onlyRingOf(row);
        const std::size_t from = placeOf(line.front());
        const std::size_t to = placeOf(line.back());
        parent[rootOf(from)] = rootOf(to);
        pieces.emplace_back(from, MeasuredLine({line.begin(), line.end()}).length());
    }
    std::map<std::size_t, double> lengths;
    double total = 0.0;
    for (const auto& [place, metres] : pieces) {
        lengths[rootOf(place)] += metres;
        total += metres;
    }
    const auto longest =
        std::max_element(lengths.begin(), lengths.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    EXPECT_GT(longest->second / total, 0.97);
    EXPECT_GT(total, 20'000.0);
}

TEST(SampleMunicipality, HasPlausibleHomes) {
    const KeptTables tables = tablesOf(4.0, 1);
    const Table units = tables.table(bagUnits);
    const Table buildings = tables.table(bagBuildings);
    std::vector<double> homes;
    for (std::int64_t row = 0; row < units.rowCount(); ++row) {
        if (units.columnNamed("gebruiksdoel").textAt(row) == "woonfunctie") {
            homes.push_back(units.columnNamed("oppervlakte").numberAt(row));
        }
    }
    ASSERT_GT(homes.size(), 800U);
    std::sort(homes.begin(), homes.end());
    EXPECT_GT(homes[homes.size() / 2], 70.0);  // the median Dutch home has about 110 m2
    EXPECT_LT(homes[homes.size() / 2], 150.0);
    std::int64_t old = 0;
    for (std::int64_t row = 0; row < buildings.rowCount(); ++row) {
        const std::int64_t year = buildings.columnNamed("bouwjaar").integerAt(row);
        EXPECT_TRUE(year == 1005 || (year >= 1400 && year <= 2030)) << year;
        old += year < 1945 ? 1 : 0;
    }
    const double share = static_cast<double>(old) / static_cast<double>(buildings.rowCount());
    EXPECT_GT(share, 0.05);
    EXPECT_LT(share, 0.5);
}

TEST(SampleMunicipality, WithholdsFiguresOfFewPeopleAndNamesWhatComesLater) {
    const Table areas = tablesOf(25.0, 1).table(neighbourhoods);
    bool hasSecret = false;
    for (std::int64_t row = 0; row < areas.rowCount(); ++row) {
        const double inhabitants = areas.columnNamed("aantal_inwoners").numberAt(row);
        const double men = areas.columnNamed("mannen").numberAt(row);
        const double women = areas.columnNamed("vrouwen").numberAt(row);
        EXPECT_EQ(std::fmod(inhabitants, 5.0), 0.0);
        if (men >= 0.0) {
            EXPECT_EQ(men + women, inhabitants);
        } else {
            EXPECT_EQ(men, -99997.0);
        }
        hasSecret = hasSecret || areas.columnNamed("gemiddelde_woningwaarde").numberAt(row) < 0.0;
        EXPECT_EQ(areas.columnNamed("gemiddeld_gasverbruik_totaal").numberAt(row), -99995.0);
    }
    EXPECT_TRUE(hasSecret);
}

TEST(SampleMunicipality, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    KeptTables tables;
    EXPECT_THROW(SampleMunicipality(4.0, 1).layOut(tables, stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace lommer::test
