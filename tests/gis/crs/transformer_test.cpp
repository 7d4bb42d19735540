#include "gis/crs/transformer.h"

#include "core/base/error.h"

#include <gtest/gtest.h>
#include <ogr_srs_api.h>
#include <proj.h>

#include <cmath>
#include <filesystem>
#include <limits>
#include <thread>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kGrids = fs::path(LOMMER_REAL_DATA) / "proj_grids";

/// Puts the folder with the grids before those of the system, while it lives.
class WithGrids {
public:
    WithGrids() {
        const std::string own = kGrids.string();
        const std::string system = systemFolder();
        const char* paths[] = {own.c_str(), system.c_str(), nullptr};
        OSRSetPROJSearchPaths(paths);
    }
    ~WithGrids() { OSRSetPROJSearchPaths(nullptr); }
    WithGrids(const WithGrids&) = delete;
    WithGrids& operator=(const WithGrids&) = delete;

private:
    /// Where proj.db is.
    static std::string systemFolder() {
        const std::string all = proj_info().searchpath;
        for (std::size_t from = 0; from <= all.size();) {
            const std::size_t to = std::min(all.find(':', from), all.size());
            if (fs::exists(fs::path(all.substr(from, to - from)) / "proj.db")) {
                return all.substr(from, to - from);
            }
            from = to + 1;
        }
        return {};
    }
};

struct ControlPoint {
    const char* name;
    core::Point etrs89;  // longitude, latitude
    core::Point rd;
};

/// The test points published with RDNAPTRANS. They were computed with its version of 2008; that of
/// 2018 moves them by up to 4 mm.
constexpr double kToleranceMetres = 0.005;
constexpr ControlPoint kPoints[] = {
    {"Texel", {4.824761912, 53.160753042}, {117380.1200, 575040.3400}},
    {"Noord-Groningen", {6.776726674, 53.419482050}, {247380.5600, 604580.7800}},
    {"Amersfoort", {5.387203657, 52.155172897}, {155000.0000, 463000.0000}},
    {"Zeeuws-Vlaanderen", {3.397588595, 51.368607152}, {16460.9100, 377380.2300}},
    {"Zuid-Limburg", {5.773795548, 50.792584916}, {182260.4500, 311480.6700}},
    {"Maasvlakte", {4.072887101, 51.947393898}, {64640.8900, 440700.0101}},
};

core::Point moved(const Transformer& transformer, core::Point point) {
    transformer.transform({&point, 1});
    return point;
}

core::ErrorCode refusalOf(const Transformer& transformer, core::Point point) {
    try {
        moved(transformer, point);
    } catch (const core::Error& error) {
        return error.code();
    }
    return core::ErrorCode::programFault;
}

TEST(Transformer, IsRightToHalfACentimetreWithTheGrids) {
    if (!fs::exists(kGrids)) {
        GTEST_SKIP() << "skipped: no " << kGrids.string();
    }
    const WithGrids grids;
    const Transformer toRd(parseCrs("EPSG:4258"), rdNew(), {});
    const Transformer fromRd(rdNew(), parseCrs("EPSG:4258"), {});
    EXPECT_EQ(toRd.operation().gridName, "nl_nsgi_rdtrans2018.tif");
    EXPECT_LT(toRd.operation().accuracyMetres, 0.011);
    for (const ControlPoint& point : kPoints) {
        const core::Point rd = moved(toRd, point.etrs89);
        EXPECT_NEAR(rd.x, point.rd.x, kToleranceMetres) << point.name;
        EXPECT_NEAR(rd.y, point.rd.y, kToleranceMetres) << point.name;
        const core::Point globe = moved(fromRd, point.rd);
        EXPECT_NEAR(globe.x, point.etrs89.x, 7e-8) << point.name;
        EXPECT_NEAR(globe.y, point.etrs89.y, 4.5e-8) << point.name;
    }
}

TEST(Transformer, IsRightToItsStatedAccuracyWithoutThem) {
    const Transformer toRd(parseCrs("EPSG:4258"), rdNew(), {});
    if (!toRd.operation().gridName.empty()) {
        GTEST_SKIP() << "skipped: this system has the grids";
    }
    EXPECT_GT(toRd.operation().accuracyMetres, 0.1);
    EXPECT_LE(toRd.operation().accuracyMetres, 1.0);
    for (const ControlPoint& point : kPoints) {
        const core::Point rd = moved(toRd, point.etrs89);
        EXPECT_LT(std::hypot(rd.x - point.rd.x, rd.y - point.rd.y), toRd.operation().accuracyMetres)
            << point.name;
    }
}

TEST(Transformer, ComesBackWhereItStarted) {
    for (const char* system : {"EPSG:4326", "EPSG:4258", "EPSG:3857", "EPSG:25831", "EPSG:31370"}) {
        const Transformer there(rdNew(), parseCrs(system), {});
        const Transformer back(parseCrs(system), rdNew(), {});
        const core::Point start{182260.45, 311480.67};  // in Limburg, where Lambert 72 reaches
        const core::Point end = moved(back, moved(there, start));
        EXPECT_LT(std::hypot(end.x - start.x, end.y - start.y), 0.002) << system;
        EXPECT_NE(there.operation().name, "none") << system;
    }
}

TEST(Transformer, DoesNothingBetweenRdAndRd) {
    const Transformer same(parseCrs("EPSG:7415"), rdNew(), {});
    EXPECT_EQ(moved(same, {1.25, 2.5}), (core::Point{1.25, 2.5}));
    EXPECT_EQ(same.operation().name, "none");
    EXPECT_EQ(same.operation().accuracyMetres, 0.0);
}

TEST(Transformer, RefusesABallparkOperation) {
    // A datum that nobody knows the place of.
    const CrsInfo adrift = parseCrs(
        "GEOGCS[\"x\",DATUM[\"adrift\",SPHEROID[\"Everest 1830\",6377299.36,300.8017]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    try {
        const Transformer transformer(adrift, rdNew(), {});
        FAIL() << transformer.operation().name;
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::transformationTooCoarse);
        EXPECT_EQ(error.arguments().front().first, "crs");
    }
}

TEST(Transformer, RefusesPlacesWhereRdHasNoMeaning) {
    const Transformer toRd(parseCrs("EPSG:4326"), rdNew(), {});
    EXPECT_EQ(refusalOf(toRd, {13.4, 52.5}), core::ErrorCode::transformationTooCoarse);  // Berlin
    EXPECT_EQ(refusalOf(toRd, {0.0, 0.0}), core::ErrorCode::transformationTooCoarse);
    EXPECT_EQ(refusalOf(toRd, {52.1, 5.4}), core::ErrorCode::transformationTooCoarse);  // swapped
    EXPECT_EQ(refusalOf(toRd, {5.4, 52.1}), core::ErrorCode::programFault);             // accepted
}

TEST(Transformer, LeavesPlacesAloneThatAreNone) {
    const Transformer toRd(parseCrs("EPSG:4326"), rdNew(), {});
    const double hole = std::numeric_limits<double>::quiet_NaN();
    core::Point points[] = {{hole, 52.0}, {5.387206, 52.155172}};
    toRd.transform(points);
    EXPECT_TRUE(std::isnan(points[0].x));
    EXPECT_NEAR(points[1].x, 155000.0, 2.0);
}

TEST(Transformer, ServesSeveralThreads) {
    const Transformer toRd(parseCrs("EPSG:4326"), rdNew(), {});
    const core::Point expected = moved(toRd, {6.0, 52.5});
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn) {
                EXPECT_EQ(moved(toRd, {6.0, 52.5}), expected);
            }
        });
    }
}

TEST(GeoLocator, KnowsPlaceAndNorth) {
    const auto locator = makeGeoLocator();
    const auto centre = locator->locate({155000.0, 463000.0});
    EXPECT_NEAR(centre.latitudeDegrees, 52.155172897, 1e-5);
    EXPECT_NEAR(centre.longitudeDegrees, 5.387203657, 1e-5);
    EXPECT_NEAR(centre.meridianConvergenceDegrees, 0.0, 1e-3);
    // East of the central meridian grid north lies east of true north, by about the difference in
    // longitude times the sine of the latitude.
    const auto east = locator->locate({250000.0, 463000.0});
    const double expected = (east.longitudeDegrees - centre.longitudeDegrees) *
                            std::sin(52.15 * 3.14159265358979 / 180.0);
    EXPECT_NEAR(east.meridianConvergenceDegrees, expected, 0.01);
}

}  // namespace
}  // namespace lommer::gis
