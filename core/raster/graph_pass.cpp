#include "core/raster/graph_pass.h"

#include "core/base/assert.h"
#include "core/raster/tile_pass.h"

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

namespace lommer::core {
namespace {

/// What a tile hands on: its areas that reach its border, and which of them lies where.
struct TileBorder {
    CellWindow cells;
    std::vector<ConnectedArea> areas;
    /// Indices in `areas` or -1, from north to south or from west to east.
    std::vector<std::int32_t> west;
    std::vector<std::int32_t> east;
    std::vector<std::int32_t> north;
    std::vector<std::int32_t> south;
    /// Where its areas begin in the numbering of all tiles.
    std::int32_t firstNode = 0;
};

/// The areas of a tile, and for those that reach its border (in order) their index.
struct TileAreas {
    RasterBuffer<float> values;
    LabelledCells found;
    std::vector<std::int32_t> atBorder;
};

std::int64_t bytesPerCell() {
    // Values, classes and labels; in the worst case of a chessboard also a set for every other
    // cell.
    return static_cast<std::int64_t>(sizeof(float) + 2 * sizeof(std::int32_t)) + 16;
}

TileAreas areasOf(const GraphPass& pass, const CellWindow& tile) {
    TileAreas areas{RasterBuffer<float>(tile.columns, tile.rows), {}, {}};
    pass.source.read(tile, areas.values.view());
    RasterBuffer<std::int32_t> classes(tile.columns, tile.rows);
    const auto columns = static_cast<std::size_t>(tile.columns);
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        pass.progress.checkpoint();
        pass.classesOf({areas.values.view().row(row), columns}, {classes.view().row(row), columns});
    }
    areas.found = labelConnectedAreas(classes.view(), {tile.row, tile.column}, pass.connectivity,
                                      [&] { pass.progress.checkpoint(); });
    const RasterView<std::int32_t> labels = areas.found.labels.view();
    std::vector<bool> isAtBorder(areas.found.areas.size(), false);
    const auto mark = [&](std::int64_t row, std::int64_t column) {
        if (labels(row, column) >= 0) {
            isAtBorder[static_cast<std::size_t>(labels(row, column))] = true;
        }
    };
    for (std::int64_t column = 0; column < tile.columns; ++column) {
        mark(0, column);
        mark(tile.rows - 1, column);
    }
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        mark(row, 0);
        mark(row, tile.columns - 1);
    }
    for (std::size_t index = 0; index < isAtBorder.size(); ++index) {
        if (isAtBorder[index]) {
            areas.atBorder.push_back(static_cast<std::int32_t>(index));
        }
    }
    return areas;
}

TileBorder borderOf(const CellWindow& tile, TileAreas areas) {
    TileBorder border;
    border.cells = tile;
    std::vector<std::int32_t> indexOf(areas.found.areas.size(), -1);
    for (const std::int32_t area : areas.atBorder) {
        indexOf[static_cast<std::size_t>(area)] = static_cast<std::int32_t>(border.areas.size());
        border.areas.push_back(areas.found.areas[static_cast<std::size_t>(area)]);
    }
    const RasterView<std::int32_t> labels = areas.found.labels.view();
    const auto at = [&](std::int64_t row, std::int64_t column) {
        const std::int32_t label = labels(row, column);
        return label < 0 ? -1 : indexOf[static_cast<std::size_t>(label)];
    };
    for (std::int64_t column = 0; column < tile.columns; ++column) {
        border.north.push_back(at(0, column));
        border.south.push_back(at(tile.rows - 1, column));
    }
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        border.west.push_back(at(row, 0));
        border.east.push_back(at(row, tile.columns - 1));
    }
    return border;
}

/// The areas that reach the borders of tiles, joined where they touch.
class BorderGraph {
public:
    BorderGraph(const CellWindow& wanted, Connectivity connectivity)
        : wanted_(wanted), connectivity_(connectivity) {}

    /// From any thread.
    void add(TileBorder border) {
        const std::scoped_lock lock(mutex_);
        const std::pair place{border.cells.row, border.cells.column};
        borders_.emplace(place, std::move(border));
    }

    void join() {
        numberNodes();
        // Along each line between tiles, from end to end: corners where four tiles meet are on it.
        std::map<std::int64_t, Line> columns;
        std::map<std::int64_t, Line> rows;
        for (const auto& [place, border] : borders_) {
            const CellWindow& cells = border.cells;
            const std::int64_t row = cells.row - wanted_.row;
            const std::int64_t column = cells.column - wanted_.column;
            put(columns[cells.column].after, wanted_.rows, row, border, border.west);
            put(columns[cells.endColumn()].before, wanted_.rows, row, border, border.east);
            put(rows[cells.row].after, wanted_.columns, column, border, border.north);
            put(rows[cells.endRow()].before, wanted_.columns, column, border, border.south);
        }
        for (const auto* lines : {&columns, &rows}) {
            for (const auto& [place, line] : *lines) {
                joinAcross(line);
            }
        }
        addUp();
    }

    /// The areas of a tile that reach its border, whole, in their order in that tile.
    std::vector<ConnectedArea> wholeAreas(const CellWindow& tile) {
        const std::scoped_lock lock(mutex_);
        const TileBorder& border = borders_.at({tile.row, tile.column});
        std::vector<ConnectedArea> areas;
        for (std::size_t index = 0; index < border.areas.size(); ++index) {
            areas.push_back(nodes_[static_cast<std::size_t>(
                joined_.find(border.firstNode + static_cast<std::int32_t>(index)))]);
        }
        return areas;
    }

private:
    /// The nodes of the cells on both sides of a line, by their place along it; -1 without one.
    struct Line {
        std::vector<std::int32_t> before;
        std::vector<std::int32_t> after;
    };

    void numberNodes() {
        std::size_t count = 0;
        for (auto& [place, border] : borders_) {
            border.firstNode = static_cast<std::int32_t>(count);
            count += border.areas.size();
            LOMMER_ASSERT(count < std::numeric_limits<std::int32_t>::max());
            nodes_.insert(nodes_.end(), border.areas.begin(), border.areas.end());
        }
        joined_ = JoinedSets(static_cast<std::int32_t>(count));
    }

    static void put(std::vector<std::int32_t>& nodes, std::int64_t length, std::int64_t start,
                    const TileBorder& border, const std::vector<std::int32_t>& side) {
        nodes.resize(static_cast<std::size_t>(length), -1);
        std::transform(side.begin(), side.end(), nodes.begin() + start,
                       [&](std::int32_t area) { return area < 0 ? -1 : border.firstNode + area; });
    }

    void joinAcross(const Line& line) {
        const std::int64_t reach = connectivity_ == Connectivity::edges ? 0 : 1;
        const auto length =
            static_cast<std::int64_t>(std::min(line.before.size(), line.after.size()));
        for (std::int64_t place = 0; place < length; ++place) {
            const std::int64_t last = std::min(place + reach, length - 1);
            for (std::int64_t beside = std::max<std::int64_t>(place - reach, 0); beside <= last;
                 ++beside) {
                joinNodes(line.before[static_cast<std::size_t>(place)],
                          line.after[static_cast<std::size_t>(beside)]);
            }
        }
    }

    void joinNodes(std::int32_t a, std::int32_t b) {
        if (a >= 0 && b >= 0 &&
            nodes_[static_cast<std::size_t>(a)].cellClass ==
                nodes_[static_cast<std::size_t>(b)].cellClass) {
            joined_.join(a, b);
        }
    }

    void addUp() {
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            const auto root =
                static_cast<std::size_t>(joined_.find(static_cast<std::int32_t>(node)));
            if (root == node) {
                continue;
            }
            ConnectedArea& whole = nodes_[root];
            whole.cells += nodes_[node].cells;
            const CellIndex& other = nodes_[node].first;
            if (std::pair{other.row, other.column} <
                std::pair{whole.first.row, whole.first.column}) {
                whole.first = other;
            }
        }
    }

    CellWindow wanted_;
    Connectivity connectivity_;
    std::mutex mutex_;
    std::map<std::pair<std::int64_t, std::int64_t>, TileBorder> borders_;
    std::vector<ConnectedArea> nodes_;
    JoinedSets joined_;
};

}  // namespace

void runGraphPass(const GraphPass& pass, const std::function<void(const GraphTile&)>& work) {
    const TilePlan plan = planTiles(pass.wanted, pass.tileSize, pass.memory,
                                    [](std::int64_t side) { return side * side * bytesPerCell(); });
    BorderGraph graph(pass.wanted, pass.connectivity);
    GraphPass first = pass;
    first.progress = pass.progress.part(0.0, 0.5, "areas");
    forEachTile(plan.layout, first.progress,
                [&](const CellWindow& tile) { graph.add(borderOf(tile, areasOf(first, tile))); });
    graph.join();
    GraphPass second = pass;
    second.progress = pass.progress.part(0.5, 1.0, "areas");
    forEachTile(plan.layout, second.progress, [&](const CellWindow& tile) {
        TileAreas areas = areasOf(second, tile);
        const std::vector<ConnectedArea> whole = graph.wholeAreas(tile);
        for (std::size_t index = 0; index < whole.size(); ++index) {
            areas.found.areas[static_cast<std::size_t>(areas.atBorder[index])] = whole[index];
        }
        work({tile, areas.values.view(), areas.found.labels.view(), areas.found.areas});
    });
}

}  // namespace lommer::core
