#include "core/disclosure/released.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <array>

namespace lommer::core {
namespace {

Table counted(PrivacyClass privacy, Unit unit, const std::vector<std::int64_t>& values) {
    Column column({"aantal", ColumnType::integer, unit, privacy});
    for (const std::int64_t value : values) {
        column.appendInteger(value);
    }
    const auto rows = column.size();
    return {rows, {std::make_shared<const Column>(std::move(column))}, nullptr};
}

std::string refusal(ReleaseProfile profile, const Table& table) {
    try {
        PrivacyCheck(profile).release(table, "laag");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::privacyLevel);
        return "refused";
    }
    return "released";
}

TEST(PrivacyCheck, EachProfileHasAHighestClass) {
    const auto table = [](PrivacyClass privacy) { return counted(privacy, Unit::none, {1}); };
    EXPECT_EQ(refusal(ReleaseProfile::intern, table(PrivacyClass::personal)), "released");
    EXPECT_EQ(refusal(ReleaseProfile::samenwerking, table(PrivacyClass::personal)), "refused");
    EXPECT_EQ(refusal(ReleaseProfile::samenwerking, table(PrivacyClass::perAddress)), "released");
    EXPECT_EQ(refusal(ReleaseProfile::openbaar, table(PrivacyClass::perAddress)), "refused");
    EXPECT_EQ(refusal(ReleaseProfile::openbaar, table(PrivacyClass::open)), "released");
}

TEST(PrivacyCheck, CountsOfPersonsBelowTheLimitAreWithheld) {
    const Table table = counted(PrivacyClass::personal, Unit::count, {0, 1, 4, 5, 80});
    const auto released = PrivacyCheck(ReleaseProfile::openbaar).release(table, "laag");
    EXPECT_EQ(released.profile(), ReleaseProfile::openbaar);
    const Column& counts = released.value().column(0);
    EXPECT_EQ(counts.info().privacy, PrivacyClass::open);
    EXPECT_EQ(counts.integerAt(0), 0);
    EXPECT_EQ(counts.presenceAt(1), Presence::secret);
    EXPECT_EQ(counts.presenceAt(2), Presence::secret);
    EXPECT_EQ(counts.integerAt(3), 5);
    EXPECT_EQ(counts.integerAt(4), 80);
    // Inside the house nothing is withheld, and the class stays.
    const auto inside = PrivacyCheck(ReleaseProfile::intern).release(table, "laag");
    EXPECT_EQ(inside.value().column(0).integerAt(1), 1);
    EXPECT_EQ(inside.value().column(0).info().privacy, PrivacyClass::personal);
}

TEST(PrivacyCheck, SmallCountsOfAddressesAreWithheldFromPartnersToo) {
    const Table table = counted(PrivacyClass::perAddress, Unit::count, {0, 4, 5});
    const PrivacyCheck check(ReleaseProfile::samenwerking);
    const auto released = check.release(table, "laag");
    const Column& counts = released.value().column(0);
    EXPECT_EQ(counts.integerAt(0), 0);
    EXPECT_EQ(counts.presenceAt(1), Presence::secret);
    EXPECT_EQ(counts.integerAt(2), 5);
    EXPECT_EQ(counts.info().privacy, PrivacyClass::perAddress);
    const std::array shown{ShownLayer{"laag", table}};
    EXPECT_THROW(check.release(std::string("kaart"), shown), Error);
}

TEST(PrivacyCheck, AColumnWithoutValuesTellsNothing) {
    Column column({"lengte", ColumnType::real, Unit::metre, PrivacyClass::personal});
    column.appendAbsent(Presence::notApplicable);
    const Table table(1, {std::make_shared<const Column>(column)}, nullptr);
    EXPECT_EQ(refusal(ReleaseProfile::openbaar, table), "released");
    column.appendReal(2.0);
    const Table filled(2, {std::make_shared<const Column>(std::move(column))}, nullptr);
    EXPECT_EQ(refusal(ReleaseProfile::openbaar, filled), "refused");
}

TEST(PrivacyCheck, CountsOfOpenThingsStayAsTheyAre) {
    const Table table = counted(PrivacyClass::open, Unit::count, {1, 2});
    const auto released = PrivacyCheck(ReleaseProfile::openbaar).release(table, "laag");
    EXPECT_EQ(released.value().column(0).integerAt(0), 1);
}

TEST(PrivacyCheck, AThingMadeOfFiguresPassesWhereTheyWouldPassAsTheyAre) {
    const PrivacyCheck check(ReleaseProfile::openbaar);
    const auto pass = [&check](const Table& table) {
        const std::array shown{ShownLayer{"laag", table}};
        return check.release(std::string("kaart"), shown).value();
    };
    EXPECT_EQ(pass(counted(PrivacyClass::open, Unit::none, {1})), "kaart");
    EXPECT_EQ(pass(counted(PrivacyClass::personal, Unit::count, {0, 5, 9})), "kaart");
    EXPECT_THROW(pass(counted(PrivacyClass::personal, Unit::count, {0, 4, 9})), Error);
    EXPECT_THROW(pass(counted(PrivacyClass::personal, Unit::none, {1})), Error);
    // A column without any value tells nothing here either.
    EXPECT_EQ(pass(counted(PrivacyClass::personal, Unit::none, {})), "kaart");
}

TEST(PrivacyCheck, PlacesAndCellsHaveAClassOfTheirOwn) {
    const auto outcome = [](ReleaseProfile profile, PrivacyClass places) {
        const std::array shown{ShownLayer{"laag", {}, places}};
        try {
            PrivacyCheck(profile).release(std::string("kaart"), shown);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::privacyPlaces);
            return "refused";
        }
        return "released";
    };
    EXPECT_STREQ(outcome(ReleaseProfile::intern, PrivacyClass::personal), "released");
    EXPECT_STREQ(outcome(ReleaseProfile::samenwerking, PrivacyClass::perAddress), "released");
    EXPECT_STREQ(outcome(ReleaseProfile::samenwerking, PrivacyClass::personal), "refused");
    EXPECT_STREQ(outcome(ReleaseProfile::openbaar, PrivacyClass::perAddress), "refused");
    EXPECT_STREQ(outcome(ReleaseProfile::openbaar, PrivacyClass::open), "released");
}

}  // namespace
}  // namespace lommer::core
