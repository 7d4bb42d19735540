#include "gis/raster_io/geotiff_sink.h"

#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/support/memory_raster.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>

namespace lommer::gis {
namespace {

using core::CellIndex;
using core::CellWindow;
using core::Grid;
using core::StorageType;
using test::MemoryRaster;
using test::TemporaryFolder;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

// A surface with slopes, noise and holes: not constant anywhere, so that a shifted row shows.
MemoryRaster hills(const Grid& grid) {
    return {grid, [](CellIndex cell) {
                const auto x = static_cast<double>(cell.column);
                const auto y = static_cast<double>(cell.row);
                const bool isHole = (cell.row / 7 + cell.column / 11) % 13 == 0;
                return isHole ? kHole
                              : static_cast<float>(10.0 * std::sin(x / 91.0) + y / 50.0 +
                                                   0.01 * std::fmod(x * 7.0 + y * 13.0, 17.0));
            }};
}

core::RasterBuffer<float> partOf(const MemoryRaster& raster, const CellWindow& window) {
    core::RasterBuffer<float> part(window.columns, window.rows);
    raster.read(window, part.view());
    return part;
}

std::vector<CellWindow> squares(const Grid& grid, std::int64_t side) {
    std::vector<CellWindow> windows;
    for (std::int64_t row = 0; row < grid.rows(); row += side) {
        for (std::int64_t column = 0; column < grid.columns(); column += side) {
            windows.push_back(
                core::intersection(CellWindow{column, row, side, side}, grid.window()));
        }
    }
    return windows;
}

WrittenFile writeAll(const std::filesystem::path& path, const MemoryRaster& raster,
                     const std::vector<CellWindow>& windows, const GeoTiffSink::Options& options) {
    const auto sink = GeoTiffSink::create(path, raster.grid(), options);
    core::parallelFor(static_cast<std::int64_t>(windows.size()), {}, [&](std::int64_t index) {
        const auto& window = windows[static_cast<std::size_t>(index)];
        sink->write(window, partOf(raster, window).view());
    });
    return sink->finish();
}

GDALDatasetUniquePtr open(const std::filesystem::path& path) {
    return GDALDatasetUniquePtr(GDALDataset::Open(path.string().c_str(), GDAL_OF_RASTER));
}

std::vector<double> valuesOf(GDALRasterBand& band) {
    std::vector<double> values(static_cast<std::size_t>(band.GetXSize() * band.GetYSize()));
    EXPECT_EQ(band.RasterIO(GF_Read, 0, 0, band.GetXSize(), band.GetYSize(), values.data(),
                            band.GetXSize(), band.GetYSize(), GDT_Float64, 0, 0, nullptr),
              CE_None);
    return values;
}

std::vector<char> bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(GeoTiffSink, GdalReadsBackEveryFloatBitForBit) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(1300, 777, 0.5));
    writeAll(folder / "a.tif", raster, squares(raster.grid(), 512), {});
    const auto file = open(folder / "a.tif");
    ASSERT_NE(file, nullptr);
    const auto values = valuesOf(*file->GetRasterBand(1));
    ASSERT_EQ(values.size(), raster.values().size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto expected = static_cast<double>(raster.values()[i]);
        ASSERT_TRUE(values[i] == expected || (std::isnan(values[i]) && std::isnan(expected))) << i;
    }
}

TEST(GeoTiffSink, SaysWhereItLiesAndHowItIsStored) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(600, 300, 0.5));
    writeAll(folder / "a.tif", raster, squares(raster.grid(), 256),
             {StorageType::float32, {}, "share < 1 & \u2265 0"});
    const auto file = open(folder / "a.tif");
    ASSERT_NE(file, nullptr);
    double geotransform[6];
    ASSERT_EQ(file->GetGeoTransform(geotransform), CE_None);
    EXPECT_EQ(geotransform[0], raster.grid().left());
    EXPECT_EQ(geotransform[3], raster.grid().top());
    EXPECT_EQ(geotransform[1], 0.5);
    EXPECT_EQ(geotransform[5], -0.5);
    ASSERT_NE(file->GetSpatialRef(), nullptr);
    EXPECT_STREQ(file->GetSpatialRef()->GetAuthorityCode(nullptr), "28992");
    auto& band = *file->GetRasterBand(1);
    EXPECT_STREQ(band.GetDescription(), "share < 1 & \u2265 0");
    EXPECT_TRUE(std::isnan(band.GetNoDataValue()));
    int width = 0;
    int height = 0;
    band.GetBlockSize(&width, &height);
    EXPECT_EQ(width, 512);
    EXPECT_EQ(height, 512);
    EXPECT_STREQ(file->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"), "ZSTD");
    EXPECT_STREQ(file->GetMetadataItem("PREDICTOR", "IMAGE_STRUCTURE"), "3");
}

// The mean of the up to four cells below an overview cell that are no holes, by hand.
double meanBelow(const std::vector<double>& values, std::int64_t columns, std::int64_t rows,
                 std::int64_t row, std::int64_t column) {
    double sum = 0.0;
    int known = 0;
    for (auto y = 2 * row; y < std::min(rows, 2 * row + 2); ++y) {
        for (auto x = 2 * column; x < std::min(columns, 2 * column + 2); ++x) {
            const double value = values[static_cast<std::size_t>(y * columns + x)];
            if (!std::isnan(value)) {
                sum += value;
                ++known;
            }
        }
    }
    return known == 0 ? std::nan("") : sum / known;
}

TEST(GeoTiffSink, EachOverviewCellIsTheMeanOfTheKnownCellsBelowIt) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(1301, 2051, 1.0));
    writeAll(folder / "a.tif", raster, squares(raster.grid(), 256), {});
    const auto file = open(folder / "a.tif");
    auto* band = file->GetRasterBand(1);
    ASSERT_EQ(band->GetOverviewCount(), 3);  // 651 x 1026, 326 x 513, 163 x 257
    for (int level = 0; level < 3; ++level) {
        auto* below = level == 0 ? band : band->GetOverview(level - 1);
        auto* above = band->GetOverview(level);
        ASSERT_EQ(above->GetXSize(), (below->GetXSize() + 1) / 2);
        ASSERT_EQ(above->GetYSize(), (below->GetYSize() + 1) / 2);
        const auto fine = valuesOf(*below);
        const auto coarse = valuesOf(*above);
        for (int row = 0; row < above->GetYSize(); ++row) {
            for (int column = 0; column < above->GetXSize(); ++column) {
                const double expected =
                    meanBelow(fine, below->GetXSize(), below->GetYSize(), row, column);
                const double actual =
                    coarse[static_cast<std::size_t>(row * above->GetXSize() + column)];
                ASSERT_TRUE(std::abs(actual - expected) <= 1e-5 ||
                            (std::isnan(actual) && std::isnan(expected)));
            }
        }
    }
}

TEST(GeoTiffSink, OverviewOfClassesTakesTheMostFrequentAndNeverAMean) {
    const TemporaryFolder folder;
    // Blocks of four: 1 1 2 3 -> 1; holes and 5 -> 5; 2 2 7 7 -> 2, the north-western of equals.
    const MemoryRaster raster(test::gridOf(514, 2), [](CellIndex cell) {
        constexpr float kNorth[] = {1.0F, 2.0F, kHole, kHole, 2.0F, 7.0F};
        constexpr float kSouth[] = {3.0F, 1.0F, kHole, 5.0F, 7.0F, 2.0F};
        return cell.column >= 6 ? 9.0F : (cell.row == 0 ? kNorth : kSouth)[cell.column];
    });
    writeAll(folder / "a.tif", raster, {raster.grid().window()}, {StorageType::uint8, {}, ""});
    const auto file = open(folder / "a.tif");
    auto* band = file->GetRasterBand(1);
    EXPECT_EQ(band->GetNoDataValue(), 255.0);
    ASSERT_EQ(band->GetOverviewCount(), 1);
    const auto values = valuesOf(*band->GetOverview(0));
    EXPECT_EQ((std::vector<double>(values.begin(), values.begin() + 4)),
              (std::vector<double>{1.0, 5.0, 2.0, 9.0}));
}

TEST(GeoTiffSink, IntegersAndTheirHolesComeBackInEveryStorage) {
    const TemporaryFolder folder;
    const auto valueOf = [](CellIndex cell) {
        return cell.column == 3 ? kHole
                                : static_cast<float>((cell.row * 31 + cell.column * 17) % 250);
    };
    const MemoryRaster raster(test::gridOf(700, 530), valueOf);
    for (const auto& [storage, hole] :
         {std::pair{StorageType::uint8, 255.0}, std::pair{StorageType::int16, 32767.0},
          std::pair{StorageType::uint16, 65535.0}, std::pair{StorageType::int32, 2147483647.0}}) {
        writeAll(folder / "a.tif", raster, squares(raster.grid(), 512), {storage, {}, ""});
        const auto file = open(folder / "a.tif");
        ASSERT_NE(file, nullptr);
        EXPECT_EQ(file->GetRasterBand(1)->GetNoDataValue(), hole);
        const auto values = valuesOf(*file->GetRasterBand(1));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const float expected = raster.values()[i];
            ASSERT_EQ(values[i], std::isnan(expected) ? hole : static_cast<double>(expected));
        }
    }
}

TEST(GeoTiffSink, ValuesAreRoundedToTheResolutionHalvesToEven) {
    const TemporaryFolder folder;
    const std::vector<float> given{0.3F, 0.125F, 0.375F, -0.3F, 1e9F, -0.1F, 4194304.4F};
    const std::vector<double> expected{0.25, 0.0, 0.5, -0.25, 1e9, 0.0, 4194304.5};
    const MemoryRaster raster(test::gridOf(7, 1), [&](CellIndex cell) {
        return given[static_cast<std::size_t>(cell.column)];
    });
    writeAll(folder / "a.tif", raster, {raster.grid().window()}, {StorageType::float32, -2, ""});
    EXPECT_EQ(valuesOf(*open(folder / "a.tif")->GetRasterBand(1)), expected);
}

TEST(GeoTiffSink, BytesAndHashesDoNotDependOnOrderThreadsOrPieces) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(2600, 1700, 0.5));
    const GeoTiffSink::Options options{StorageType::float32, -10, "height"};
    const auto first = writeAll(folder / "first.tif", raster, {raster.grid().window()}, options);
    const auto expected = bytesOf(first.path);
    std::mt19937 random(7);
    for (const int threads : {1, 2, 5}) {
        const core::ThreadLimit limit(threads);
        for (const std::int64_t side : {256, 1024, 4096}) {
            auto windows = squares(raster.grid(), side);
            std::shuffle(windows.begin(), windows.end(), random);
            const auto other = writeAll(folder / "other.tif", raster, windows, options);
            EXPECT_EQ(other.contentHash, first.contentHash);
            EXPECT_EQ(other.fileHash, first.fileHash);
            ASSERT_EQ(bytesOf(other.path), expected) << threads << " threads, side " << side;
        }
    }
    EXPECT_EQ(first.bytes, static_cast<std::int64_t>(expected.size()));
}

TEST(GeoTiffSink, ContentHashSeesOneCellAndThePlaceButNotTheDescription) {
    const TemporaryFolder folder;
    const Grid grid = test::gridOf(700, 300);
    auto raster = hills(grid);
    const auto hash = [&](const MemoryRaster& written, const std::string& description) {
        return writeAll(folder / "a.tif", written, squares(grid, 512),
                        {StorageType::float32, {}, description})
            .contentHash;
    };
    const auto original = hash(raster, "a");
    EXPECT_EQ(hash(raster, "b"), original);
    const MemoryRaster moved(Grid(grid.left() + 1.0, grid.top(), 1.0, 700, 300),
                             [&](CellIndex cell) { return raster.at(cell.row, cell.column); });
    EXPECT_NE(hash(moved, "a"), original);
    raster.set(299, 699, std::nextafter(raster.at(299, 699), 1e9F));
    EXPECT_NE(hash(raster, "a"), original);
}

TEST(GeoTiffSink, AnUnfinishedFileIsRemoved) {
    const TemporaryFolder folder;
    {
        const auto sink = GeoTiffSink::create(folder / "a.tif", test::gridOf(10, 10), {});
        EXPECT_TRUE(std::filesystem::exists(folder / "a.tif"));
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "a.tif"));
}

TEST(GeoTiffSink, StopsBetweenTwoTiles) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(600, 10));
    std::stop_source stop;
    const auto sink = GeoTiffSink::create(folder / "a.tif", raster.grid(),
                                          {StorageType::float32, {}, "", stop.get_token()});
    stop.request_stop();
    const CellWindow all{0, 0, 600, 10};
    EXPECT_THROW(sink->write(all, partOf(raster, all).view()), core::Cancelled);
}

TEST(GeoTiffSink, StopsWhileItsFileIsReadAgainAndLeavesNone) {
    const TemporaryFolder folder;
    const auto raster = hills(test::gridOf(600, 10));
    std::stop_source stop;
    {
        const auto sink = GeoTiffSink::create(folder / "a.tif", raster.grid(),
                                              {StorageType::float32, {}, "", stop.get_token()});
        const CellWindow all{0, 0, 600, 10};
        sink->write(all, partOf(raster, all).view());
        stop.request_stop();
        EXPECT_THROW(sink->finish(), core::Cancelled);
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "a.tif"));
}

TEST(GeoTiffSink, AFolderThatIsNotThereIsFileMissing) {
    const TemporaryFolder folder;
    try {
        GeoTiffSink::create(folder / "none" / "a.tif", test::gridOf(10, 10), {});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::fileMissing);
    }
}

// /dev/full takes no byte: every write to it ends with "No space left on device".
TEST(GeoTiffSink, AFullDiskIsDiskFull) {
    if (!std::filesystem::exists("/dev/full")) {
        GTEST_SKIP() << "no /dev/full here";
    }
    const TemporaryFolder folder;
    std::filesystem::create_symlink("/dev/full", folder / "a.tif");
    const auto raster = hills(test::gridOf(3000, 2000));
    try {
        writeAll(folder / "a.tif", raster, squares(raster.grid(), 512), {});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::diskFull) << error.details();
    }
}

}  // namespace
}  // namespace lommer::gis
