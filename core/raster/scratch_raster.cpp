#include "core/raster/scratch_raster.h"

#include "core/base/assert.h"

#include <algorithm>
#include <span>

namespace lommer::core {
namespace {

// The file holds squares of this many cells one after another, row by row inside.
constexpr std::int64_t kSide = 256;
constexpr auto kValueBytes = static_cast<std::int64_t>(sizeof(float));

void copyRows(RasterView<const float> from, RasterView<float> to) {
    for (std::int64_t row = 0; row < from.rows(); ++row) {
        std::copy_n(from.row(row), from.columns(), to.row(row));
    }
}

}  // namespace

ScratchRaster::ScratchRaster(std::int64_t columns, std::int64_t rows, MemoryBudget& memory,
                             Scratch& scratch)
    : columns_(columns), rows_(rows), squaresAcross_((columns + kSide - 1) / kSide) {
    LOMMER_ASSERT(columns > 0 && rows > 0);
    if (memory.tryReserve(columns * rows * kValueBytes, reserved_)) {
        values_ = RasterBuffer<float>(columns, rows);
    } else {
        file_ = scratch.create();
    }
}

/// Calls `visit(square, inSquare, inWindow)` for each square of the file that `window` touches:
/// its number, and the same cells counted in the square and in the window.
template <class Visit>
void ScratchRaster::forEachRun(const CellWindow& window, const Visit& visit) const {
    LOMMER_ASSERT((CellWindow{0, 0, columns_, rows_}.contains(window)));
    if (window.isEmpty()) {
        return;
    }
    for (std::int64_t row = window.row / kSide; row * kSide < window.endRow(); ++row) {
        for (std::int64_t column = window.column / kSide; column * kSide < window.endColumn();
             ++column) {
            const CellWindow part =
                intersection(window, {column * kSide, row * kSide, kSide, kSide});
            CellWindow inSquare = part;
            inSquare.column -= column * kSide;
            inSquare.row -= row * kSide;
            CellWindow inWindow = part;
            inWindow.column -= window.column;
            inWindow.row -= window.row;
            visit(row * squaresAcross_ + column, inSquare, inWindow);
        }
    }
}

void ScratchRaster::read(const CellWindow& window, RasterView<float> values) const {
    if (isInMemory()) {
        copyRows(values_.view().part(window), values);
        return;
    }
    RasterBuffer<float> square(kSide, kSide);
    forEachRun(window,
               [&](std::int64_t number, const CellWindow& inSquare, const CellWindow& inWindow) {
                   // Whole rows of the square: what is read beside costs less than another call.
                   const auto first = static_cast<std::size_t>(inSquare.row * kSide);
                   const auto count = static_cast<std::size_t>(inSquare.rows * kSide);
                   file_->read((number * kSide * kSide + inSquare.row * kSide) * kValueBytes,
                               std::as_writable_bytes(square.values().subspan(first, count)));
                   copyRows(square.view().part(inSquare), values.part(inWindow));
               });
}

void ScratchRaster::write(const CellWindow& window, RasterView<const float> values) {
    if (isInMemory()) {
        copyRows(values, values_.view().part(window));
        return;
    }
    RasterBuffer<float> square(kSide, kSide);
    forEachRun(
        window, [&](std::int64_t number, const CellWindow& inSquare, const CellWindow& inWindow) {
            const std::int64_t start = number * kSide * kSide;
            const bool isWhole = inSquare.column == 0 &&
                                 (inSquare.columns == kSide ||
                                  inWindow.column + inSquare.columns + window.column == columns_);
            copyRows(values.part(inWindow), square.view().part(inSquare));
            if (isWhole) {  // cells beyond the raster are written too: they mean nothing
                const auto first = static_cast<std::size_t>(inSquare.row * kSide);
                file_->write((start + inSquare.row * kSide) * kValueBytes,
                             std::as_bytes(square.values().subspan(
                                 first, static_cast<std::size_t>(inSquare.rows * kSide))));
                return;
            }
            for (std::int64_t row = inSquare.row; row < inSquare.endRow(); ++row) {
                const auto first = static_cast<std::size_t>(row * kSide + inSquare.column);
                file_->write((start + row * kSide + inSquare.column) * kValueBytes,
                             std::as_bytes(square.values().subspan(
                                 first, static_cast<std::size_t>(inSquare.columns))));
            }
        });
}

std::optional<RasterView<float>> ScratchRaster::inMemory() noexcept {
    if (!isInMemory()) {
        return std::nullopt;
    }
    return values_.view();
}

}  // namespace lommer::core
