#include "core/subjects/data_repair.h"

#include "core/base/error.h"
#include "core/subjects/data_check.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

using test::integerColumn;
using test::numbersOf;
using test::realColumn;
using test::tableOf;
using test::textColumn;
using test::textsOf;
using Texts = std::vector<std::string>;

Table repaired(const Table& table, const DataRepair& repair) {
    return repairTable("", table, {&repair, 1}).table;
}

TEST(DataRepair, HasATextForEachKind) {
    for (const RepairKind kind : allRepairKinds()) {
        EXPECT_EQ(repairKindFromText(toText(kind)), kind);
    }
    EXPECT_FALSE(repairKindFromText("magic").has_value());
}

TEST(DataRepair, PutsZerosBackAndMakesCodesText) {
    const Table table = tableOf(3, {integerColumn("gemeentecode", {197, 1509, std::nullopt})});
    const Table whole = repaired(table, {RepairKind::leadingZeros, "gemeentecode"});
    EXPECT_EQ(textsOf(whole, "gemeentecode"), (Texts{"0197", "1509", "-"}));
    EXPECT_EQ(whole.column(0).info().type, ColumnType::text);
}

TEST(DataRepair, ReadsTextsWithACommaAsNumbers) {
    const Table table = tableOf(3, {textColumn("hoogte", {"1.234,5", " 12 ", std::nullopt})});
    const DataRepair repair{RepairKind::decimalComma, "hoogte"};
    const RepairedTable whole = repairTable("", table, {&repair, 1});
    EXPECT_EQ(whole.table.column(0).realAt(0), 1234.5);
    EXPECT_EQ(whole.table.column(0).realAt(1), 12.0);
    EXPECT_FALSE(whole.table.column(0).isPresent(2));
    EXPECT_EQ(whole.done.front().count, 1);
}

TEST(DataRepair, TakesDotsForThousandsWhereTheColumnHasCommas) {
    const DataRepair repair{RepairKind::decimalComma, "prijs"};
    const auto numbers = [&repair](const std::vector<std::optional<std::string>>& values,
                                   const Table* whole = nullptr) {
        const auto rows = static_cast<std::int64_t>(values.size());
        return numbersOf(
            repairTable("", tableOf(rows, {textColumn("prijs", values)}), {&repair, 1}, {}, whole)
                .table,
            "prijs");
    };
    EXPECT_EQ(numbers({"1.250,5", "2.000", "87,3"}), (std::vector<double>{1250.5, 2000.0, 87.3}));
    EXPECT_EQ(numbers({"2.000", "87.3"}), (std::vector<double>{2.0, 87.3}));
    // Dots of both kinds: 2.000 can be either.
    EXPECT_TRUE(std::isnan(numbers({"2.000", "87.3", "87,3"})[0]));
    // A part of a table is read as the whole is.
    const Table whole = tableOf(2, {textColumn("prijs", {"2.000", "87,3"})});
    EXPECT_EQ(numbers({"2.000"}, &whole), (std::vector<double>{2000.0}));
}

TEST(DataRepair, CountsTheTextsThatAreNoNumber) {
    const Table table = tableOf(4, {textColumn("hoogte", {"12,5", "onbekend", "<5", "."})});
    const DataRepair repair{RepairKind::decimalComma, "hoogte"};
    const RepairedTable whole = repairTable("", table, {&repair, 1});
    EXPECT_EQ(whole.done.front().lost, 2);
    EXPECT_EQ(whole.table.column(0).presenceAt(1), Presence::missing);
    EXPECT_EQ(whole.table.column(0).presenceAt(3), Presence::secret);
}

TEST(DataRepair, TakesSpacesAndStrangeSignsAway) {
    const Table table = tableOf(2, {textColumn("naam", {" Caf\u00C3\u00A9 ", "Markt"})});
    const Table signs = repaired(table, {RepairKind::encoding, "naam"});
    EXPECT_EQ(textsOf(signs, "naam"), (Texts{" Caf\u00E9 ", "Markt"}));
    EXPECT_EQ(textsOf(repaired(signs, {RepairKind::spaces, "naam"}), "naam"),
              (Texts{"Caf\u00E9", "Markt"}));
}

TEST(DataRepair, ReadsWhatStandsForNothingAsNothing) {
    Column day({"ingang", ColumnType::date});
    day.appendInteger(-25'567);  // 1 January 1900
    day.appendInteger(20'000);
    const Table table = tableOf(2, {realColumn("leeftijd", {-99997.0, 41.0}), std::move(day)});
    const std::vector<DataRepair> repairs{{RepairKind::sentinels, "leeftijd"},
                                          {RepairKind::sentinels, "ingang"}};
    const Table whole = repairTable("", table, repairs).table;
    EXPECT_EQ(textsOf(whole, "leeftijd"), (Texts{"-", "41"}));
    EXPECT_EQ(textsOf(whole, "ingang"), (Texts{"-", "2024-10-04"}));
}

TEST(DataRepair, LeavesOutRowsThatAreThereTwiceAfterTheOtherRepairs) {
    GeometryColumn places;
    for (const double x : {1.0, 1.0, 1.0, 2.0}) {
        const Point point{x, 5.0};
        places.addRing({&point, 1});
        places.endPart();
        places.endFeature(GeometryKind::point);
    }
    const Table table = tableOf(std::move(places), {textColumn("naam", {"a", "a ", "b", "a"})});
    EXPECT_EQ(repaired(table, {RepairKind::duplicateRows, ""}).rowCount(), 4);
    const std::vector<DataRepair> both{{RepairKind::duplicateRows, ""},
                                       {RepairKind::spaces, "naam"}};
    const RepairedTable whole = repairTable("", table, both);
    EXPECT_EQ(textsOf(whole.table, "naam"), (Texts{"a", "b", "a"}));
    EXPECT_EQ(whole.done.back().repair.kind, RepairKind::duplicateRows);
    EXPECT_EQ(whole.done.back().count, 1);
}

TEST(DataRepair, DoesNothingToColumnsThatAreNotThere) {
    const Table table = tableOf(1, {textColumn("naam", {" a"})});
    EXPECT_TRUE(test::hasSameBits(repaired(table, {RepairKind::spaces, "other"}), table));
}

TEST(DataRepair, OfWhatACheckAsksLeavesNothingToAsk) {
    const Table table = tableOf(
        3, {textColumn("buurtcode", {"2220101", "2220102", "2220102"}),
            textColumn("naam", {"Caf\u00C3\u00A9 ", "de Hoven", "de Hoven"}),
            textColumn("dichtheid", {"12,5", "3", "3"}), realColumn("inwoners", {-9999, 40, 40})});
    const DataCheck before = checkData(nullptr, table);
    EXPECT_EQ(before.repairs().size(), 6U);
    const DataCheck after = checkData(nullptr, repairTable("", table, before.repairs()).table);
    EXPECT_TRUE(after.repairs().empty());
    EXPECT_EQ(after.outcome(), CheckOutcome::passed);
}

TEST(DataRepair, StopsWhenItIsAsked) {
    std::stop_source stop;
    stop.request_stop();
    const DataRepair repair{RepairKind::spaces, "naam"};
    EXPECT_THROW(
        repairTable("", tableOf(1, {textColumn("naam", {"a"})}), {&repair, 1}, stop.get_token()),
        Cancelled);
}

}  // namespace
}  // namespace lommer::core
