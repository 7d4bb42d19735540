// Data that are not as they should be: a sentence and exit code 1, or done with a remark.

#include "tests/cli/scene.h"

#include <nlohmann/json.hpp>

#include <QProcess>
#include <cmath>
#include <fstream>
#include <limits>

namespace lommer::test {
namespace {

namespace fs = std::filesystem;

class BadInput : public Scene {};

void writeText(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

TEST_F(BadInput, WithoutCoordinateSystemCannotBeUsed) {
    const auto areas = writeAreas("areas.gpkg");
    const auto heights = writeHeights("heights.tif");
    expectFailure(statistics(areas, writeHeights("nowhere.tif", {.crs = ""})), 1, "crs-missing");
    expectFailure(statistics(writeAreas("nowhere.gpkg", {.crs = ""}), heights), 1, "crs-missing");
}

TEST_F(BadInput, InTwoCoordinateSystemsIsBroughtTogetherWithARemark) {
    // 51.96 to 51.97 degrees north, 6.05 to 6.07 degrees east lies around RD (200000, 450000).
    const auto areas = writeAreas(
        "degrees.geojson",
        {.driver = "GeoJSON",
         .crs = "EPSG:4326",
         .geometries = {"POLYGON ((6.0 51.9, 6.1 51.9, 6.1 52.1, 6.0 52.1, 6.0 51.9))"}});
    expectDone(statistics(areas, writeHeights("heights.tif")), "table-transformed");
}

TEST_F(BadInput, ThatDoesNotOverlapCannotBeUsed) {
    const auto areas = writeAreas(
        "far.gpkg", {.geometries = {"POLYGON ((100000 400000, 100100 400000, 100100 400100, "
                                    "100000 400100, 100000 400000))"}});
    expectFailure(statistics(areas, writeHeights("heights.tif")), 1, "no-overlap");
}

TEST_F(BadInput, WithHalfItsCellsMissingIsDoneWithARemark) {
    const auto heights =
        writeHeights("half.tif", {.isMasked = [](int, int column) { return column % 2 == 0; }});
    expectDone(statistics(writeAreas("areas.gpkg"), heights), "zones-with-holes");
}

TEST_F(BadInput, WithImpossibleHeightsCountsThemAsHoles) {
    const auto write = [&](const std::string& name, std::optional<double> noData) {
        return writeRaster(in(name),
                           {.columns = 200,
                            .rows = 200,
                            .geotransform = {200'000.0, 1.0, 0.0, 450'200.0, 0.0, -1.0},
                            .noData = noData},
                           [](int row, int) { return row % 4 == 0 ? 3.4028234663852886e38 : 7.0; });
    };
    const auto areas = writeAreas("areas.gpkg");
    const auto meansOf = [&](const fs::path& heights, const std::string& remark) {
        expectDone(statistics(areas, heights), remark);
        const auto hashes = contentHashes(out());
        fs::remove_all(out());
        return hashes;
    };
    // Named as NoData or not, the outcome is the same; only the second is worth a remark.
    EXPECT_EQ(meansOf(write("named.tif", 3.4028234663852886e38), ""),
              meansOf(write("unset.tif", {}), "nodata-assumed"));
}

TEST_F(BadInput, WithEmptyAndSelfIntersectingPolygonsIsRepairedWithARemark) {
    const auto areas = writeAreas(
        "odd.gpkg",
        {.geometries = {"POLYGON ((200010 450010, 200110 450110, 200110 450010, 200010 450110, "
                        "200010 450010))",
                        "POLYGON EMPTY", ""}});
    const auto heights = writeHeights("heights.tif");
    expectDone(statistics(areas, heights), "geometries-repaired");
    EXPECT_NE(record().find("zones-without-geometry"), std::string::npos) << record();
}

TEST_F(BadInput, ThatIsCutShortCannotBeUsed) {
    const auto areas = writeAreas("areas.gpkg");
    const auto heights = writeHeights("heights.tif");
    const auto cut = [&](const fs::path& file, double share) {
        const fs::path copy = in("cut" + file.extension().string());
        fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
        cutShort(copy, share);
        return copy;
    };
    for (const double share : {0.001, 0.3, 0.7, 0.95}) {
        SCOPED_TRACE(share);
        expectFailure(statistics(areas, cut(heights, share)), 1, "file-incomplete");
        expectFailure(statistics(cut(areas, share), heights), 1, "file-incomplete");
    }
}

TEST_F(BadInput, ThatIsNoRasterAtAllCannotBeUsed) {
    writeText(in("text.tif"), "these are not the heights you are looking for\n");
    expectFailure(statistics(writeAreas("areas.gpkg"), in("text.tif")), 1, "file-unreadable");
    writeText(in("empty.tif"), "");
    expectFailure(statistics(in("areas.gpkg"), in("empty.tif")), 1, "file-unreadable");
}

TEST_F(BadInput, ThatIsNotThereCannotBeUsed) {
    expectFailure(statistics(writeAreas("areas.gpkg"), in("gone.tif")), 1, "file-missing");
    expectFailure(
        statistics(fs::path(in("areas.gpkg")) += "|no-such-layer", writeHeights("heights.tif")), 1,
        "layer-unknown");
}

TEST_F(BadInput, ThatLiesRotatedCannotBeUsed) {
    const auto heights =
        writeHeights("rotated.tif", {.geotransform = {200'000.0, 0.9, 0.4, 450'200.0, 0.4, -0.9}});
    expectFailure(statistics(writeAreas("areas.gpkg"), heights), 1, "raster-rotated");
}

TEST_F(BadInput, HasNoMatterWhereTheResultCannotBeWritten) {
    writeText(in("a file"), "not a folder");
    auto arguments = statistics(writeAreas("areas.gpkg"), writeHeights("heights.tif"));
    arguments.back() = (in("a file") / "out").string();
    expectFailure(arguments, 1, "folder-read-only");
    arguments.back() = in("a file").string();
    expectFailure(arguments, 1, "folder-read-only");
}

TEST_F(BadInput, HasNoMatterWhereTheFolderHoldsAResult) {
    const auto arguments = statistics(writeAreas("areas.gpkg"), writeHeights("heights.tif"));
    expectDone(arguments, "");
    const std::string before = record();
    const Ending ending = run(arguments);
    EXPECT_EQ(ending.code, 1);
    EXPECT_TRUE(ending.err.starts_with("output-exists: ")) << ending.err;
    EXPECT_EQ(record(), before);
}

/// A file system of 2 MB while it lives; `isMounted` is false where that is not allowed.
class SmallDisk {
public:
    explicit SmallDisk(const fs::path& folder) : folder_(QString::fromStdString(folder.string())) {
        fs::create_directories(folder);
        isMounted_ = QProcess::execute(
                         QStringLiteral("mount"),
                         {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                          QStringLiteral("size=2m"), QStringLiteral("lommer-test"), folder_}) == 0;
    }
    ~SmallDisk() {
        if (isMounted_) {
            QProcess::execute(QStringLiteral("umount"), {folder_});
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return isMounted_; }

private:
    QString folder_;
    bool isMounted_ = false;
};

TEST_F(BadInput, HasNoMatterWhereTheDiskIsFull) {
    const SmallDisk disk(out());
    if (!disk.isMounted()) {
        GTEST_SKIP() << "a small disk cannot be mounted here";
    }
    const auto noise = writeRaster(
        in("noise.tif"),
        {.columns = 2000,
         .rows = 2000,
         .geotransform = {200'000.0, 1.0, 0.0, 452'000.0, 0.0, -1.0}},
        [](int row, int column) { return std::sin(12.9898 * row + 78.233 * column) * 43758.5; });
    expectFailure({"run", "raster-calculator", "--input", "a=" + noise.string(), "--set",
                   "formula=a * 1.37", "--output", out().string()},
                  1, "disk-full");
    std::vector<std::string> wkt;
    for (int index = 0; index < 20'000; ++index) {
        const std::string x = std::to_string(200'000 + index % 200 * 9);
        const std::string y = std::to_string(450'000 + index / 200 * 9);
        const std::string right = std::to_string(200'008 + index % 200 * 9);
        wkt.push_back("POLYGON ((" + x + ' ' + y + ", " + right + ' ' + y + ", " + right + ' ' +
                      std::to_string(450'008 + index / 200 * 9) + ", " + x + ' ' + y + "))");
    }
    expectFailure(statistics(writeAreas("many.gpkg", {.geometries = wkt}), noise), 1, "disk-full");
}

}  // namespace
}  // namespace lommer::test
