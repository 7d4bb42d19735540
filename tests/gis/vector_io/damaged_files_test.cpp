// Files that are cut off, that are something else, that go away: always a clear Error.

#include "core/base/error.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <random>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

struct Damage {
    const char* name;
    const char* driver;
    const char* file;
};

constexpr Damage kFormats[] = {
    {"GeoPackage", "GPKG", "a.gpkg"},     {"Shapefile", "ESRI Shapefile", "a.shp"},
    {"GeoJson", "GeoJSON", "a.geojson"},  {"FlatGeobuf", "FlatGeobuf", "a.fgb"},
    {"SpatiaLite", "SQLite", "a.sqlite"},
};

class DamagedFile : public testing::Test {
protected:
    fs::path write(const Damage& format, int rows = 2000) {
        const fs::path path = folder_.path() / format.file;
        std::vector<std::string> points;
        for (int row = 0; row < rows; ++row) {
            points.push_back("POINT(" + std::to_string(155000 + row) + " 463000)");
        }
        EXPECT_TRUE(test::writeLayer(path, {.driver = format.driver, .geometries = points}));
        return path;
    }

    /// Nothing where all rows could be read.
    static std::optional<ErrorCode> errorOf(const fs::path& path) {
        try {
            core::RemarkList remarks;
            openTable({{path}, ""}, remarks).source->read({}, {});
        } catch (const core::Error& error) {
            EXPECT_FALSE(error.arguments().empty());
            return error.code();
        }
        return std::nullopt;
    }

    test::TemporaryFolder folder_;
};

TEST_F(DamagedFile, ThatIsCutOffIsNeverReadAsIfItWereWhole) {
    for (const Damage& format : kFormats) {
        for (const double share : {0.0, 0.001, 0.1, 0.5, 0.9, 0.99}) {
            const fs::path path = write(format);
            test::cutShort(path, share);
            const auto code = errorOf(path);
            EXPECT_TRUE(code == ErrorCode::fileIncomplete || code == ErrorCode::fileUnreadable)
                << format.name << " at " << share << ": "
                << (code ? core::toText(*code) : std::string_view("read"));
            fs::remove(path);
        }
    }
}

TEST_F(DamagedFile, WithAnEndingThatItIsNotIsUnreadable) {
    for (const char* name : {"a.gpkg", "a.shp", "a.geojson", "a.fgb", "a.sqlite", "a.gml"}) {
        std::ofstream(folder_.path() / name) << "Dit is geen kaart, maar een brief.\n";
        const auto code = errorOf(folder_.path() / name);
        EXPECT_TRUE(code == ErrorCode::fileIncomplete || code == ErrorCode::fileUnreadable) << name;
    }
}

TEST_F(DamagedFile, ThatIsNotThereIsMissing) {
    for (const Damage& format : kFormats) {
        EXPECT_EQ(errorOf(folder_.path() / format.file), ErrorCode::fileMissing) << format.name;
    }
}

TEST_F(DamagedFile, ThatWentAwayOrChangedAfterOpeningIsNoticed) {
    for (const Damage& format : kFormats) {
        const fs::path path = write(format);
        core::RemarkList remarks;
        const auto opened = openTable({{path}, ""}, remarks);
        const auto codeOf = [&] {
            try {
                opened.source->read({}, {});
            } catch (const core::Error& error) {
                return error.code();
            }
            return ErrorCode::programFault;
        };
        std::ofstream(path, std::ios::app) << ' ';
        EXPECT_EQ(codeOf(), ErrorCode::fileChanged) << format.name;
        fs::remove(path);
        EXPECT_EQ(codeOf(), ErrorCode::fileMissing) << format.name;
    }
}

TEST_F(DamagedFile, WithAnyBytesChangedIsReadOrRefusedButNeverWorse) {
    std::mt19937 random(3);
    for (const Damage& format : kFormats) {
        for (int turn = 0; turn < 12; ++turn) {
            const fs::path path = write(format, 60);
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            const auto bytes = fs::file_size(path);
            for (int change = 0; change < 20; ++change) {
                file.seekp(static_cast<std::streamoff>(random() % bytes));
                file.put(static_cast<char>(random() % 256));
            }
            file.close();
            static_cast<void>(errorOf(path));
            fs::remove(path);
        }
    }
}

TEST_F(DamagedFile, WithoutALayerOfThatNameNamesTheOthers) {
    const fs::path path = write(kFormats[0], 1);
    core::RemarkList remarks;
    try {
        openTable({{path}, "bomen"}, remarks);
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::layerUnknown);
        EXPECT_EQ(core::toText(error.arguments().back().second), "laag");
    }
}

}  // namespace
}  // namespace lommer::gis
