#pragma once

#include "core/disclosure/profile.h"
#include "core/vector/table.h"

#include <span>
#include <string>
#include <utility>

namespace lommer::core {

/// Something that has passed the privacy check for a profile and may leave the house. Exporters
/// take nothing else, and only this folder makes one.
template <class Value>
class Released {
public:
    const Value& value() const noexcept { return value_; }
    ReleaseProfile profile() const noexcept { return profile_; }

private:
    friend class PrivacyCheck;
    Released(Value value, ReleaseProfile profile) : value_(std::move(value)), profile_(profile) {}

    Value value_;
    ReleaseProfile profile_;
};

/// What something shows of one layer.
struct ShownLayer {
    /// What it is called in messages.
    std::string layer;
    /// The figures that can be read off; no columns where there are none.
    Table figures = {};
    /// What its places or cells tell by themselves.
    PrivacyClass places = PrivacyClass::open;
};

/// The gate for one profile. Every way out of the program goes through it.
class PrivacyCheck {
public:
    explicit PrivacyCheck(ReleaseProfile profile) noexcept : profile_(profile) {}

    /// `table` with counts of persons or addresses below the profile's limit withheld (`secret`),
    /// also where their class fits the profile.
    /// A column without any value passes.
    /// Throws Error privacy-level naming the first column that does not fit the profile.
    Released<Table> release(const Table& table, const std::string& layer) const;

    /// Something made of layers (a page, a picture, a file): passes where all that it shows would
    /// pass as it is. Throws Error privacy-level where a column does not fit, or where a count
    /// would have to be withheld, which the thing made cannot undo; privacy-places where the places
    /// do not fit.
    template <class Value>
    Released<Value> release(Value value, std::span<const ShownLayer> shown) const {
        for (const ShownLayer& one : shown) {
            requireUnchanged(one);
        }
        return {std::move(value), profile_};
    }

private:
    void requireUnchanged(const ShownLayer& shown) const;

    ReleaseProfile profile_;
};

}  // namespace lommer::core
