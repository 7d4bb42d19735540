#pragma once

#include "core/base/argument.h"
#include "core/base/unit.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lommer::core {

/// One figure (double or whole) or word (an id that `app` has a text for) about a place.
struct PlaceFact {
    std::string id;
    Argument value;
    Unit unit = Unit::none;
};

/// What one factor adds to the value of a place, or takes off it, in the value's unit.
struct PlaceShare {
    std::string id;
    double amount = 0.0;
};

/// What holds at a place at one moment.
struct PlaceMoment {
    /// UTC, 2015-07-01T14:00Z.
    std::string time;
    std::vector<PlaceFact> facts;
};

/// Why an analysis gives the value that it gives at one place.
struct PlaceExplanation {
    /// Id of the reason why the place has no value; then nothing else is set but `facts`.
    std::string hindrance = {};
    double value = 0.0;
    /// What the value is compared with.
    double reference = 0.0;
    /// Together they are `value` - `reference`.
    std::vector<PlaceShare> shares = {};
    std::vector<PlaceFact> facts = {};
    /// By time; empty where the analysis knows none.
    std::vector<PlaceMoment> moments = {};
    /// The one to show first.
    std::size_t chiefMoment = 0;
};

/// What an analysis has worked out about the surroundings of one place, for the next one.
class KeptSurroundings {
public:
    virtual ~KeptSurroundings() = default;
};

}  // namespace lommer::core
