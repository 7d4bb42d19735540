#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace lommer::core {

/// What lies on the ground of a cell.
enum class HeatCover : std::uint8_t {
    unknown,   // no height: no value
    building,  // no value
    water,     // no value
    tree,      // under a crown: always in the shade
    green,
    paved,  // and all else that is dry
};

/// What layers of polygons say of a cell, before heights are looked at.
namespace heat_flags {
inline constexpr std::uint8_t kBuilding = 1;
inline constexpr std::uint8_t kWater = 2;
inline constexpr std::uint8_t kGreen = 4;
inline constexpr std::uint8_t kTree = 8;
}  // namespace heat_flags

/// A cell between the stages of the heat map: how much sky it sees, in which hours the sun shines
/// on it and what covers it, in 32 bits.
class HeatCell {
public:
    /// Hours whose sun and shade fit in.
    static constexpr int kMostHours = 16;
    /// The sky view factor is kept to 2^-12, as it is written.
    static constexpr float kSkyScale = 4096.0F;

    HeatCell() = default;
    explicit HeatCell(std::uint32_t bits) noexcept : bits_(bits) {}

    std::uint32_t bits() const noexcept { return bits_; }
    /// NaN where unknown.
    float skyView() const noexcept {
        const std::uint32_t steps = bits_ & kSkyMask;
        return steps == kSkyMask ? std::numeric_limits<float>::quiet_NaN()
                                 : static_cast<float>(steps) / kSkyScale;
    }
    /// The sky view in steps of 1 / kSkyScale; only where it is known.
    std::int32_t skySteps() const noexcept { return static_cast<std::int32_t>(bits_ & kSkyMask); }
    void setSkyView(float value) noexcept {
        bits_ = (bits_ & ~kSkyMask) |
                (std::isnan(value) ? kSkyMask
                                   : static_cast<std::uint32_t>(std::nearbyint(value * kSkyScale)));
    }
    /// One bit per hour.
    std::uint32_t sunlit() const noexcept { return (bits_ >> kSunShift) & kSunMask; }
    void setSunlit(int hour, bool isLit) noexcept {
        const unsigned shift = kSunShift + static_cast<unsigned>(hour);
        bits_ = (bits_ & ~(1U << shift)) | (static_cast<std::uint32_t>(isLit) << shift);
    }
    HeatCover cover() const noexcept { return static_cast<HeatCover>(bits_ >> kCoverShift); }
    void setCover(HeatCover cover) noexcept {
        bits_ = (bits_ & ((1U << kCoverShift) - 1U)) |
                (static_cast<std::uint32_t>(cover) << kCoverShift);
    }
    /// True where a person can stand and the heat map has a value.
    bool hasValue() const noexcept {
        return cover() >= HeatCover::tree && (bits_ & kSkyMask) != kSkyMask;
    }

private:
    static constexpr std::uint32_t kSkyMask = 0x1FFFU;
    static constexpr unsigned kSunShift = 13;
    static constexpr std::uint32_t kSunMask = 0xFFFFU;
    static constexpr unsigned kCoverShift = 29;

    std::uint32_t bits_ = kSkyMask;
};

/// The outcome of a cell for figures per area: felt temperature to 1/64 K, hours in the shade, and
/// whether people live nearby. Whole numbers below 2^24, which single precision holds exactly.
class HeatOutcome {
public:
    static constexpr float kSteps = 64.0F;     // per K
    static constexpr float kLowest = -100.0F;  // °C

    HeatOutcome(float petCelsius, int shadedHours, bool isBuiltUp) noexcept
        : code_((static_cast<std::uint32_t>(std::nearbyint((petCelsius - kLowest) * kSteps))
                 << kPetShift) |
                (static_cast<std::uint32_t>(shadedHours) << 1U) | (isBuiltUp ? 1U : 0U)) {}
    explicit HeatOutcome(std::uint32_t code) noexcept : code_(code) {}

    std::uint32_t code() const noexcept { return code_; }
    bool isBuiltUp() const noexcept { return (code_ & 1U) != 0; }
    std::uint32_t shadedHours() const noexcept { return (code_ >> 1U) & 0x1FU; }
    /// Steps of 1/64 K above kLowest.
    std::uint32_t petStep() const noexcept { return code_ >> kPetShift; }
    static double celsiusOf(std::uint32_t petStep) noexcept {
        return static_cast<double>(petStep) / static_cast<double>(kSteps) +
               static_cast<double>(kLowest);
    }
    static std::uint32_t stepOf(double celsius) noexcept {
        return static_cast<std::uint32_t>(
            std::lround((celsius - static_cast<double>(kLowest)) * static_cast<double>(kSteps)));
    }

private:
    static constexpr unsigned kPetShift = 6;

    std::uint32_t code_;
};

}  // namespace lommer::core
