#include "gis/raster_io/mosaic_source.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::gis {
namespace {

using core::CellWindow;
using core::RasterView;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

void fillWithHoles(RasterView<float> values) {
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        std::fill_n(values.row(row), values.columns(), kHole);
    }
}

void fillHolesFrom(RasterView<const float> from, RasterView<float> values) {
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        for (std::int64_t column = 0; column < values.columns(); ++column) {
            if (std::isnan(values(row, column))) {
                values(row, column) = from(row, column);
            }
        }
    }
}

}  // namespace

MosaicSource::MosaicSource(const core::Grid& grid, std::unique_ptr<CellReader> reader,
                           std::vector<MosaicMember> members)
    : grid_(grid), reader_(std::move(reader)), members_(std::move(members)) {}

void MosaicSource::read(const CellWindow& window, RasterView<float> values) const {
    LOMMER_ASSERT(values.columns() == window.columns && values.rows() == window.rows);
    std::vector<CellWindow> done;
    const auto upper = std::find_if(members_.begin(), members_.end(), [&](const auto& member) {
        return !core::intersection(member.window, window).isEmpty();
    });
    if (upper == members_.end() || !upper->window.contains(window)) {
        fillWithHoles(values);
    }
    for (const auto& member : members_) {
        const auto part = core::intersection(member.window, window);
        if (part.isEmpty()) {
            continue;
        }
        const auto target = values.part(part.countedFrom(window));
        const bool isFirst = std::none_of(done.begin(), done.end(), [&](const CellWindow& other) {
            return !core::intersection(other, part).isEmpty();
        });
        if (isFirst) {
            readMember(member, part, target);
        } else {
            core::RasterBuffer<float> below(part.columns, part.rows);
            readMember(member, part, below.view());
            fillHolesFrom(below.view(), target);
        }
        done.push_back(part);
    }
}

void MosaicSource::readMember(const MosaicMember& member, const CellWindow& part,
                              RasterView<float> values) const {
    if (!member.places) {
        reader_->read(member.file, 0, part.countedFrom(member.window), values);
        return;
    }
    const auto& header = reader_->files()[member.file];
    const core::SourceCells cells{header.levels[0].columns, header.levels[0].rows,
                                  [&](const CellWindow& wanted, RasterView<float> target) {
                                      reader_->read(member.file, 0, wanted, target);
                                  }};
    const auto interpolation =
        header.isClasses ? core::Interpolation::nearest : core::Interpolation::bilinear;
    core::resample(cells, *member.places, interpolation, part, values);
}

bool MosaicSource::hasOverviews() const {
    return std::all_of(members_.begin(), members_.end(), [&](const auto& member) {
        return !member.places && reader_->files()[member.file].levels.size() > 1;
    });
}

void MosaicSource::readReduced(const CellWindow& window, std::int64_t factor,
                               RasterView<float> values) const {
    if (factor == 1 || !hasOverviews()) {
        core::RasterSource::readReduced(window, factor, values);
        return;
    }
    fillWithHoles(values);
    for (const auto& member : members_) {
        readMemberReduced(member, window, factor, values);
    }
}

namespace {

// Along one axis: which squares of a reduced look have their middle in a file, and the cell of one
// of the file's levels that lies there.
class ReducedAxis {
public:
    // `offset`: the file's first cell in cells of the window; `fine`, `coarse`: cells of the file
    // and of its level.
    ReducedAxis(std::int64_t offset, std::int64_t fine, std::int64_t coarse, std::int64_t factor,
                std::int64_t squares)
        : offset_(offset),
          fine_(fine),
          coarse_(coarse),
          factor_(factor),
          first_(std::min(squares, squaresBefore(offset))),
          end_(std::min(squares, squaresBefore(offset + fine))) {}

    std::int64_t first() const noexcept { return first_; }
    std::int64_t end() const noexcept { return end_; }
    bool isEmpty() const noexcept { return first_ >= end_; }
    std::int64_t cellOf(std::int64_t square) const noexcept {
        const std::int64_t first = square * factor_ + factor_ / 2 - offset_;
        const double middle = static_cast<double>(first) + 0.5;
        const auto cell = static_cast<std::int64_t>(middle * static_cast<double>(coarse_) /
                                                    static_cast<double>(fine_));
        return std::clamp<std::int64_t>(cell, 0, coarse_ - 1);
    }

private:
    // How many squares have their middle before `cell`.
    std::int64_t squaresBefore(std::int64_t cell) const noexcept {
        return cell <= factor_ / 2 ? 0 : core::reducedCount(cell - factor_ / 2, factor_);
    }

    std::int64_t offset_;
    std::int64_t fine_;
    std::int64_t coarse_;
    std::int64_t factor_;
    std::int64_t first_;
    std::int64_t end_;
};

// The coarsest level whose cells are not larger than a square.
std::size_t levelFor(const std::vector<RasterLevel>& levels, std::int64_t factor) {
    std::size_t level = 0;
    while (level + 1 < levels.size() && levels[level + 1].columns * factor >= levels[0].columns) {
        ++level;
    }
    return level;
}

}  // namespace

void MosaicSource::readMemberReduced(const MosaicMember& member, const CellWindow& window,
                                     std::int64_t factor, RasterView<float> values) const {
    const auto& levels = reader_->files()[member.file].levels;
    const auto level = levelFor(levels, factor);
    const auto place = member.window.countedFrom(window);
    const ReducedAxis across(place.column, levels[0].columns, levels[level].columns, factor,
                             values.columns());
    const ReducedAxis down(place.row, levels[0].rows, levels[level].rows, factor, values.rows());
    if (across.isEmpty() || down.isEmpty()) {
        return;
    }
    const auto left = across.cellOf(across.first());
    core::RasterBuffer<float> line(across.cellOf(across.end() - 1) - left + 1, 1);
    for (auto row = down.first(); row < down.end(); ++row) {
        reader_->read(member.file, level, {left, down.cellOf(row), line.columns(), 1}, line.view());
        for (auto column = across.first(); column < across.end(); ++column) {
            if (std::isnan(values(row, column))) {
                values(row, column) = line.view()(0, across.cellOf(column) - left);
            }
        }
    }
}

}  // namespace lommer::gis
