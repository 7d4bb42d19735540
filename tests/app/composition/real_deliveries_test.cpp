// All real deliveries in one folder, between files that lie in such folders too.

#include "app/composition/delivery_service.h"
#include "app/composition/environment.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace lommer::app {
namespace {

namespace fs = std::filesystem;
using testing::IsSupersetOf;

const fs::path kData = LOMMER_REAL_DATA;

class RealDeliveries : public testing::Test {
protected:
    RealDeliveries()
        : environment_(Environment::Options{.cacheFolder = folder_.path() / "cache"}) {}

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(mixed() / name, std::ios::binary) << text;
    }
    fs::path mixed() const { return folder_.path() / "alles"; }
    /// False where the data are not there. They are looked at where they lie.
    bool mix() const {
        if (!fs::exists(kData)) {
            return false;
        }
        fs::create_directories(mixed());
        for (const auto& entry : fs::directory_iterator(kData)) {
            if (entry.is_directory()) {
                fs::create_directory_symlink(entry.path(), mixed() / entry.path().filename());
            }
        }
        return true;
    }

    test::TemporaryFolder folder_;
    Environment environment_;
};

TEST_F(RealDeliveries, AreRecognisedWithTheirCountsBetweenFilesThatAreNoData) {
    if (!mix()) {
        GTEST_SKIP() << "skipped: no real data";
    }
    write("toelichting.pdf", "%PDF-1.4");
    write("Thumbs.db", "\xD0\xCF\x11\xE0");
    write(".DS_Store", "Bud1");
    write("bgt.zip.crdownload", "PK\x03\x04");
    write("half.zip", "PK\x03\x04 and nothing more");
    const Delivery delivery = recognised(mixed(), {.today = "2026-06-01"}, core::Progress());
    std::map<std::string, std::multiset<std::int64_t>> rows;
    for (const RecognisedLayer& layer : delivery.layers) {
        EXPECT_NE(layer.description.location.files.front().parent_path(), mixed())
            << layer.description.name;
        rows[layer.description.subject].insert(layer.description.table.rowCount);
        EXPECT_EQ(layer.check.has_value(), layer.description.kind == core::DataKind::table);
    }
    using Counts = std::multiset<std::int64_t>;
    EXPECT_THAT(rows["buildings"], IsSupersetOf(Counts{1711, 1711, 15300}));
    EXPECT_THAT(rows["tree-points"], IsSupersetOf(Counts{2088, 2088, 2088}));
    EXPECT_THAT(rows["address-units"], IsSupersetOf(Counts{29690}));
    EXPECT_THAT(rows["dwellings"], IsSupersetOf(Counts{26686}));
    EXPECT_THAT(rows["neighbourhoods"], IsSupersetOf(Counts{14, 590, 611}));
    EXPECT_THAT(rows["weather-hours"], IsSupersetOf(Counts{8784}));
    EXPECT_GE(rows["surface-height"].size(), 3U);
    EXPECT_GE(rows["terrain-height"].size(), 3U);
    const core::Remark half{"left-out-incomplete", {{"file", std::string("half.zip")}}};
    EXPECT_THAT(delivery.remarks, testing::Contains(half));
}

}  // namespace
}  // namespace lommer::app
