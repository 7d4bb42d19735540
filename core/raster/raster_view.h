#pragma once

#include "core/base/large_memory.h"
#include "core/raster/grid.h"

#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace lommer::core {

/// A rectangle of values that someone else owns, row by row, `stride` values from row to row.
/// Cheap to copy. `Value` is `const` for reading.
template <class Value>
class RasterView {
public:
    RasterView(Value* values, std::int64_t columns, std::int64_t rows, std::int64_t stride) noexcept
        : values_(values), columns_(columns), rows_(rows), stride_(stride) {}

    /// A writable view is also a readable one.
    // NOLINTNEXTLINE(google-explicit-constructor)
    operator RasterView<const Value>() const noexcept {
        return {values_, columns_, rows_, stride_};
    }

    std::int64_t columns() const noexcept { return columns_; }
    std::int64_t rows() const noexcept { return rows_; }
    std::int64_t stride() const noexcept { return stride_; }
    Value* row(std::int64_t index) const noexcept { return values_ + index * stride_; }
    Value& operator()(std::int64_t rowIndex, std::int64_t column) const noexcept {
        return values_[rowIndex * stride_ + column];
    }
    /// The part at (column, row) of the given size, in this view's own counting.
    RasterView part(const CellWindow& window) const noexcept {
        return {values_ + window.row * stride_ + window.column, window.columns, window.rows,
                stride_};
    }

private:
    Value* values_;
    std::int64_t columns_;
    std::int64_t rows_;
    std::int64_t stride_;
};

/// Leaves what it makes room for as it is, where a vector would write zeros first; for many values.
template <class Value>
struct UnfilledAllocator : std::allocator<Value> {
    template <class Other>
    // NOLINTNEXTLINE(readability-identifier-naming): allocators spell it so
    struct rebind {
        using other = UnfilledAllocator<Other>;
    };
    Value* allocate(std::size_t count) {
        return static_cast<Value*>(allocateLarge(count * sizeof(Value)));
    }
    void deallocate(Value* place, std::size_t count) noexcept {
        freeLarge(place, count * sizeof(Value));
    }
    template <class Made>
    void construct(Made* place) noexcept {
        ::new (static_cast<void*>(place)) Made;
    }
    template <class Made, class... Arguments>
    void construct(Made* place, Arguments&&... arguments) {
        ::new (static_cast<void*>(place)) Made(std::forward<Arguments>(arguments)...);
    }
};

/// A rectangle of values of its own.
template <class Value>
class RasterBuffer {
public:
    RasterBuffer() = default;
    /// With no values at first: for whoever writes each of them before reading it.
    static RasterBuffer unfilled(std::int64_t columns, std::int64_t rows) {
        RasterBuffer buffer;
        buffer.columns_ = columns;
        buffer.rows_ = rows;
        buffer.values_.resize(static_cast<std::size_t>(columns * rows));
        return buffer;
    }
    RasterBuffer(std::int64_t columns, std::int64_t rows, Value fill = {})
        : columns_(columns), rows_(rows), values_(static_cast<std::size_t>(columns * rows), fill) {}

    std::int64_t columns() const noexcept { return columns_; }
    std::int64_t rows() const noexcept { return rows_; }
    RasterView<Value> view() noexcept { return {values_.data(), columns_, rows_, columns_}; }
    RasterView<const Value> view() const noexcept {
        return {values_.data(), columns_, rows_, columns_};
    }
    std::span<Value> values() noexcept { return values_; }
    std::span<const Value> values() const noexcept { return values_; }

private:
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::vector<Value, UnfilledAllocator<Value>> values_;
};

}  // namespace lommer::core
