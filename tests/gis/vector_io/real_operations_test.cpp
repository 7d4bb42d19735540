// The operations of the family `basic` on real deliveries, held against what must be so.

#include "core/analyses/basic/clip/clip.h"
#include "core/analyses/basic/count_in_areas/count_in_areas.h"
#include "core/analyses/basic/dissolve/dissolve.h"
#include "core/analyses/basic/erase/erase.h"
#include "core/analyses/basic/intersect/intersect.h"
#include "core/geometry/validity.h"
#include "gis/vector_io/table_files.h"
#include "tests/support/parcels.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <map>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kOtterlo = fs::path(LOMMER_REAL_DATA) / "otterlo_bgt" / "otterlo.gpkg";
const fs::path kAchterhoek =
    fs::path(LOMMER_REAL_DATA) / "achterhoek_cbs" / "achterhoek_kerncijfers.gpkg";

#define SKIP_WITHOUT(path)                                 \
    if (!fs::exists(path)) {                               \
        GTEST_SKIP() << "skipped: no " << (path).string(); \
    }

core::BoundInput input(const std::string& role, const fs::path& path, const std::string& layer) {
    core::RemarkList remarks;
    core::BoundInput bound{role, layer};
    bound.table = openTable({{path}, layer}, remarks).source;
    return bound;
}

core::Table resultOf(const core::Analysis& analysis, std::vector<core::BoundInput> inputs,
                     std::map<std::string, std::string> settings = {}) {
    test::AnalysisRun run;
    run.inputs = std::move(inputs);
    run.settings = std::move(settings);
    auto outcome = test::runAnalysis(analysis, run);
    EXPECT_EQ(outcome.remark("overlay-failed"), nullptr);
    return outcome.tables.begin()->second;
}

double areaOfLayer(const fs::path& path, const std::string& layer) {
    return test::totalArea(input("x", path, layer).table->read({}, {}).geometries());
}

TEST(RealOperations, RoadsOfOtterloInsideAndOutsideTheGreenAreAllRoads) {
    SKIP_WITHOUT(kOtterlo);
    // History rows included: areas overlap each other many times.
    const auto roads = [] { return input("features", kOtterlo, "bgt_wegdeel"); };
    const core::Table inside = resultOf(
        *core::makeClip(), {roads(), input("clip-areas", kOtterlo, "bgt_begroeidterreindeel")});
    const core::Table outside = resultOf(
        *core::makeErase(), {roads(), input("erase-areas", kOtterlo, "bgt_begroeidterreindeel")});
    const double all = areaOfLayer(kOtterlo, "bgt_wegdeel");
    EXPECT_NEAR(test::totalArea(inside.geometries()) + test::totalArea(outside.geometries()), all,
                1e-5 * all);
    EXPECT_TRUE(core::findInvalid(inside.geometries(), {}).empty());
    EXPECT_TRUE(core::findInvalid(outside.geometries(), {}).empty());
}

TEST(RealOperations, PiecesOfOtterloAreTheSameWhicheverLayerComesFirst) {
    SKIP_WITHOUT(kOtterlo);
    const core::Table one =
        resultOf(*core::makeIntersect(),
                 {input("first", kOtterlo, "bgt_wegdeel"), input("second", kOtterlo, "bgt_pand")});
    const core::Table other =
        resultOf(*core::makeIntersect(),
                 {input("first", kOtterlo, "bgt_pand"), input("second", kOtterlo, "bgt_wegdeel")});
    EXPECT_EQ(one.rowCount(), other.rowCount());
    EXPECT_NEAR(test::totalArea(one.geometries()), test::totalArea(other.geometries()), 1e-6);
    EXPECT_TRUE(core::findInvalid(one.geometries(), {}).empty());
}

TEST(RealOperations, BuurtenOfTheAchterhoekMakeItsGemeenten) {
    SKIP_WITHOUT(kAchterhoek);
    const core::Table united =
        resultOf(*core::makeDissolve(), {input("areas", kAchterhoek, "buurt")},
                 {{"column", "gm_code"}, {"sum-column", "inwoners"}});
    const core::Table gemeenten = input("x", kAchterhoek, "gemeente").table->read({}, {});
    const core::Table buurten = input("x", kAchterhoek, "buurt").table->read({}, {});
    std::map<std::string, double> areaOfBuurten;
    for (std::int64_t row = 0; row < buurten.rowCount(); ++row) {
        areaOfBuurten[std::string(buurten.columnNamed("gm_code").textAt(row))] +=
            test::areaOf(buurten.geometries(), row);
    }
    std::map<std::string, std::int64_t> rows;
    for (std::int64_t row = 0; row < gemeenten.rowCount(); ++row) {
        rows[std::string(gemeenten.columnNamed("code").textAt(row))] = row;
    }
    // Borders were generalised one by one: neighbours overlap a little, and that counts once.
    const core::Table pieces =
        resultOf(*core::makeIntersect(),
                 {input("first", kAchterhoek, "buurt"), input("second", kAchterhoek, "buurt")});
    for (std::int64_t row = 0; row < pieces.rowCount(); ++row) {
        const auto gemeente = pieces.columnNamed("gm_code").textAt(row);
        const bool isOnePair =
            pieces.columnNamed("code").textAt(row) < pieces.columnNamed("code_2").textAt(row);
        if (isOnePair && gemeente == pieces.columnNamed("gm_code_2").textAt(row)) {
            areaOfBuurten[std::string(gemeente)] -= test::areaOf(pieces.geometries(), row);
        }
    }
    ASSERT_EQ(united.rowCount(), gemeenten.rowCount());
    for (std::int64_t row = 0; row < united.rowCount(); ++row) {
        const std::string code(united.columnNamed("gm_code").textAt(row));
        ASSERT_EQ(rows.count(code), 1U) << code;
        const double area = test::areaOf(united.geometries(), row);
        EXPECT_NEAR(area, areaOfBuurten[code], 1e-5 * area) << code;
        // CBS generalises the borders of the two levels each on its own.
        EXPECT_NEAR(area, test::areaOf(gemeenten.geometries(), rows[code]), 0.01 * area) << code;
        // Buurten are rounded to 5 inhabitants, and small ones are withheld.
        const double people = gemeenten.columnNamed("inwoners").numberAt(rows[code]);
        EXPECT_NEAR(united.columnNamed("inwoners_sum").numberAt(row), people, 0.01 * people)
            << code;
    }
}

TEST(RealOperations, ManholesOfOtterloAreEachCountedOnceInTheRoadsThatAreInForce) {
    SKIP_WITHOUT(kOtterlo);
    const core::Table counted =
        resultOf(*core::makeCountInAreas(),
                 {input("areas", kOtterlo, "bgt_wegdeel"), input("features", kOtterlo, "bgt_put")});
    const core::Column& ended = counted.columnNamed("eindRegistratie");
    std::int64_t inForce = 0;
    for (std::int64_t row = 0; row < counted.rowCount(); ++row) {
        inForce += ended.isPresent(row) ? 0 : counted.columnNamed("count").integerAt(row);
    }
    EXPECT_GT(inForce, 300);
    EXPECT_LE(inForce, 1045);  // as many as there are
}

}  // namespace
}  // namespace lommer::gis
