// Names, values and rules by which deliveries are known.

#include "gis/registers/recognition.h"

#include "core/base/letter_case.h"
#include "core/subjects/code_lists.h"
#include "core/subjects/subjects.h"
#include "gis/registers/normalised_table.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <set>

namespace lommer::gis {
namespace {

LayerDescription rasterAt(const std::string& path, const std::string& name) {
    LayerDescription layer;
    layer.kind = core::DataKind::raster;
    layer.name = name;
    layer.location.files = {path};
    return layer;
}

TEST(RasterRegister, IsTheAhnWhereItsNamesSaySo) {
    EXPECT_EQ(rasterRegister(rasterAt("a/R_25GN1.TIF", "R_25GN1")), "ahn");
    EXPECT_EQ(rasterRegister(rasterAt("AHN4 DSM/a.tif", "a")), "ahn");
    EXPECT_EQ(rasterRegister(rasterAt("ours/dsm.tif", "dsm")), "");
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

TEST(Patterns, ListsThatNameTheMunicipalityOfTheirRowsAreNoMunicipalities) {
    const auto subjectOf = [](const std::vector<std::string>& columns) {
        LayerDescription layer;
        layer.name = "laag";
        layer.location.files = {"laag.gpkg"};
        layer.table.hasGeometry = true;
        layer.table.kinds = {core::GeometryKind::polygon};
        for (const std::string& name : columns) {
            layer.table.columns.push_back({name});
        }
        const auto patterns = patternsOf(layer);
        return patterns.empty() ? std::string() : std::string(patterns.front()->subject);
    };
    EXPECT_EQ(subjectOf({"gemeentecode", "gemeentenaam", "jaar"}), "municipalities");
    EXPECT_EQ(subjectOf({"plannaam", "planstatus", "gemeentecode", "gemeentenaam"}),
              "housing-plans");
    EXPECT_EQ(subjectOf({"gewascode", "gewas", "gemeentecode", "gemeentenaam"}), "crop-parcels");
    EXPECT_EQ(subjectOf({"kernnaam", "gemeentecode", "gemeentenaam"}), "");
    EXPECT_EQ(subjectOf({"buurtcode", "buurtnaam", "gemeentecode", "gemeentenaam"}),
              "neighbourhoods");
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
