#pragma once

#include "core/base/bounds.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace lommer::core {

/// Port: where a place in RD lies on the globe.
class GeoLocator {
public:
    struct Position {
        double latitudeDegrees = 0.0;
        double longitudeDegrees = 0.0;
        /// Angle from true north to grid north, clockwise: grid azimuth = true azimuth - this.
        double meridianConvergenceDegrees = 0.0;
    };

    virtual ~GeoLocator() = default;
    /// `place` in RD metres. Throws Error transformation-too-coarse outside the Netherlands.
    virtual Position locate(Point place) const = 0;
};

/// Port: bytes on disk that vanish with the object. Reads and writes from any thread, at places
/// that do not overlap.
class ScratchFile {
public:
    virtual ~ScratchFile() = default;
    virtual void write(std::int64_t offset, std::span<const std::byte> bytes) = 0;
    virtual void read(std::int64_t offset, std::span<std::byte> bytes) const = 0;
};

/// Port: makes scratch files in the run's partial folder. Throws Error disk-full.
class Scratch {
public:
    virtual ~Scratch() = default;
    virtual std::unique_ptr<ScratchFile> create() = 0;
};

}  // namespace lommer::core
