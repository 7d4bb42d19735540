#include "core/disclosure/personal_data.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace lommer::core {
namespace {

ColumnPointer texts(const std::string& name, const std::vector<std::string>& values) {
    Column column({name, ColumnType::text});
    for (const std::string& value : values) {
        column.appendText(value);
    }
    return std::make_shared<const Column>(std::move(column));
}

ColumnPointer numbers(const std::string& name, const std::vector<std::int64_t>& values) {
    Column column({name, ColumnType::integer});
    for (const std::int64_t value : values) {
        column.appendInteger(value);
    }
    return std::make_shared<const Column>(std::move(column));
}

std::map<std::string, PrivacyClass> found(const std::vector<ColumnPointer>& columns) {
    std::map<std::string, PrivacyClass> classes;
    for (const PrivacyFinding& finding :
         findPersonalData(Table(columns.front()->size(), columns, nullptr))) {
        classes[finding.column] = finding.privacy;
    }
    return classes;
}

TEST(PersonalData, TheElevenTestKnowsABsn) {
    // 9·1 + 8·1 + 7·1 + 6·2 + 5·2 + 4·2 + 3·3 + 2·3 - 3 = 66, a multiple of 11.
    EXPECT_TRUE(isBsn("111222333"));
    EXPECT_FALSE(isBsn("111222334"));
    EXPECT_FALSE(isBsn("000000000"));
    EXPECT_FALSE(isBsn("11122233"));
    EXPECT_FALSE(isBsn("1112223333"));
    EXPECT_FALSE(isBsn("11122233a"));
    // Eight digits of which the zero before them was lost: 012345672 (8+14+18+20+20+18+14-2 = 110).
    EXPECT_TRUE(isBsn("012345672"));
    EXPECT_TRUE(isBsn("12345672"));
}

TEST(PersonalData, KnowsBankAccountsTelephonesAndAddressesOfMail) {
    EXPECT_TRUE(isIban("NL91ABNA0417164300"));
    EXPECT_TRUE(isIban("NL91 ABNA 0417 1643 00"));
    EXPECT_FALSE(isIban("NL92ABNA0417164300"));
    EXPECT_FALSE(isIban("NL.IMBAG.Pand.0518100000267536"));
    for (const char* phone : {"0314-123456", "06 12345678", "+31612345678", "0031 6 12345678"}) {
        EXPECT_TRUE(isPhoneNumber(phone)) << phone;
    }
    for (const char* other : {"0034567890", "123456", "0518100000267536", "tel. 0314"}) {
        EXPECT_FALSE(isPhoneNumber(other)) << other;
    }
    EXPECT_TRUE(holdsEmailAddress("bel of mail j.jansen@voorbeeld.nl, na zessen"));
    EXPECT_FALSE(holdsEmailAddress("om 12 uur @ het plein"));
    EXPECT_FALSE(holdsEmailAddress("@voorbeeld.nl"));
}

TEST(PersonalData, ARenamedColumnIsFoundByItsValues) {
    EXPECT_EQ(found({texts("kenmerk", {"111222333", "123456782", "", "123456782"})}),
              (std::map<std::string, PrivacyClass>{{"kenmerk", PrivacyClass::personal}}));
    EXPECT_EQ(found({numbers("nr", {111222333, 123456782})}),
              (std::map<std::string, PrivacyClass>{{"nr", PrivacyClass::personal}}));
    EXPECT_EQ(found({texts("opmerking", {"", "", "", "", "", "", "mail a@b.nl"})}).size(), 1U);
}

TEST(PersonalData, PublicFiguresAreNot) {
    EXPECT_TRUE(found({texts("buurtcode", {"BU02220101", "BU02220102"}),
                       numbers("inwoners", {120, 3400}), numbers("datum", {20240101, 20240102}),
                       texts("identificatie", {"0222100000012345", "0222100000012346"}),
                       texts("naam", {"De Huet", "Centrum"})})
                    .empty());
    // One in eleven numbers passes the test by chance.
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 100'000'000; id < 100'000'200; ++id) {
        ids.push_back(id);
    }
    EXPECT_TRUE(found({numbers("objectnummer", ids)}).empty());
}

TEST(PersonalData, APostcodeWithAHouseNumberIsOneAddress) {
    const auto postcode = texts("pc6", {"7001AB", "7002 CD"});
    const auto number = numbers("huisnummer", {1, 12});
    EXPECT_EQ(found({postcode, number}),
              (std::map<std::string, PrivacyClass>{{"huisnummer", PrivacyClass::perAddress},
                                                   {"pc6", PrivacyClass::perAddress}}));
    EXPECT_TRUE(found({postcode}).empty());
    EXPECT_TRUE(found({number}).empty());
    for (const char* name : {"hnr", "Nr", "addr:housenumber", "huisnr"}) {
        EXPECT_EQ(found({postcode, numbers(name, {1, 12})}).size(), 2U) << name;
    }
    EXPECT_TRUE(found({numbers("nr", {1, 12}), texts("soort", {"eik", "linde"})}).empty());
}

TEST(PersonalData, AnAddressInOneColumnIsOneToo) {
    const auto isPerAddress = [](const ColumnPointer& column) {
        const auto classes = found({column});
        return classes.size() == 1 && classes.begin()->second == PrivacyClass::perAddress;
    };
    EXPECT_TRUE(isPerAddress(texts("waar", {"Dorpsstraat 12", "Kerkepad 3", "Hoge Weg 5"})));
    EXPECT_TRUE(isPerAddress(texts("waar", {"7021AB 12", "-"})));
    EXPECT_TRUE(isPerAddress(texts("object", {"0222010000012345", "0222010000012346"})));
    EXPECT_TRUE(isPerAddress(numbers("object", {222010000012345, 222010000012346})));
    EXPECT_FALSE(isPerAddress(texts("waar", {"Dorpsstraat 12", "bij de kerk", "park", "brink"})));
}

TEST(PersonalData, DashesAndTheLikeAreNoValues) {
    const std::vector<std::string> numbersOfPersons{"111222333", "-", ".", "onbekend", "0", ""};
    EXPECT_EQ(found({texts("kenmerk", numbersOfPersons)}).size(), 1U);
    EXPECT_EQ(found({texts("kenmerk", {" 111222333 ", "111.222.333", "123 456 782"})}).size(), 1U);
    EXPECT_EQ(found({texts("bel", {"0314-123456", "n.v.t.", "geen"})}).size(), 1U);
}

TEST(PersonalData, LongColumnsAreKnownByAPartOfTheirValues) {
    std::vector<std::string> values(100'000, "111222333");
    EXPECT_EQ(found({texts("kenmerk", values)}).size(), 1U);
    // Most of the values are none, though the first rows would say so.
    std::fill(values.begin() + 5000, values.end(), "geen nummer");
    EXPECT_TRUE(found({texts("kenmerk", values)}).empty());
    // What cannot be a coincidence is found wherever it stands.
    values[70'001] = "mail a@b.nl";
    EXPECT_EQ(found({texts("kenmerk", values)}).size(), 1U);
}

TEST(PersonalData, NamesOfColumnsTellWhereTheyAreAboutPersons) {
    for (const char* name : {"naam_eigenaar", "Naam client", "client", "bewoner", "gsm", "Tel.",
                             "clientnummer", "tel_nr"}) {
        EXPECT_EQ(found({numbers(name, {612345678})}).size(), 1U) << name;
    }
    for (const char* name :
         {"aantal_clienten", "aantal_bewoners", "tel_punt", "eigenaar", "naam"}) {
        EXPECT_TRUE(found({numbers(name, {3})}).empty()) << name;
    }
}

TEST(PersonalData, IsNotLookedForAnyLongerWhenStopped) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(findPersonalData(Table(1, {texts("naam", {"a"})}, nullptr), stop.get_token()),
                 Cancelled);
}

TEST(PersonalData, PlacesTellWhatTheColumnsSayThatNameThem) {
    const auto of = [](ColumnType type, Unit unit) {
        const ColumnPointer column =
            std::make_shared<const Column>(Column({"x", type, unit, PrivacyClass::personal}));
        return placePrivacy(Table(0, {column}, nullptr));
    };
    EXPECT_EQ(of(ColumnType::text, Unit::none), PrivacyClass::personal);
    EXPECT_EQ(of(ColumnType::integer, Unit::none), PrivacyClass::personal);
    EXPECT_EQ(of(ColumnType::integer, Unit::count), PrivacyClass::open);
    EXPECT_EQ(of(ColumnType::real, Unit::none), PrivacyClass::open);
}

TEST(PersonalData, AClassIsRaisedAndNeverLowered) {
    ColumnInfo info{"zorg", ColumnType::text};
    info.privacy = PrivacyClass::personal;
    const Table table(1,
                      {std::make_shared<const Column>(texts("zorg", {"x"})->withInfo(info)),
                       texts("soort", {"y"})},
                      nullptr);
    const Table raised = withPrivacy(
        table, {{"zorg", PrivacyClass::perAddress}, {"soort", PrivacyClass::perAddress}});
    EXPECT_EQ(raised.column(0).info().privacy, PrivacyClass::personal);
    EXPECT_EQ(raised.column(1).info().privacy, PrivacyClass::perAddress);
    EXPECT_EQ(table.column(1).info().privacy, PrivacyClass::open);
}

}  // namespace
}  // namespace lommer::core
