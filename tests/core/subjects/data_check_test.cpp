#include "core/subjects/data_check.h"

#include "core/base/error.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stop_token>

namespace lommer::core {
namespace {

/// Buildings of 10 x 10 m in a row, to be spoiled.
struct Buildings {
    std::vector<std::string> ids;
    std::vector<std::int64_t> years;
    std::vector<std::string> status;
    GeometryColumn places;

    explicit Buildings(int count = 40) {
        for (int i = 0; i < count; ++i) {
            ids.push_back("G0222." + std::to_string(i));
            years.push_back(1950 + i);
            status.emplace_back("Pand in gebruik");
            addSquare(217'000.0 + 20.0 * i, 442'000.0);
        }
    }
    void addSquare(double x, double y) {
        const std::vector<Point> ring{{x, y}, {x + 10, y}, {x + 10, y + 10}, {x, y + 10}, {x, y}};
        places.addRing(ring);
        places.endPart();
        places.endFeature(GeometryKind::polygon);
    }
    Table table() const {
        Column id({"identificatie", ColumnType::text});
        Column year({"bouwjaar", ColumnType::integer, Unit::year});
        Column state({"status", ColumnType::text});
        for (std::size_t row = 0; row < ids.size(); ++row) {
            id.appendText(ids[row]);
            year.appendInteger(years[row]);
            state.appendText(status[row]);
        }
        const auto rows = id.size();
        return {rows,
                {std::make_shared<const Column>(std::move(id)),
                 std::make_shared<const Column>(std::move(year)),
                 std::make_shared<const Column>(std::move(state))},
                std::make_shared<const GeometryColumn>(places)};
    }
    DataCheck check() const { return checkData(findSubject("buildings"), table()); }
};

const CheckFinding& findingOf(const DataCheck& check, const std::string& rule,
                              const std::string& column = {}) {
    for (const CheckFinding& finding : check.findings) {
        if (finding.rule == rule && (column.empty() || finding.column == column)) {
            return finding;
        }
    }
    throw std::runtime_error("no finding of " + rule);
}

TEST(DataCheck, GoodDataPassEveryRule) {
    const DataCheck check = Buildings().check();
    EXPECT_EQ(check.outcome(), CheckOutcome::passed);
    EXPECT_GE(check.findings.size(), 9U);
    for (const CheckFinding& finding : check.findings) {
        EXPECT_EQ(finding.rows, 0) << finding.rule;
    }
}

TEST(DataCheck, AKeyThatComesTwiceOrIsEmptyFails) {
    Buildings buildings;
    buildings.ids[7] = buildings.ids[3];
    buildings.ids[9] = "";
    const DataCheck check = buildings.check();
    EXPECT_EQ(check.outcome(), CheckOutcome::failed);
    EXPECT_EQ(findingOf(check, "key-unique").examples, std::vector<std::int64_t>{7});
    EXPECT_EQ(findingOf(check, "key-filled").examples, std::vector<std::int64_t>{9});
}

TEST(DataCheck, FewStrangeValuesAreARemarkAndManyFail) {
    Buildings buildings;
    buildings.years[0] = 19;
    buildings.status[1] = "in aanbouw";
    DataCheck check = buildings.check();
    EXPECT_EQ(check.outcome(), CheckOutcome::remarks);
    EXPECT_EQ(findingOf(check, "value-in-range", "bouwjaar").rows, 1);
    EXPECT_EQ(findingOf(check, "code-known", "status").rows, 1);
    buildings.years.assign(buildings.years.size(), 99'999);
    check = buildings.check();
    EXPECT_EQ(findingOf(check, "value-in-range", "bouwjaar").rows, 40);
    EXPECT_EQ(findingOf(check, "value-in-range", "bouwjaar").examples.size(), 40U);
    EXPECT_EQ(check.outcome(), CheckOutcome::failed);
}

TEST(DataCheck, PlacesLieInTheCountryAndComeOnce) {
    Buildings buildings;
    buildings.ids.insert(buildings.ids.end(), {"x", "y"});
    buildings.years.insert(buildings.years.end(), {2000, 2001});
    buildings.status.insert(buildings.status.end(), {"Pand in gebruik", "Pand in gebruik"});
    buildings.addSquare(5.9, 52.1);             // degrees
    buildings.addSquare(217'000.0, 442'000.0);  // as the first
    const DataCheck check = buildings.check();
    EXPECT_EQ(findingOf(check, "place-inside").examples, std::vector<std::int64_t>{40});
    EXPECT_EQ(findingOf(check, "place-unique").examples, std::vector<std::int64_t>{41});
    EXPECT_EQ(check.outcome(), CheckOutcome::remarks);
}

TEST(DataCheck, NothingAtAllIsNotedAndMissingColumnsFail) {
    EXPECT_EQ(Buildings(0).check().outcome(), CheckOutcome::remarks);
    const Table without(1, {}, nullptr);
    const DataCheck check = checkData(findSubject("buildings"), without);
    EXPECT_EQ(findingOf(check, "column-present", "identificatie").rows, 1);
    EXPECT_EQ(findingOf(check, "place-present").rows, 1);
}

TEST(DataCheck, CodesOfAreasThatLostTheirZerosAreNoted) {
    Column code({"code", ColumnType::text});
    for (const char* one : {"BU02220101", "BU02220102", "2220103"}) {
        code.appendText(one);
    }
    const Table table(3, {std::make_shared<const Column>(std::move(code))}, nullptr);
    const DataCheck check = checkData(findSubject("neighbourhoods"), table);
    EXPECT_EQ(findingOf(check, "zeros-lost", "code").examples, std::vector<std::int64_t>{2});
    EXPECT_EQ(findingOf(check, "key-form", "code").rows, 0);
    EXPECT_EQ(check.repairs(), (std::vector<DataRepair>{{RepairKind::leadingZeros, "code"}}));
}

TEST(DataCheck, SeveralCodesInACellAreEachLookedUp) {
    Column id({"identificatie", ColumnType::text});
    Column use({"gebruiksdoel", ColumnType::text});
    for (int i = 0; i < 2; ++i) {
        id.appendText("022201000000000" + std::to_string(i));
    }
    use.appendText("woonfunctie,winkelfunctie");
    use.appendText("woonfunctie,garage");
    const Table table(2,
                      {std::make_shared<const Column>(std::move(id)),
                       std::make_shared<const Column>(std::move(use))},
                      nullptr);
    const DataCheck check = checkData(findSubject("dwellings"), table);
    EXPECT_EQ(findingOf(check, "code-known", "gebruiksdoel").examples,
              std::vector<std::int64_t>{1});
    EXPECT_EQ(findingOf(check, "key-form", "identificatie").rows, 0);
}

TEST(DataCheck, PartsAddUpToTheirTotalButForRounding) {
    // Two parts rounded at random to multiples of 5: 5 * sqrt(2) = 7.07 may be missing.
    const Table table =
        test::tableOf(4, {test::realColumn("aantal_inwoners", {100, 107, 108, std::nan("")}),
                          test::integerColumn("mannen", {50, 50, 50, 50}),
                          test::integerColumn("Vrouwen_7", {50, 50, 50, 50})});
    const DataCheck check = checkData(nullptr, table);
    EXPECT_EQ(findingOf(check, "parts-add-up", "aantal_inwoners").examples,
              std::vector<std::int64_t>{2});
}

TEST(DataCheck, SharesAddUpToAHundredWhereAnyoneLives) {
    std::vector<Column> columns;
    for (const char* name : {"p_ongehuw", "p_gehuwd", "p_gescheid", "p_verweduw"}) {
        columns.push_back(test::realColumn(name, {25, 0, 27}));
    }
    const DataCheck check = checkData(nullptr, test::tableOf(3, std::move(columns)));
    EXPECT_EQ(findingOf(check, "parts-add-up").examples, std::vector<std::int64_t>{2});
}

TEST(DataCheck, SharesByTheirNameLieBetweenZeroAndAHundred) {
    const Table table = test::tableOf(2, {test::realColumn("percentage_koop", {101, 50}),
                                          test::realColumn("percentage_groei", {-12, 140}),
                                          test::realColumn("aantal", {-12, 140})});
    const DataCheck check = checkData(nullptr, table);
    EXPECT_EQ(findingOf(check, "value-in-range", "percentage_koop").rows, 1);
    EXPECT_THROW(findingOf(check, "value-in-range", "percentage_groei"), std::runtime_error);
}

TEST(DataCheck, CodesBelongToTheAreasOfThatYearAndToTheirGemeente) {
    AreaCodes areas;
    areas.add("BU02220101");
    areas.add("BU02220102");
    const Table figures =
        test::tableOf(3, {test::textColumn("code", {"BU02220101", "BU02220177", "BU09990101"})});
    EXPECT_EQ(findingOf(checkData(findSubject("area-figures"), figures, {.areas = &areas}),
                        "code-of-year")
                  .examples,
              std::vector<std::int64_t>{1});
    const Table buurten = test::tableOf(2, {test::textColumn("code", {"BU02220101", "BU02220102"}),
                                            test::textColumn("gemeentecode", {"222", "GM1509"})});
    EXPECT_EQ(
        findingOf(checkData(findSubject("neighbourhoods"), buurten), "code-of-gemeente").examples,
        std::vector<std::int64_t>{1});
}

TEST(DataCheck, LettersThatAreLostCannotBeRepairedAndStrangeOnesCan) {
    const DataCheck check = checkData(
        nullptr,
        test::tableOf(2, {test::textColumn("naam", {"Financi\uFFFDn", "Caf\u00C3\u00A9"})}));
    EXPECT_EQ(findingOf(check, "characters-whole", "naam").rows, 1);
    EXPECT_EQ(check.repairs(), (std::vector<DataRepair>{{RepairKind::encoding, "naam"}}));
}

TEST(DataCheck, NumbersThatAreTextBecauseOfAWordStayText) {
    const DataCheck check =
        checkData(nullptr, test::tableOf(2, {test::textColumn("hoogte", {"12,5", "onbekend"})}));
    EXPECT_EQ(findingOf(check, "no-decimal-comma").rows, 0);
}

TEST(DataCheck, ReferenceDatesAreNotOldAndNotOfTomorrow) {
    const Table table = Buildings().table();
    const auto rowsOf = [&table](const char* rule, const char* date) {
        return findingOf(
                   checkData(findSubject("buildings"), table,
                             {.referenceDate = date, .today = "2026-06-01", .yearsUntilOld = 2}),
                   rule)
            .rows;
    };
    EXPECT_EQ(rowsOf("date-not-old", "2024-06-01"), 0);
    EXPECT_EQ(rowsOf("date-not-old", "2024-05-31"), 1);
    EXPECT_EQ(rowsOf("date-not-old", "2024"), 0);
    EXPECT_EQ(rowsOf("date-not-old", "2023"), 1);
    EXPECT_EQ(rowsOf("date-not-later", "2026-06-02"), 1);
    EXPECT_EQ(rowsOf("date-not-later", "2026"), 0);
}

TEST(DataCheck, RowsThatAreThereTwiceAreCounted) {
    const Table table = test::tableOf(
        3, {test::textColumn("naam", {"a", "b", "a"}), test::realColumn("x", {1, 1, 1})});
    EXPECT_EQ(findingOf(checkData(nullptr, table), "row-unique").examples,
              std::vector<std::int64_t>{2});
}

TEST(DataCheck, NamesOnlyRulesThatAreInTheList) {
    const auto rules = allCheckRules();
    for (const CheckFinding& finding : Buildings().check().findings) {
        EXPECT_NE(std::find(rules.begin(), rules.end(), finding.rule), rules.end()) << finding.rule;
    }
}

TEST(DataCheck, StopsWhenItIsAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(checkData(findSubject("buildings"), Buildings().table(), {}, stop.get_token()),
                 Cancelled);
}

/// Crimes per area, month and kind.
Table figures(const std::vector<std::string>& codes, const std::vector<std::string>& months) {
    Column code({"code", ColumnType::text});
    Column month({"periode", ColumnType::text});
    for (std::size_t row = 0; row < codes.size(); ++row) {
        code.appendText(codes[row]);
        month.appendText(months[row]);
    }
    const auto rows = code.size();
    return {rows,
            {std::make_shared<const Column>(std::move(code)),
             std::make_shared<const Column>(std::move(month))},
            nullptr};
}

TEST(DataCheck, AnAreaMayHaveFiguresOfSeveralPeriodsButOneForEach) {
    const Subject& subject = *findSubject("area-figures");
    const Table good = figures({"GM0197", "GM0197"}, {"2025MM06", "2025MM07"});
    EXPECT_EQ(findingOf(checkData(&subject, good), "key-unique").rows, 0);
    const Table twice = figures({"GM0197", "GM0197"}, {"2025MM06", "2025MM06"});
    EXPECT_EQ(findingOf(checkData(&subject, twice), "key-unique").rows, 1);
}

TEST(DataCheck, FiguresAreForAnAreaOfAnyLevelWithAWholeCode) {
    const Subject& subject = *findSubject("area-figures");
    const std::vector<std::string> codes{"NL00",       "PV25",      "GM0197", "WK019701",
                                         "BU01970101", "BU1970101", "197",    "Aalten"};
    const Table table = figures(codes, std::vector<std::string>(codes.size(), "2024JJ00"));
    EXPECT_EQ(findingOf(checkData(&subject, table), "key-form").rows, 3);
}

}  // namespace
}  // namespace lommer::core
