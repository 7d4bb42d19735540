#include "gis/raster_io/geotiff_sink.h"

#include "core/base/assert.h"
#include "core/base/error.h"
#include "gis/platform/identity.h"
#include "gis/raster_io/output_file.h"
#include "gis/raster_io/storage.h"
#include "gis/raster_io/tile_codec.h"
#include "gis/raster_io/tile_queue.h"

#include <cstdio>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace lommer::gis {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

struct TileKey {
    std::size_t level;
    std::int64_t row;
    std::int64_t column;

    // NOLINTNEXTLINE(modernize-use-nullptr): the check takes <=> for a comparison with 0
    friend auto operator<=>(const TileKey&, const TileKey&) = default;
};

// Of a tile that begins with the cells of `window`, those that lie beyond the raster.
void fillBeyond(const core::CellWindow& window, core::RasterView<float> tile) {
    for (std::int64_t row = 0; row < tile.rows(); ++row) {
        const std::int64_t from = row < window.rows ? window.columns : 0;
        std::fill_n(tile.row(row) + from, tile.columns() - from, kHole);
    }
}

// Tiles that have some of their cells, but not all yet.
class OpenTiles {
public:
    struct Tile {
        explicit Tile(const core::CellWindow& window)
            : values(core::RasterBuffer<float>::unfilled(kTileSide, kTileSide)),
              missingCells(window.cellCount()) {
            fillBeyond(window, values.view());
        }
        core::RasterBuffer<float> values;
        std::int64_t missingCells;
    };

    /// `window`: what of the raster the tile has.
    Tile& at(const TileKey& key, const core::CellWindow& window) {
        const std::lock_guard lock(mutex_);
        return tiles_.try_emplace(key, window).first->second;
    }
    // Counts cells that were filled in; hands out the tile when none is missing any more.
    std::optional<Tile> count(const TileKey& key, std::int64_t cells) {
        const std::lock_guard lock(mutex_);
        const auto found = tiles_.find(key);
        found->second.missingCells -= cells;
        LOMMER_ASSERT(found->second.missingCells >= 0);
        if (found->second.missingCells > 0) {
            return std::nullopt;
        }
        return std::move(tiles_.extract(found).mapped());
    }

private:
    std::mutex mutex_;
    std::map<TileKey, Tile> tiles_;
};

class Writer : public GeoTiffSink {
public:
    Writer(const std::filesystem::path& path, const core::Grid& grid, Options options)
        : grid_(grid),
          options_(std::move(options)),
          layout_(grid, options_.storage, options_.description),
          digests_(layout_.levels()[0].tileOffsets.size()),
          file_(path),
          queue_(file_, layout_),
          codec_(options_.storage) {
        // Zeros until all is well: a file cut short can never pass for a whole one.
        file_.append(std::vector<std::byte>(layout_.headBytes()));
    }

    const core::Grid& grid() const noexcept override { return grid_; }
    void write(const core::CellWindow& window, core::RasterView<const float> values) override;
    WrittenFile finish() override;

private:
    void writeTile(const TileKey& key, const core::CellWindow& window,
                   core::RasterView<const float> values);
    void finishTile(const TileKey& key, core::RasterView<const float> tile);
    void addToOverview(const TileKey& key, core::RasterView<const float> tile);
    void throwIfStopped() const {
        if (options_.stop.stop_requested()) {
            throw core::Cancelled{};
        }
    }
    bool isContinuous() const noexcept { return options_.storage == core::StorageType::float32; }
    std::string contentHash() const;

    core::Grid grid_;
    Options options_;
    TiffLayout layout_;
    std::vector<std::string> digests_;
    OutputFile file_;
    TileQueue queue_;
    TileCodec codec_;
    OpenTiles open_;
};

void Writer::write(const core::CellWindow& window, core::RasterView<const float> values) {
    LOMMER_ASSERT(!window.isEmpty() && grid_.window().contains(window));
    LOMMER_ASSERT(values.columns() == window.columns && values.rows() == window.rows);
    for (auto row = window.row / kTileSide; row * kTileSide < window.endRow(); ++row) {
        for (auto column = window.column / kTileSide; column * kTileSide < window.endColumn();
             ++column) {
            throwIfStopped();
            writeTile({0, row, column}, window, values);
        }
    }
}

void Writer::writeTile(const TileKey& key, const core::CellWindow& window,
                       core::RasterView<const float> values) {
    const auto whole = layout_.levels()[0].tileWindow(key.row, key.column);
    const auto part = core::intersection(whole, window);
    const auto source = values.part(part.countedFrom(window));
    const core::CellWindow inTile = part.countedFrom(whole);
    if (part == whole) {
        auto tile = TileCodec::tile();
        fillBeyond(whole, tile);
        copyRounded(source, tile.part(inTile), options_.resolutionExponent);
        finishTile(key, tile);
        return;
    }
    auto& begun = open_.at(key, whole);
    copyRounded(source, begun.values.view().part(inTile), options_.resolutionExponent);
    if (const auto full = open_.count(key, part.cellCount())) {
        finishTile(key, full->values.view());
    }
}

void Writer::finishTile(const TileKey& key, core::RasterView<const float> tile) {
    const auto& level = layout_.levels()[key.level];
    if (key.level == 0) {
        const auto window = level.tileWindow(key.row, key.column);
        digests_[static_cast<std::size_t>(key.row * level.tilesAcross() + key.column)] =
            codec_.digest(tile, window.columns, window.rows);
    }
    queue_.add(key.level, key.row, key.column, codec_.encode(tile));
    if (key.level + 1 < layout_.levels().size()) {
        addToOverview(key, tile);
    }
}

void Writer::addToOverview(const TileKey& key, core::RasterView<const float> tile) {
    constexpr auto kHalf = kTileSide / 2;
    const TileKey above{key.level + 1, key.row / 2, key.column / 2};
    const auto& level = layout_.levels()[above.level];
    const auto whole = level.tileWindow(above.row, above.column);
    const auto part =
        core::intersection(whole, {key.column * kHalf, key.row * kHalf, kHalf, kHalf});
    auto& begun = open_.at(above, whole);
    halve(tile, begun.values.view().part(part.countedFrom(whole)), isContinuous());
    if (const auto full = open_.count(above, part.cellCount())) {
        finishTile(above, full->values.view());
    }
}

std::string Writer::contentHash() const {
    char header[256];
    std::snprintf(header, sizeof(header), "lommer raster 1 %a %a %a %lld %lld %s\n", grid_.left(),
                  grid_.top(), grid_.cellSize(), static_cast<long long>(grid_.columns()),
                  static_cast<long long>(grid_.rows()),
                  std::string(storageName(options_.storage)).c_str());
    const std::string head = header;
    Sha256 sha;
    sha.add(head.data(), head.size());
    for (const auto& digest : digests_) {
        sha.add(digest.data(), digest.size());
    }
    return sha.finish();
}

WrittenFile Writer::finish() {
    LOMMER_ASSERT(queue_.isComplete());
    file_.overwriteStart(layout_.encode());
    file_.close();
    const auto& path = file_.path();
    WrittenFile written{path, contentHash(), sha256OfFile(path, options_.stop),
                        static_cast<std::int64_t>(std::filesystem::file_size(path))};
    file_.keep();
    return written;
}

}  // namespace

std::unique_ptr<GeoTiffSink> GeoTiffSink::create(const std::filesystem::path& path,
                                                 const core::Grid& grid, const Options& options) {
    return std::make_unique<Writer>(path, grid, options);
}

}  // namespace lommer::gis
