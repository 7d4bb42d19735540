#pragma once

#include "core/sample/sample_records.h"
#include "core/sample/settlements.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lommer::core {

/// One band of a street or a water, as wide as it is everywhere.
struct Band {
    Cover cover = Cover::verge;
    double widthMetres = 0.0;
    /// Of the row of trees in it; 0: none.
    double treeSpacingMetres = 0.0;
};

/// What lies side by side in a street, a ditch, a dike: bands from the low side of a plan line to
/// its high side. The line itself is the middle of the band on which one walks, or of the whole.
class StripProfile {
public:
    StripProfile(std::vector<Band> bands, std::optional<std::size_t> walkedBand, WayKind way);

    const std::vector<Band>& bands() const noexcept { return bands_; }
    /// Of the band that people walk or drive on; nothing for a ditch.
    const std::optional<std::size_t>& walkedBand() const noexcept { return walkedBand_; }
    bool isWalked() const noexcept { return walkedBand_.has_value(); }
    WayKind way() const noexcept { return way_; }
    /// Metres from the line to where band `index` starts; of the number of bands: where all ends.
    double startOf(std::size_t index) const noexcept { return starts_[index]; }
    double low() const noexcept { return starts_.front(); }
    double high() const noexcept { return starts_.back(); }

private:
    std::vector<Band> bands_;
    std::optional<std::size_t> walkedBand_;
    WayKind way_;
    std::vector<double> starts_;
};

StripProfile regionalRoad();
/// In the fields.
StripProfile countryRoad();
/// Through a village.
StripProfile distributorRoad();
/// Between houses of that use; `variant` picks one of a few.
StripProfile streetFor(LandUse use, std::int64_t variant);
StripProfile alley();
StripProfile dirtRoad();
StripProfile ditch(double waterMetres);
StripProfile hedgeBank();
StripProfile brook(double waterMetres);
StripProfile dike();
StripProfile riverArm(double waterMetres);

bool isWater(Cover cover) noexcept;
/// True for what bears traffic on a bridge.
bool isWay(Cover cover) noexcept;

}  // namespace lommer::core
