#include "core/sample/sample_tables.h"

#include "core/sample/area_rows.h"
#include "core/sample/bag_rows.h"
#include "core/sample/bgt_rows.h"

#include <cmath>

namespace lommer::core {
namespace {

std::vector<ColumnInfo> treeColumns() {
    return {{"boomnummer"},
            {"boomsoort"},
            {"boomhoogte", ColumnType::real, Unit::metre},
            {"kroondiameter", ColumnType::real, Unit::metre},
            {"plantjaar", ColumnType::integer, Unit::year},
            {"beheerder"}};
}

std::vector<ColumnInfo> wayColumns() {
    return {{"osm_id"}, {"highway"}, {"name"}, {"foot"}, {"surface"}};
}

struct WayTerms {
    std::string_view highway;
    std::string_view surface;
};

/// Terms of OpenStreetMap.
WayTerms termsOf(WayKind kind) noexcept {
    switch (kind) {
        case WayKind::regional:
            return {"secondary", "asphalt"};
        case WayKind::local:
            return {"unclassified", "asphalt"};
        case WayKind::street:
            return {"residential", "paving_stones"};
        case WayKind::pedestrian:
            return {"pedestrian", "paving_stones"};
        case WayKind::foot:
            return {"footway", "fine_gravel"};
        case WayKind::track:
            return {"track", "ground"};
    }
    return {};
}

}  // namespace

struct SampleTables::Parts {
    Parts(SampleTableSink& sink, SampleRelief& heights, const Bounds& bounds, std::uint64_t seed)
        : relief(heights),
          bgt(sink, seed),
          bag(sink, seed),
          areas(sink, bounds, seed),
          trees(sink, SampleLayer::trees, treeColumns(), GeometryKind::point),
          ways(sink, SampleLayer::ways, wayColumns(), GeometryKind::line) {}

    SampleRelief& relief;
    BgtRows bgt;
    BagRows bag;
    AreaRows areas;
    SampleLayerRows trees;
    SampleLayerRows ways;
    std::int64_t treeCount = 0;
    std::int64_t wayCount = 0;
};

SampleTables::SampleTables(SampleTableSink& sink, SampleRelief& relief, const Bounds& bounds,
                           std::uint64_t seed)
    : parts_(std::make_unique<Parts>(sink, relief, bounds, seed)) {}

SampleTables::~SampleTables() = default;

void SampleTables::take(SurfacePart part) {
    parts_->areas.count(part);
    parts_->bgt.add(part);
}

void SampleTables::take(const SampleBuilding& building) {
    parts_->areas.count(building);
    parts_->bgt.add(building, parts_->bag.add(building));
    parts_->relief.add(building);
}

void SampleTables::take(const SampleTree& tree) {
    parts_->relief.add(tree);
    if (!tree.isRegistered) {
        return;
    }
    parts_->bgt.add(tree);
    const auto tenths = [](double metres) { return std::round(metres * 10.0) / 10.0; };
    parts_->trees.text("B" + padded(++parts_->treeCount, 6))
        .text(treeSpecies(tree.species))
        .real(tenths(static_cast<double>(tree.heightMetres)))
        .real(tenths(2.0 * static_cast<double>(tree.crownRadiusMetres)))
        .integer(tree.plantedYear)
        .text("gemeente")
        .point({std::round(tree.place.x * 1000.0) / 1000.0,
                std::round(tree.place.y * 1000.0) / 1000.0});
}

void SampleTables::take(SampleWay way) {
    const WayTerms terms = termsOf(way.kind);
    parts_->ways.text(std::to_string(900'000'000 + ++parts_->wayCount))
        .text(terms.highway)
        .textOrNone(way.street < 0 ? std::string() : streetName(way.street))
        .text("yes")
        .text(terms.surface)
        .line(way.line);
}

void SampleTables::take(const ReliefLine& line) {
    parts_->relief.add(line);
}

void SampleTables::takeBasin(const std::vector<Point>& ring) {
    parts_->relief.addBasin(ring);
}

void SampleTables::take(SampleArea area) {
    parts_->areas.add(std::move(area));
}

void SampleTables::finish() {
    parts_->areas.finish();
    parts_->bgt.flush();
    parts_->bag.flush();
    parts_->trees.flush();
    parts_->ways.flush();
}

}  // namespace lommer::core
