#pragma once

#include "core/sample/sample_layer.h"
#include "core/sample/sample_relief.h"

#include <cstdint>
#include <stop_token>

namespace lommer::core {

/// A made-up municipality to learn and to measure on: a village or a town and villages, hamlets and
/// farms, a brook, a dike along a river arm, woods and fields, with the registers of it. The same
/// area and seed give the same place, bit for bit. It is no real place: its south-west corner lies
/// at RD (220000, 442000), its codes begin with 9990.
class SampleMunicipality {
public:
    /// `areaSquareKilometres` > 0 (asserted): the place is a square of that area, its side rounded
    /// to whole metres and at least 200 m.
    SampleMunicipality(double areaSquareKilometres, std::uint64_t seed);

    const Bounds& bounds() const noexcept { return bounds_; }
    /// The grid of the whole place; the last column and row may stick out by less than a cell.
    Grid grid(double cellSizeMetres) const;
    /// Lays the place out: hands the rows of all tables to `tables`, piece by piece, and returns
    /// what the heights are made from. Throws Cancelled.
    SampleRelief layOut(SampleTableSink& tables, const std::stop_token& stop) const;

private:
    Bounds bounds_;
    std::uint64_t seed_;
};

}  // namespace lommer::core
