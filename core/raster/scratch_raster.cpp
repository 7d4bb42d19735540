#include "core/raster/scratch_raster.h"

#include "core/base/assert.h"

#include <algorithm>
#include <span>
#include <vector>

namespace lommer::core {
namespace {

// The file holds squares of this many cells one after another, row by row inside.
constexpr std::int64_t kSide = 256;

template <class Value>
constexpr auto kBytesOf = static_cast<std::int64_t>(sizeof(Value));

template <class Value>
void copyRows(RasterView<const Value> from, RasterView<Value> to) {
    for (std::int64_t row = 0; row < from.rows(); ++row) {
        std::copy_n(from.row(row), from.columns(), to.row(row));
    }
}

}  // namespace

template <class Value>
BasicScratchRaster<Value>::BasicScratchRaster(std::int64_t columns, std::int64_t rows,
                                              MemoryBudget& memory, Scratch& scratch)
    : columns_(columns), rows_(rows), squaresAcross_((columns + kSide - 1) / kSide) {
    LOMMER_ASSERT(columns > 0 && rows > 0);
    // What cannot spill must find room too, whatever the budget happens to be.
    constexpr std::int64_t kLeftPart = 8;
    const std::int64_t bytes = columns * rows * kBytesOf<Value>;
    const bool leavesRoom = memory.available() - bytes >= memory.total() / kLeftPart;
    if (leavesRoom && memory.tryReserve(bytes, reserved_)) {
        values_ = RasterBuffer<Value>::unfilled(columns, rows);
    } else {
        file_ = scratch.create();
    }
}

/// Calls `visit(square, inSquare, inWindow)` for each square of the file that `window` touches:
/// its number, and the same cells counted in the square and in the window.
template <class Value>
template <class Visit>
void BasicScratchRaster<Value>::forEachRun(const CellWindow& window, const Visit& visit) const {
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

template <class Value>
void BasicScratchRaster<Value>::read(const CellWindow& window, RasterView<Value> values) const {
    if (isInMemory()) {
        copyRows<Value>(values_.view().part(window), values);
        return;
    }
    auto square = RasterBuffer<Value>::unfilled(kSide, kSide);
    forEachRun(window,
               [&](std::int64_t number, const CellWindow& inSquare, const CellWindow& inWindow) {
                   // Whole rows of the square: what is read beside costs less than another call.
                   const auto first = static_cast<std::size_t>(inSquare.row * kSide);
                   const auto count = static_cast<std::size_t>(inSquare.rows * kSide);
                   file_->read((number * kSide * kSide + inSquare.row * kSide) * kBytesOf<Value>,
                               std::as_writable_bytes(square.values().subspan(first, count)));
                   copyRows<Value>(square.view().part(inSquare), values.part(inWindow));
               });
}

template <class Value>
void BasicScratchRaster<Value>::write(const CellWindow& window, RasterView<const Value> values) {
    if (isInMemory()) {
        copyRows<Value>(values, values_.view().part(window));
        return;
    }
    const bool isWholeSquares = window.column % kSide == 0 && window.columns % kSide == 0;
    auto square = isWholeSquares ? RasterBuffer<Value>::unfilled(kSide, kSide)
                                 : RasterBuffer<Value>(kSide, kSide);
    forEachRun(
        window, [&](std::int64_t number, const CellWindow& inSquare, const CellWindow& inWindow) {
            const std::int64_t start = number * kSide * kSide;
            const bool isWhole = inSquare.column == 0 &&
                                 (inSquare.columns == kSide ||
                                  inWindow.column + inSquare.columns + window.column == columns_);
            copyRows<Value>(values.part(inWindow), square.view().part(inSquare));
            if (isWhole) {  // cells beyond the raster are written too: they mean nothing
                const auto first = static_cast<std::size_t>(inSquare.row * kSide);
                file_->write((start + inSquare.row * kSide) * kBytesOf<Value>,
                             std::as_bytes(square.values().subspan(
                                 first, static_cast<std::size_t>(inSquare.rows * kSide))));
                return;
            }
            for (std::int64_t row = inSquare.row; row < inSquare.endRow(); ++row) {
                const auto first = static_cast<std::size_t>(row * kSide + inSquare.column);
                file_->write((start + row * kSide + inSquare.column) * kBytesOf<Value>,
                             std::as_bytes(square.values().subspan(
                                 first, static_cast<std::size_t>(inSquare.columns))));
            }
        });
}

template <class Value>
void BasicScratchRaster<Value>::clear() {
    if (isInMemory()) {
        std::fill(values_.values().begin(), values_.values().end(), Value{});
        return;
    }
    const std::vector<Value> square(static_cast<std::size_t>(kSide * kSide));
    const std::int64_t squares = squaresAcross_ * ((rows_ + kSide - 1) / kSide);
    for (std::int64_t number = 0; number < squares; ++number) {
        file_->write(number * kSide * kSide * kBytesOf<Value>, std::as_bytes(std::span(square)));
    }
}

template <class Value>
std::optional<RasterView<Value>> BasicScratchRaster<Value>::inMemory() noexcept {
    if (!isInMemory()) {
        return std::nullopt;
    }
    return values_.view();
}

template class BasicScratchRaster<float>;
template class BasicScratchRaster<std::uint32_t>;
template class BasicScratchRaster<std::uint8_t>;

}  // namespace lommer::core
