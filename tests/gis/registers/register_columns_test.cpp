// What of a delivery is the register's own, and what a municipality added to it.

#include "gis/registers/register_columns.h"

#include "gis/registers/recognition.h"
#include "gis/registers/register_tables.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

using core::PrivacyClass;
using test::integerColumn;
using test::textColumn;

/// Two units of the BAG, as PDOK delivers them, with further columns.
core::Table units(std::vector<core::Column> further) {
    core::GeometryColumn places;
    for (int row = 0; row < 2; ++row) {
        const core::Point place{217'000.0 + row, 442'000.0};
        places.addRing({&place, 1});
        places.endPart();
        places.endFeature(core::GeometryKind::point);
    }
    const std::string inUse = "Verblijfsobject in gebruik";
    std::vector<core::Column> columns;
    columns.push_back(textColumn("identificatie", {"0222010000012345", "0222010000012346"}));
    columns.push_back(textColumn("gebruiksdoel", {"woonfunctie", "woonfunctie"}));
    columns.push_back(integerColumn("oppervlakte", {80, 120}));
    columns.push_back(textColumn("status", {inUse, inUse}));
    columns.push_back(textColumn("postcode", {"7021AB", "7021AB"}));
    columns.push_back(integerColumn("huisnummer", {1, 3}));
    for (core::Column& column : further) {
        columns.push_back(std::move(column));
    }
    return test::tableOf(std::move(places), std::move(columns));
}

class UnitsOfTheBag : public testing::Test {
protected:
    /// Of a file with those units, read as `subject`.
    TablePrivacy privacy(std::vector<core::Column> further, const std::string& subject,
                         const RecordedTable& recorded = {}) {
        const auto path = folder_ / ("l" + std::to_string(++count_) + ".gpkg");
        const auto sink = FileTableSink::create(path, "wmo_clienten");
        sink->append(test::releasedInside(units(std::move(further))));
        sink->finish();
        LayerLocation location{{path}};
        location.subject = subject;
        const auto opened = openRegisterTable(location, remarks_, {}, recorded);
        core::TableQuery query;
        query.columns = {"oppervlakte"};
        opened.source->read(subject.empty() ? core::TableQuery{} : query, {});
        return opened.privacy({});
    }

    test::TemporaryFolder folder_;
    core::RemarkList remarks_;
    int count_ = 0;
};

TEST_F(UnitsOfTheBag, AreForEveryoneAsTheyArePublished) {
    for (const char* subject : {"address-units", ""}) {
        const TablePrivacy known = privacy({}, subject);
        EXPECT_EQ(known.places, PrivacyClass::open);
        EXPECT_EQ(known.columns, PrivacyClass::open);
    }
}

TEST_F(UnitsOfTheBag, WithColumnsOfTheMunicipalityTellWhoseTheyAre) {
    const auto clients = [] {
        std::vector<core::Column> columns;
        columns.push_back(textColumn("naam_client", {"A. Jansen", "B. de Boer"}));
        columns.push_back(textColumn("bsn", {"111222333", "123456782"}));
        return columns;
    };
    EXPECT_EQ(privacy(clients(), "address-units").places, PrivacyClass::personal);
    EXPECT_EQ(privacy(clients(), "").places, PrivacyClass::personal);
    const auto score = [] {
        std::vector<core::Column> columns;
        columns.push_back(textColumn("signaal", {"ja", "nee"}));
        return columns;
    };
    EXPECT_EQ(privacy(score(), "address-units").places, PrivacyClass::perAddress);
    EXPECT_EQ(privacy(score(), "").columns, PrivacyClass::perAddress);
    // What a run wrote has been judged when it was made.
    EXPECT_EQ(privacy(score(), "address-units", {.isResult = true}).places, PrivacyClass::open);
}

TEST(RegisterColumns, OfListsOfAMunicipalityAreNotPublished) {
    LayerDescription layer;
    layer.name = "bomen";
    layer.location.files = {"bomen.gpkg"};
    layer.table.hasGeometry = true;
    layer.table.kinds = {core::GeometryKind::point};
    layer.table.columns = {{"boomsoort"}};
    EXPECT_FALSE(isAsPublished(*patternsOf(layer).front(), layer.table));
}

}  // namespace
}  // namespace lommer::gis
