#include "tests/architecture/house_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The checker itself: a breach planted here must be found, and sound code must pass.

namespace lommer::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string include(const std::string& path, const std::string& line) {
    return toText(includeBreaches({path, "#include " + line + "\n"}));
}

std::string text(const std::string& path, const std::string& line) {
    return toText(textBreaches({path, line + "\n"}));
}

std::string link(const std::string& path, const std::string& call) {
    return toText(linkBreaches({path, call}));
}

TEST(HouseRules, ReadIncludeLinesInAllTheirShapes) {
    const SourceFile file{
        "core/a.cpp", "#include \"core/a.h\"\n  #  include <vector> // why\n// #include <no>\n"};
    const auto includes = includesOf(file);
    ASSERT_EQ(includes.size(), 2u);
    EXPECT_TRUE(includes[0].isQuoted);
    EXPECT_EQ(includes[0].target, "core/a.h");
    EXPECT_EQ(includes[1].line, 2);
    EXPECT_EQ(includes[1].target, "vector");
}

TEST(HouseRules, FindEveryForbiddenHeaderInCore) {
    for (const auto* header :
         {"<gdal.h>", "<ogr_api.h>", "<cpl_conv.h>", "<proj.h>", "<QString>", "<QtWidgets>",
          "<filesystem>", "<fstream>", "<iostream>", "<unistd.h>", "<sys/mman.h>",
          "<openssl/evp.h>", "<tbb/parallel_for.h>", "<oneapi/tbb/task_arena.h>", "<geos_c.h>",
          "\"gis/crs/crs_info.h\"", "\"app/text/texts.h\"", "\"tests/support/memory_raster.h\""}) {
        EXPECT_THAT(include("core/terrain/a.cpp", header), HasSubstr("core/terrain/a.cpp:1"))
            << header;
    }
}

TEST(HouseRules, LetLibrariesIntoTheFolderThatOwnsThem) {
    EXPECT_THAT(include("core/geometry/overlay.cpp", "<geos_c.h>"), IsEmpty());
    EXPECT_THAT(include("core/engine/parallel.cpp", "<oneapi/tbb/parallel_for.h>"), IsEmpty());
    EXPECT_THAT(include("gis/platform/lock.cpp", "<sys/file.h>"), IsEmpty());
    EXPECT_THAT(include("app/platform/terminal.cpp", "<unistd.h>"), IsEmpty());
    EXPECT_THAT(include("gis/vector_io/a.cpp", "<ogrsf_frmts.h>"), IsEmpty());
    EXPECT_THAT(include("app/desktop/a.cpp", "<QMainWindow>"), IsEmpty());
    EXPECT_THAT(include("core/engine/a.cpp", "<nlohmann/json.hpp>"), IsEmpty());
}

TEST(HouseRules, FindForbiddenHeadersInGis) {
    for (const auto* header : {"<QString>", "<geos_c.h>", "<tbb/tbb.h>", "\"app/text/texts.h\""}) {
        EXPECT_THAT(include("gis/raster_io/a.h", header), HasSubstr("a.h:1")) << header;
    }
    EXPECT_THAT(include("gis/raster_io/a.cpp", "<unistd.h>"), HasSubstr("platform"));
}

TEST(HouseRules, FindForbiddenHeadersInApp) {
    for (const auto* header : {"<gdal_priv.h>", "<ogr_core.h>", "<proj.h>", "<geos_c.h>",
                               "<oneapi/tbb/info.h>", "<unistd.h>"}) {
        EXPECT_THAT(include("app/map/a.cpp", header), HasSubstr("a.cpp:1")) << header;
    }
    EXPECT_THAT(include("app/desktop/a.cpp", "<sys/types.h>"), HasSubstr("platform"));
    EXPECT_THAT(include("app/map/a.cpp", "\"app/desktop/main_window.h\""), HasSubstr("program"));
    EXPECT_THAT(include("app/desktop/a.cpp", "\"app/cli/arguments.h\""), HasSubstr("program"));
}

TEST(HouseRules, FindIncludePathsThatDoNotStartAtTheRoot) {
    EXPECT_THAT(include("core/base/a.cpp", "\"a.h\""), HasSubstr("from the root"));
    EXPECT_THAT(include("core/base/a.cpp", "\"../raster/grid.h\""), HasSubstr("from the root"));
    EXPECT_THAT(include("core/base/a.cpp", "<core/base/a.h>"), HasSubstr("from the root"));
    EXPECT_THAT(include("app/desktop/a.cpp", "\"a.moc\""), IsEmpty());
}

TEST(HouseRules, FindHeadersThatSomeCompilerLacks) {
    for (const auto* header : {"<ranges>", "<format>", "<expected>"}) {
        EXPECT_THAT(include("gis/crs/a.cpp", header), HasSubstr("compiler")) << header;
    }
}

TEST(HouseRules, FindOgrTopologyInGisAndLetTheRestOfOgrPass) {
    for (const auto* line :
         {"OGR_G_Intersection(a, b);", "geometry->MakeValid();", "shape.IsValid();",
          "OGR_G_Buffer(a, 1.0, 8);", "a->SymDifference(b);", "OGR_G_BufferEx(a);"}) {
        EXPECT_THAT(text("gis/vector_io/a.cpp", line), HasSubstr("topology")) << line;
    }
    for (const auto* line : {"OGR_G_GetPointCount(a);", "OGR_G_GetLinearGeometry(a, 0, nullptr);",
                             "window.intersects(other);", "// a->MakeValid() is not called"}) {
        EXPECT_THAT(text("gis/vector_io/a.cpp", line), IsEmpty()) << line;
    }
}

TEST(HouseRules, FindUnfinishedWorkAndViews) {
    EXPECT_THAT(text("core/a.cpp",
                     "// TO"
                     "DO: later"),
                HasSubstr("unfinished"));
    EXPECT_THAT(text("core/a.cpp",
                     "int FIX"
                     "ME = 1;"),
                HasSubstr("unfinished"));
    EXPECT_THAT(text("core/a.cpp", "int methodology = 1;"), IsEmpty());
    EXPECT_THAT(text("core/a.cpp",
                     "for (auto x : std::vi"
                     "ews::reverse(y))"),
                HasSubstr("views"));
}

TEST(HouseRules, FindFilesThatHaveGrownTooLong) {
    const auto ofLines = [](int count) {
        std::string content;
        for (int line = 0; line < count; ++line) {
            content += "int x;\n";
        }
        return content;
    };
    EXPECT_THAT(textBreaches({"core/a.cpp", ofLines(400)}), IsEmpty());
    EXPECT_THAT(toText(textBreaches({"core/a.cpp", ofLines(401)})), HasSubstr("401 lines"));
    EXPECT_THAT(textBreaches({"tests/core/a_test.cpp", ofLines(500)}), IsEmpty());
    EXPECT_THAT(toText(textBreaches({"tests/core/a_test.cpp", ofLines(501)})), HasSubstr("501"));
}

TEST(HouseRules, FindHeadersWithoutGuard) {
    EXPECT_THAT(text("core/a.h", "int x;"), HasSubstr("#pragma once"));
    EXPECT_THAT(text("core/a.h", "#pragma once"), IsEmpty());
}

TEST(HouseRules, FindForbiddenLinks) {
    EXPECT_THAT(
        link("core/CMakeLists.txt", "target_link_libraries(lommer_core PRIVATE GDAL::GDAL)"),
        HasSubstr("links GDAL::GDAL"));
    EXPECT_THAT(link("core/CMakeLists.txt", "target_link_libraries(c\n  PUBLIC\n  lommer_gis)"),
                HasSubstr(":3: links lommer_gis"));
    EXPECT_THAT(link("gis/CMakeLists.txt", "target_link_libraries(g PRIVATE Qt6::Core)"),
                HasSubstr("links Qt6::Core"));
    EXPECT_THAT(link("app/CMakeLists.txt", "target_link_libraries(a PRIVATE GEOS::geos_c)"),
                HasSubstr("links GEOS::geos_c"));
    EXPECT_THAT(link("app/CMakeLists.txt", "target_link_libraries(a PRIVATE Qt6::Widgets)"),
                IsEmpty());
}

TEST(HouseRules, FindLibrariesThatAreHandedOn) {
    EXPECT_THAT(link("gis/CMakeLists.txt", "target_link_libraries(g PUBLIC GDAL::GDAL)"),
                HasSubstr("hands on GDAL::GDAL"));
    EXPECT_THAT(link("gis/CMakeLists.txt",
                     "target_link_libraries(g PUBLIC lommer_core PRIVATE GDAL::GDAL)"),
                IsEmpty());
    EXPECT_THAT(link("core/CMakeLists.txt", "target_link_libraries(c TBB::tbb)"),
                HasSubstr("hands on TBB::tbb"));
}

TEST(HouseRules, FindGlobbedAndForgottenSources) {
    EXPECT_THAT(link("core/CMakeLists.txt",
                     "file(GL"
                     "OB sources *.cpp)"),
                HasSubstr("named"));
    EXPECT_THAT(link("app/CMakeLists.txt",
                     "file(GL"
                     "OB_RECURSE texts \"*.json\")"),
                IsEmpty());
    const std::vector<SourceFile> files{
        {"core/base/CMakeLists.txt", "target_sources(c a.cpp)"},
        {"core/raster/CMakeLists.txt", "add(c ../base/b.cpp c.cpp)"},
        {"core/base/a.cpp", ""},
        {"core/base/b.cpp", ""},
        {"core/base/c.cpp", ""}};
    const auto forgotten = forgottenSources(files);
    ASSERT_EQ(forgotten.size(), 1u);
    EXPECT_EQ(forgotten[0].path, "core/base/c.cpp");
}

}  // namespace
}  // namespace lommer::test
