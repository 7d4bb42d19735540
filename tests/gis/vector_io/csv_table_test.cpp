// Delimited text as Dutch publishers and spreadsheets write it.

#include "core/base/error.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/geometries.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <cpl_conv.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <random>

namespace lommer::gis {
namespace {

using core::ColumnType;
using core::ErrorCode;
using core::Presence;
using Texts = std::vector<std::string>;
using Numbers = std::vector<double>;

struct ReadCsv {
    core::Table table;
    std::vector<core::Remark> remarks;
    LayerDescription description;

    bool has(const char* code) const {
        return std::any_of(remarks.begin(), remarks.end(),
                           [code](const core::Remark& one) { return one.code == code; });
    }
    ColumnType typeOf(const char* column) const { return table.columnNamed(column).info().type; }
};

class CsvTable : public testing::Test {
protected:
    std::filesystem::path write(const std::string& bytes, const std::string& name = "t.csv") {
        std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
        return folder_.path() / name;
    }
    ReadCsv read(const std::string& bytes, const core::TableQuery& query = {}) {
        core::RemarkList remarks;
        const auto opened = openTable({{write(bytes)}, ""}, remarks);
        ReadCsv result{opened.source->read(query, {}), {}, opened.description};
        result.remarks = remarks.take();
        return result;
    }
    ErrorCode refusalOf(const std::string& bytes) {
        try {
            read(bytes);
        } catch (const core::Error& error) {
            return error.code();
        }
        return ErrorCode::programFault;
    }

    test::TemporaryFolder folder_;
};

TEST_F(CsvTable, FindsTheSeparator) {
    for (const std::string separator : {";", ",", "\t", "|"}) {
        const ReadCsv csv = read("naam" + separator + "n\nAalten" + separator + "3\n");
        EXPECT_EQ(test::textsOf(csv.table, "naam"), (Texts{"Aalten"})) << separator;
        EXPECT_EQ(test::numbersOf(csv.table, "n"), (Numbers{3})) << separator;
    }
    // Commas inside the numbers of a file with semicolons do not mislead.
    EXPECT_EQ(test::numbersOf(read("a;b\n1,5;2,5\n3,5;4,5\n").table, "b"), (Numbers{2.5, 4.5}));
    EXPECT_EQ(test::numbersOf(read("sep=|\r\na|b\r\n1|2\r\n").table, "b"), (Numbers{2}));
}

TEST_F(CsvTable, ReadsNumbersAsTheDutchWriteThem) {
    const ReadCsv csv = read(
        "komma;groep;beide;geheel;punt3\n"
        "1,5;1.234.567;1.234,5;12;1.234\n"
        "-0,25;12;7;-3;999\n");
    EXPECT_EQ(test::numbersOf(csv.table, "komma"), (Numbers{1.5, -0.25}));
    EXPECT_EQ(test::numbersOf(csv.table, "groep"), (Numbers{1234567, 12}));
    EXPECT_EQ(test::numbersOf(csv.table, "beide"), (Numbers{1234.5, 7}));
    EXPECT_EQ(csv.typeOf("geheel"), ColumnType::integer);
    EXPECT_EQ(csv.typeOf("groep"), ColumnType::integer);
    // The other columns prove that the comma is the decimal sign, so the dot groups.
    EXPECT_EQ(test::numbersOf(csv.table, "punt3"), (Numbers{1234, 999}));
    EXPECT_TRUE(csv.remarks.empty());
}

TEST_F(CsvTable, ReadsNumbersWithADotAsDecimalSign) {
    const ReadCsv csv = read("a,b,c,d\n1.5,1.250,\"1,234.5\",1e3\n2.25,1234,2,2.5E-1\n");
    EXPECT_EQ(test::numbersOf(csv.table, "a"), (Numbers{1.5, 2.25}));
    EXPECT_EQ(test::numbersOf(csv.table, "b"), (Numbers{1.25, 1234}));
    EXPECT_EQ(test::numbersOf(csv.table, "c"), (Numbers{1234.5, 2}));
    EXPECT_EQ(test::numbersOf(csv.table, "d"), (Numbers{1000, 0.25}));
}

TEST_F(CsvTable, SaysWhatItAssumesWhereASignCanMeanTwoThings) {
    const ReadCsv grouped = read("n;s\n1.234;a\n12;b\n");
    EXPECT_EQ(test::numbersOf(grouped.table, "n"), (Numbers{1234, 12}));
    EXPECT_TRUE(grouped.has("decimal-comma-assumed"));
    // 5678 without a dot beside 1.234: the dot does not group.
    const ReadCsv decimals = read("n;s\n1.234;a\n5678;b\n");
    EXPECT_EQ(test::numbersOf(decimals.table, "n"), (Numbers{1.234, 5678}));
    EXPECT_TRUE(decimals.has("decimal-dot-assumed"));
    const ReadCsv mixed = read("n;s\n1,5;a\n1.5;b\n");
    EXPECT_EQ(test::textsOf(mixed.table, "n"), (Texts{"1,5", "1.5"}));
    EXPECT_TRUE(mixed.has("decimal-comma"));
}

TEST_F(CsvTable, KeepsCodesAsText) {
    const ReadCsv csv = read(
        "buurtcode;pc6;nul;bag;gm;SBI;tel\n"
        "BU00140000;7121AB;0612;1680010000000123;GM0197;4711;+31612\n"
        "BU00140001;7121AC;1512;1680010000000124;GM0262;0111;+31613\n");
    for (const char* column : {"buurtcode", "pc6", "nul", "bag", "gm", "SBI", "tel"}) {
        EXPECT_EQ(csv.typeOf(column), ColumnType::text) << column;
    }
    EXPECT_EQ(test::textsOf(csv.table, "nul"), (Texts{"0612", "1512"}));
    EXPECT_EQ(test::textsOf(csv.table, "bag")[0], "1680010000000123");
    const ReadCsv late = read("n\n" + std::string(10'000, '1') + "\n");
    EXPECT_EQ(late.typeOf("n"), ColumnType::text);
}

TEST_F(CsvTable, FindsALeadingZeroInTheLastRowToo) {
    std::string bytes = "nummer;x1\n";
    for (int row = 0; row < 20'000; ++row) {
        bytes += std::to_string(1000 + row) + ";1\n";
    }
    const ReadCsv csv = read(bytes + "0999;1\n");
    EXPECT_EQ(csv.typeOf("nummer"), ColumnType::text);
    EXPECT_EQ(test::textsOf(csv.table, "nummer").back(), "0999");
}

TEST_F(CsvTable, TellsWhereCodesLostTheirZeros) {
    const ReadCsv csv = read("buurtcode2021;naam\n140000;Binnenstad\n16800001;Annen\n");
    EXPECT_EQ(csv.typeOf("buurtcode2021"), ColumnType::text);
    ASSERT_TRUE(csv.has("codes-shortened"));
    EXPECT_EQ(core::toText(csv.remarks[0].arguments.back().second), "1");
}

TEST_F(CsvTable, ReadsEveryUsualEncoding) {
    const std::string utf8 = "naam;n\nCaf\xC3\xA9 \xE2\x82\xAC;1\n";
    const Texts expected{"Caf\xC3\xA9 \xE2\x82\xAC"};
    EXPECT_EQ(test::textsOf(read(utf8).table, "naam"), expected);
    EXPECT_EQ(test::textsOf(read("\xEF\xBB\xBF" + utf8).table, "naam"), expected);
    EXPECT_EQ(test::textsOf(read("naam;n\nCaf\xE9 \x80;1\n").table, "naam"), expected);
    // The same in UTF-16, with a mark (either order) and without.
    const std::u16string wide = u"naam;n\nCafé €;1\n";
    std::string little;
    std::string big;
    for (const char16_t unit : wide) {
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    EXPECT_EQ(test::textsOf(read("\xFF\xFE" + little).table, "naam"), expected);
    EXPECT_EQ(test::textsOf(read("\xFE\xFF" + big).table, "naam"), expected);
    EXPECT_EQ(test::textsOf(read(little).table, "naam"), expected);
    EXPECT_EQ(test::textsOf(read(big).table, "naam"), expected);
}

TEST_F(CsvTable, ReadsQuotedCells) {
    const ReadCsv csv = read(
        "a;b\r\n\"een;twee\";\"regel 1\nregel 2\"\r\n\"zei \"\"ja\"\"\";\"caf\xC3\xA9 \"De Hoek\" "
        "2\"\r\n");
    EXPECT_EQ(test::textsOf(csv.table, "a"), (Texts{"een;twee", "zei \"ja\""}));
    EXPECT_EQ(test::textsOf(csv.table, "b"),
              (Texts{"regel 1\nregel 2", "caf\xC3\xA9 \"De Hoek\" 2"}));
    EXPECT_EQ(csv.table.rowCount(), 2);
}

TEST_F(CsvTable, ReadsQuotedCellsWithBlanksBehindThem) {
    const ReadCsv csv = read("id;naam;n\n1;\"Dorp\" ;5\n2;\"Kerk\"\t;6\n3;\"Halle\" \n");
    EXPECT_EQ(test::textsOf(csv.table, "naam"), (Texts{"Dorp", "Kerk", "Halle"}));
    EXPECT_EQ(test::textsOf(csv.table, "n"), (Texts{"5", "6", "-"}));
}

TEST_F(CsvTable, TakesTheMarksOfPublishersForMissingFigures) {
    const ReadCsv csv = read("n;t\n12;x\n       .;-\nx;.\n-;a\n;b\nn.v.t.;c\n");
    const core::Column& n = csv.table.columnNamed("n");
    ASSERT_EQ(n.info().type, ColumnType::integer);
    const std::vector<Presence> expected{Presence::present, Presence::secret,
                                         Presence::secret,  Presence::missing,
                                         Presence::missing, Presence::notApplicable};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(n.presenceAt(static_cast<std::int64_t>(row)), expected[row]) << row;
    }
    // In a column of texts they are texts.
    EXPECT_EQ(test::textsOf(csv.table, "t"), (Texts{"x", "-", ".", "a", "b", "c"}));
}

TEST_F(CsvTable, ReadsDatesAndTruths) {
    const ReadCsv csv = read(
        "iso;nl;moment;waar;geen\n"
        "1970-01-02;31-12-1970;1970-01-01T01:00:00+01:00;true;31-02-2020\n"
        "2000-02-29;01-01-1970;1970-01-01 00:00:01.5;FALSE;01-01-2020\n");
    EXPECT_EQ(csv.table.columnNamed("iso").integerAt(0), 1);
    EXPECT_EQ(csv.table.columnNamed("nl").integerAt(0), 364);
    EXPECT_EQ(csv.table.columnNamed("moment").integerAt(0), 0);
    EXPECT_EQ(csv.table.columnNamed("moment").integerAt(1), 1500);
    EXPECT_EQ(csv.table.columnNamed("waar").integerAt(0), 1);
    EXPECT_EQ(csv.table.columnNamed("waar").integerAt(1), 0);
    EXPECT_EQ(csv.typeOf("geen"), ColumnType::text);  // there is no 31 February
}

TEST_F(CsvTable, CountsRaggedRowsAndKeepsThem) {
    const ReadCsv csv = read("a;b;c\n1;2;3\n4;5\n\n6;7;8;9\n10;11;12;\n");
    EXPECT_EQ(test::numbersOf(csv.table, "a"), (Numbers{1, 4, 6, 10}));
    EXPECT_TRUE(std::isnan(test::numbersOf(csv.table, "c")[1]));
    ASSERT_TRUE(csv.has("rows-ragged"));
    // The short one and the one with a fourth value; a separator too many at the end is nothing.
    EXPECT_EQ(core::toText(csv.remarks[0].arguments[1].second), "2");
}

TEST_F(CsvTable, NamesEveryColumnOnce) {
    const ReadCsv csv = read(",n;m,n\n1,2,3\n");
    ASSERT_EQ(csv.table.columns().size(), 3u);
    EXPECT_EQ(csv.table.column(0).info().name, "column_1");
    const ReadCsv twice = read("n;n;n\n1;2;3\n");
    EXPECT_EQ(test::numbersOf(twice.table, "n_3"), (Numbers{3}));
    EXPECT_TRUE(twice.has("column-name-twice"));
    EXPECT_EQ(test::numbersOf(read("n;N\n1;2\n").table, "N_2"), (Numbers{2}));  // as files see it
    EXPECT_EQ(read("a;b;\n1;2;\n").table.columns().size(), 2u);  // a separator behind the last
}

TEST_F(CsvTable, TakesColumnsXAndYInTheRangeOfRdForPlaces) {
    const ReadCsv csv = read("id;X;Y\n1;155000,5;463000\n2;;\n3;220000;450000\n");
    ASSERT_TRUE(csv.table.hasGeometry());
    EXPECT_TRUE(csv.description.crs.isRdNew);
    EXPECT_EQ(csv.table.geometries().points[0], (core::Point{155000.5, 463000.0}));
    EXPECT_EQ(csv.table.geometries().kinds[1], core::GeometryKind::none);
    EXPECT_EQ(csv.description.table.bounds, (core::Bounds{155000.5, 450000.0, 220000.0, 463000.0}));
    const ReadCsv other = read("id;x;y\n1;5,2;52,1\n");
    EXPECT_FALSE(other.table.hasGeometry());
    EXPECT_TRUE(other.has("coordinates-unused"));
}

TEST_F(CsvTable, TakesDegreesOnlyWhereTheNameSaysSo) {
    const ReadCsv csv = read("naam,lat,lon\nAmersfoort,52.155172,5.387206\n");
    ASSERT_TRUE(csv.table.hasGeometry());
    EXPECT_EQ(csv.description.crs.epsg, 4326);
    // The tower of Amersfoort is the origin of RD.
    EXPECT_NEAR(csv.table.geometries().points[0].x, 155000.0, 2.0);
    EXPECT_NEAR(csv.table.geometries().points[0].y, 463000.0, 2.0);
}

TEST_F(CsvTable, ReadsWellKnownText) {
    const ReadCsv csv = read(
        "naam;wkt\nvak;POLYGON((155000 463000,155010 463000,155010 463010,155000 463000))\n"
        "niets;\nfout;POLYGON((155000\n");
    ASSERT_TRUE(csv.table.hasGeometry());
    EXPECT_EQ(csv.table.columns().size(), 1u);
    EXPECT_EQ(csv.table.geometries().kinds[0], core::GeometryKind::polygon);
    EXPECT_EQ(csv.table.geometries().kinds[1], core::GeometryKind::none);
    EXPECT_TRUE(csv.has("geometry-unreadable"));
    EXPECT_EQ(refusalOf("wkt\nPOINT(5 52)\n"), ErrorCode::crsMissing);
    EXPECT_FALSE(read("geom;n\nPOINT;1\n").table.hasGeometry());  // it only starts like it
    const ReadCsv degrees = read("geom,n\nSRID=4326;POINT(5.387206 52.155172),1\n");
    EXPECT_NEAR(degrees.table.geometries().points[0].x, 155000.0, 2.0);
}

TEST_F(CsvTable, ReadsOnlyWhatIsAskedFor) {
    core::TableQuery query;
    query.columns = Texts{"id"};
    query.bounds = core::Bounds{150000, 460000, 160000, 470000};
    const ReadCsv csv = read("id;x;y\n1;155000;463000\n2;220000;450000\n", query);
    EXPECT_EQ(csv.table.columns().size(), 1u);
    EXPECT_EQ(test::numbersOf(csv.table, "id"), (Numbers{1}));
    query.columns = Texts{"weg"};
    EXPECT_THROW(read("id;x;y\n1;155000;463000\n", query), core::Error);
}

TEST_F(CsvTable, RefusesWhatIsNoTable) {
    EXPECT_EQ(refusalOf(""), ErrorCode::layerEmpty);
    EXPECT_EQ(refusalOf("\n\n"), ErrorCode::layerEmpty);
    EXPECT_EQ(refusalOf("a;b\n1;\"open\n2;3\n"), ErrorCode::fileIncomplete);
    EXPECT_EQ(refusalOf(std::string("PK\x03\x04\0\0ab\0c", 11)), ErrorCode::fileUnreadable);
    core::RemarkList remarks;
    EXPECT_THROW(openTable({{folder_.path() / "weg.csv"}, ""}, remarks), core::Error);
    EXPECT_EQ(read("a;b\n").table.rowCount(), 0);
}

TEST_F(CsvTable, StopsWhileTheFileIsLookedThrough) {
    std::stop_source stop;
    stop.request_stop();
    core::RemarkList remarks;
    EXPECT_THROW(openTable({{write("a;b\n1;2\n")}, ""}, remarks, stop.get_token()),
                 core::Cancelled);
}

TEST_F(CsvTable, InADamagedZipIsIncomplete) {
    std::string bytes = "nr;naam\n";
    for (int row = 0; row < 200'000; ++row) {
        bytes += std::to_string(row * 7919 % 100'003) + ";rij\n";
    }
    const std::string zip = (folder_.path() / "z.zip").string();
    void* handle = CPLCreateZip(zip.c_str(), nullptr);
    ASSERT_EQ(CPLCreateFileInZip(handle, "t.csv", nullptr), CE_None);
    ASSERT_EQ(CPLWriteFileInZip(handle, bytes.data(), static_cast<int>(bytes.size())), CE_None);
    ASSERT_EQ(CPLCloseFileInZip(handle), CE_None);
    ASSERT_EQ(CPLCloseZip(handle), CE_None);
    const LayerLocation location{{"/vsizip/{" + zip + "}/t.csv"}, ""};
    core::RemarkList remarks;
    EXPECT_EQ(openTable(location, remarks).source->read({}, {}).rowCount(), 200'000);
    std::fstream file(zip, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(zip) / 2));
    file << "nothing of what was compressed";
    file.close();
    try {
        openTable(location, remarks);
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::fileIncomplete);
    }
}

TEST_F(CsvTable, NoticesThatTheFileChanged) {
    core::RemarkList remarks;
    const auto path = write("a;b\n1;2\n");
    const auto opened = openTable({{path}, ""}, remarks);
    write("a;b\n1;2\n3;4\n");
    try {
        opened.source->read({}, {});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::fileChanged);
    }
    std::filesystem::remove(path);
    try {
        opened.source->read({}, {});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::fileMissing);
    }
}

TEST_F(CsvTable, GivesBackWhatWasWritten) {
    core::GeometryColumn geometries;
    test::addPolygon(geometries, {test::rectangle(155000, 463000, 155100.25, 463100.125)});
    test::addNothing(geometries);
    const core::Table table = test::tableOf(
        std::move(geometries),
        {test::textColumn("code", {"0012", ""}), test::textColumn("tekst", {"12", std::nullopt}),
         test::integerColumn("aantal", {-7, std::nullopt}),
         test::realColumn("hoogte", {0.1, std::numeric_limits<double>::quiet_NaN()})});
    const auto path = folder_.path() / "uit.csv";
    const auto sink = FileTableSink::create(path, "uit");
    sink->append(test::releasedInside(table));
    sink->finish();
    core::RemarkList remarks;
    const core::Table back = openTable({{path}, ""}, remarks).source->read({}, {});
    EXPECT_TRUE(test::hasSameBits(back, table));
    EXPECT_TRUE(remarks.take().empty());
}

TEST_F(CsvTable, BearsAnyBytes) {
    std::mt19937 random(5);
    static const std::string kPieces[] = {
        "\"",   "\"\"",     ";",          ",",      "\t",         "\n",
        "\r",   "\r\n",     "1",          "0",      "1,5",        "1.234",
        ".",    "x",        "-",          "wkt",    "x;y",        "\xC3",
        "\xA9", "\xFF\xFE", "POINT(1 2)", "SRID=;", "2020-01-01", std::string(1, '\0'),
        "lat",  "lon",      "e9"};
    int readable = 0;
    for (int number = 0; number < 400; ++number) {
        std::string bytes;
        for (auto piece = random() % 60; piece > 0; --piece) {
            bytes += kPieces[random() % std::size(kPieces)];
        }
        try {
            read(bytes);
            ++readable;
        } catch (const core::Error&) {
            continue;  // refused, which is fine
        }
    }
    EXPECT_GT(readable, 50);
}

}  // namespace
}  // namespace lommer::gis
