// Widths after what is usual for municipal streets (CROW, ASVV): carriageways of 4.8 to 6.4 m,
// footways from 1.8 m, parking bays of 2 m, regional roads of 7 m with a cycle path beside them.

#include "core/sample/street_profile.h"

namespace lommer::core {

StripProfile::StripProfile(std::vector<Band> bands, std::optional<std::size_t> walkedBand,
                           WayKind way)
    : bands_(std::move(bands)), walkedBand_(walkedBand), way_(way) {
    double total = 0.0;
    double middle = 0.0;
    for (std::size_t index = 0; index < bands_.size(); ++index) {
        if (walkedBand_ == index) {
            middle = total + bands_[index].widthMetres / 2.0;
        }
        total += bands_[index].widthMetres;
    }
    double start = walkedBand_ ? -middle : -total / 2.0;
    starts_.push_back(start);
    for (const Band& band : bands_) {
        start += band.widthMetres;
        starts_.push_back(start);
    }
}

StripProfile regionalRoad() {
    return {{{Cover::ditch, 2.6},
             {Cover::verge, 4.5, 16.0},
             {Cover::regionalRoad, 7.0},
             {Cover::verge, 4.0, 16.0},
             {Cover::cyclePath, 3.0},
             {Cover::verge, 2.0}},
            2,
            WayKind::regional};
}

StripProfile countryRoad() {
    return {{{Cover::ditch, 1.8},
             {Cover::verge, 2.6, 12.0},
             {Cover::localRoad, 4.6},
             {Cover::verge, 2.8, 12.0}},
            2,
            WayKind::local};
}

StripProfile distributorRoad() {
    return {{{Cover::footPath, 2.0},
             {Cover::cyclePath, 2.0},
             {Cover::plantedGreen, 2.4, 11.0},
             {Cover::localRoad, 6.4},
             {Cover::plantedGreen, 2.4, 11.0},
             {Cover::cyclePath, 2.0},
             {Cover::footPath, 2.0}},
            3,
            WayKind::local};
}

namespace {

/// In the middle of a village; one in two is for people on foot.
StripProfile centreStreet(std::int64_t variant) {
    if (variant == 0) {
        return {{{Cover::pedestrianArea, 9.0}}, 0, WayKind::pedestrian};
    }
    return {{{Cover::footPath, 2.4},
             {Cover::localRoad, 5.0},
             {Cover::parking, 2.0},
             {Cover::footPath, 2.2}},
            1,
            WayKind::street};
}

}  // namespace

StripProfile streetFor(LandUse use, std::int64_t variant) {
    if (use == LandUse::core || use == LandUse::square) {
        return centreStreet(variant);
    }
    if (use == LandUse::business) {
        return {{{Cover::verge, 3.0, 14.0},
                 {Cover::localRoad, 6.6},
                 {Cover::verge, 2.0},
                 {Cover::footPath, 1.8}},
                1,
                WayKind::street};
    }
    if (use == LandUse::villas) {
        return {{{Cover::plantedGreen, 3.0, 13.0},
                 {Cover::localRoad, 5.0},
                 {Cover::plantedGreen, 2.2},
                 {Cover::footPath, 1.6}},
                1,
                WayKind::street};
    }
    if (variant == 0 && use != LandUse::oldStreets) {
        return {{{Cover::footPath, 1.8},
                 {Cover::localRoad, 4.8},
                 {Cover::parking, 2.0},
                 {Cover::plantedGreen, 2.2, 10.0},
                 {Cover::footPath, 1.8}},
                1,
                WayKind::street};
    }
    return {{{Cover::footPath, 1.8},
             {Cover::localRoad, 4.8},
             {Cover::parking, 2.0},
             {Cover::footPath, 1.8}},
            1,
            WayKind::street};
}

StripProfile alley() {
    return {{{Cover::plantedGreen, 1.6}, {Cover::footPath, 2.0}, {Cover::plantedGreen, 2.4, 15.0}},
            1,
            WayKind::foot};
}

StripProfile dirtRoad() {
    return {{{Cover::verge, 1.8, 9.0}, {Cover::dirtRoad, 3.0}, {Cover::verge, 1.8, 9.0}},
            1,
            WayKind::track};
}

StripProfile ditch(double waterMetres) {
    return {{{Cover::bank, 1.2}, {Cover::ditch, waterMetres}, {Cover::bank, 1.2}},
            std::nullopt,
            WayKind::track};
}

StripProfile hedgeBank() {
    return {{{Cover::hedgeBank, 5.0, 4.5}}, std::nullopt, WayKind::track};
}

StripProfile brook(double waterMetres) {
    return {{{Cover::bank, 3.0},
             {Cover::brook, waterMetres},
             {Cover::bank, 3.0},
             {Cover::lawn, 2.0, 17.0},
             {Cover::footPath, 2.0},
             {Cover::lawn, 1.5}},
            4,
            WayKind::foot};
}

StripProfile dike() {
    return {{{Cover::pasture, 11.0},
             {Cover::verge, 1.2},
             {Cover::localRoad, 3.4},
             {Cover::verge, 1.2},
             {Cover::pasture, 11.0}},
            2,
            WayKind::local};
}

StripProfile riverArm(double waterMetres) {
    return {{{Cover::reeds, 4.0}, {Cover::brook, waterMetres}, {Cover::reeds, 6.0}},
            std::nullopt,
            WayKind::track};
}

bool isWater(Cover cover) noexcept {
    return cover == Cover::brook || cover == Cover::ditch || cover == Cover::pond;
}

bool isWay(Cover cover) noexcept {
    return cover <= Cover::dirtRoad && cover != Cover::parking;
}

}  // namespace lommer::core
