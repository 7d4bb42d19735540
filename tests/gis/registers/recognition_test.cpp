// Names, values and rules by which deliveries are known.

#include "gis/registers/recognition.h"

#include "core/base/letter_case.h"
#include "core/subjects/code_lists.h"
#include "core/subjects/subjects.h"
#include "gis/registers/normalised_table.h"
#include "gis/registers/value_rules.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <set>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnInfo;
using core::ColumnType;
using core::Presence;

LayerDescription rasterAt(const std::string& path, const std::string& name) {
    LayerDescription layer;
    layer.kind = core::DataKind::raster;
    layer.name = name;
    layer.location.files = {path};
    return layer;
}

TEST(RasterSubject, KnowsSheetsOfTheAhnAndPlainWords) {
    EXPECT_EQ(rasterSubject(rasterAt("a/R_25GN1.TIF", "R_25GN1")), "surface-height");
    EXPECT_EQ(rasterSubject(rasterAt("a/M5_37EN1.tif", "M5_37EN1")), "terrain-height");
    EXPECT_EQ(rasterSubject(rasterAt("a/2023_M_25GN1.TIF", "2023_M_25GN1")), "terrain-height");
    EXPECT_EQ(rasterSubject(rasterAt("AHN4 DSM/a.tif", "a")), "surface-height");
    EXPECT_EQ(rasterSubject(rasterAt("a/tud-dtm-5m.tif", "tud-dtm-5m")), "terrain-height");
    EXPECT_EQ(rasterSubject(rasterAt("a/ndvi_2024.tif", "ndvi_2024")), "vegetation-index");
}

TEST(RasterSubject, DoesNotGuess) {
    for (const char* name : {"r_2024", "dtmax", "meting_m", "luchtfoto", "r_25gn"}) {
        EXPECT_EQ(rasterSubject(rasterAt("a/b.tif", name)), "") << name;
    }
}

TEST(BagIdentification, HasSixteenDigits) {
    EXPECT_EQ(bagIdentification("NL.IMBAG.Pand.0518100000267536"), "0518100000267536");
    EXPECT_EQ(bagIdentification("228100000031255"), "0228100000031255");
    EXPECT_EQ(bagIdentification("geen"), "");
    EXPECT_EQ(bagIdentification("12345678901234567"), "");
}

Column texts(const std::vector<std::string>& values) {
    Column column({"waarde", ColumnType::text});
    for (const std::string& value : values) {
        column.appendText(value);
    }
    return column;
}

TEST(ValueRules, ReadListsAsDatabasesWriteThem) {
    const Column from = texts({"{woonfunctie,winkelfunctie}", "(2:a,b)", "woonfunctie", "{}",
                               "{NL.IMBAG.Pand.0518100000267536}", R"(["a", "b"])"});
    const Column to = convert(from, {"doel", ColumnType::text}, ValueRule::list);
    const std::vector<std::string> expected{"woonfunctie,winkelfunctie", "a,b", "woonfunctie", "",
                                            "0518100000267536",          "a,b"};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(to.textAt(static_cast<std::int64_t>(row)), expected[row]);
    }
}

TEST(ValueRules, YearsAndTermsThatMeanUnknownAreMissing) {
    Column years({"bouwjaar", ColumnType::integer});
    for (const std::int64_t year : {1912, 9999, 1005, 0}) {
        years.appendInteger(year);
    }
    const Column known = convert(years, {"bouwjaar", ColumnType::integer}, ValueRule::buildingYear);
    EXPECT_EQ(known.integerAt(0), 1912);
    for (std::int64_t row = 1; row < 4; ++row) {
        EXPECT_EQ(known.presenceAt(row), Presence::missing);
    }
    const Column terms = convert(texts({"waardeOnbekend", "geenWaarde", "berm"}),
                                 {"functie", ColumnType::text}, ValueRule::bgtTerm);
    EXPECT_EQ(terms.presenceAt(0), Presence::missing);
    EXPECT_EQ(terms.presenceAt(1), Presence::notApplicable);
    EXPECT_EQ(terms.textAt(2), "berm");
}

TEST(ValueRules, FiguresThatCbsDoesNotGiveKeepTheReason) {
    Column figures({"inwoners", ColumnType::real});
    for (const double value : {-99997.0, -99995.0, -99991.0, -99999997.0, -5.0, 0.0}) {
        figures.appendReal(value);
    }
    std::int64_t withheld = 0;
    const Column known =
        convert(figures, {"inwoners", ColumnType::real}, ValueRule::asIs, &withheld);
    EXPECT_EQ(withheld, 4);
    EXPECT_EQ(known.presenceAt(0), Presence::secret);
    EXPECT_EQ(known.presenceAt(1), Presence::notYetPublished);
    EXPECT_EQ(known.presenceAt(2), Presence::noLongerPublished);
    EXPECT_EQ(known.presenceAt(3), Presence::secret);
    EXPECT_EQ(known.realAt(4), -5.0);
    EXPECT_EQ(known.realAt(5), 0.0);
}

TEST(ValueRules, TextIsANumberWithEitherDecimalSignOrMissing) {
    const Column numbers = convert(texts({"12.5", " 12,5", "1.234,5", "1,234.5", "", "hoog", "x"}),
                                   {"hoogte", ColumnType::real}, ValueRule::asIs);
    EXPECT_EQ(numbers.realAt(0), 12.5);
    EXPECT_EQ(numbers.realAt(1), 12.5);
    EXPECT_EQ(numbers.realAt(2), 1234.5);
    EXPECT_EQ(numbers.realAt(3), 1234.5);
    EXPECT_EQ(numbers.presenceAt(4), Presence::missing);
    EXPECT_EQ(numbers.presenceAt(5), Presence::missing);
    EXPECT_EQ(numbers.presenceAt(6), Presence::secret);
}

TEST(Patterns, NameSubjectsAndColumnsThatExist) {
    for (const auto& group :
         {bgtPatterns(), bagPatterns(), areaPatterns(), otherPatterns(), figurePatterns()}) {
        for (const LayerPattern& pattern : group) {
            if (pattern.subject.empty()) {
                continue;
            }
            const core::Subject* subject = core::findSubject(pattern.subject);
            ASSERT_NE(subject, nullptr) << pattern.subject;
            std::set<std::string_view> given;
            for (const core::SubjectColumn& column : subject->columns) {
                given.insert(column.name);
            }
            for (const ColumnRule& rule : pattern.columns) {
                EXPECT_TRUE(given.contains(rule.to)) << pattern.subject << ' ' << rule.to;
                for (const std::string_view name : rule.from) {
                    EXPECT_EQ(core::canonicalName(name), name);
                }
            }
        }
    }
}

TEST(Subjects, AreUniqueAndTheirWiderOnesAndListsExist) {
    std::set<std::string_view> ids;
    for (const core::Subject& subject : core::subjects()) {
        EXPECT_TRUE(ids.insert(subject.id).second) << subject.id;
        EXPECT_TRUE(subject.partOf.empty() || core::findSubject(subject.partOf) != nullptr);
        for (const core::SubjectColumn& column : subject.columns) {
            EXPECT_TRUE(column.codeList.empty() || core::findCodeList(column.codeList) != nullptr)
                << column.codeList;
        }
    }
    EXPECT_TRUE(core::isSubject("neighbourhoods", "areas"));
    EXPECT_FALSE(core::isSubject("areas", "neighbourhoods"));
    EXPECT_FALSE(core::isSubject("", ""));
}

}  // namespace
}  // namespace lommer::gis
