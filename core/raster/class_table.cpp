#include "core/raster/class_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// A stretch of values between two neighbouring bounds, or a bound alone (both ends equal).
struct Stretch {
    float from;
    float to;
};

bool holds(const ClassRule& rule, const Stretch& stretch, BoundBelongsTo belongsTo) {
    const float from = rule.from ? static_cast<float>(*rule.from) : -kInfinity;
    const float to = rule.to ? static_cast<float>(*rule.to) : kInfinity;
    if (stretch.from < stretch.to) {
        return stretch.from >= from && stretch.to <= to;
    }
    const float value = stretch.from;
    if (rule.from && rule.to && *rule.from == *rule.to) {
        return value == from;
    }
    return belongsTo == BoundBelongsTo::above ? value >= from && (value < to || !rule.to)
                                              : (value > from || !rule.from) && value <= to;
}

std::vector<float> boundsOf(std::span<const ClassRule> rules) {
    std::vector<float> bounds;
    for (const ClassRule& rule : rules) {
        for (const auto& bound : {rule.from, rule.to}) {
            if (bound) {
                bounds.push_back(static_cast<float>(*bound));
            }
        }
    }
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

}  // namespace

ClassTable::ClassTable(std::span<const ClassRule> rules, BoundBelongsTo belongsTo, bool keepsOthers)
    : bounds_(boundsOf(rules)), keepsOthers_(keepsOthers) {
    for (std::size_t index = 0; index < 2 * bounds_.size() + 1; ++index) {
        const float from = index == 0 ? -kInfinity : bounds_[(index - 1) / 2];
        const float to = index == 2 * bounds_.size() ? kInfinity : bounds_[index / 2];
        Piece piece{kHole, false};
        for (std::size_t number = 0; number < rules.size(); ++number) {
            const ClassRule& rule = rules[number];
            if (!holds(rule, {from, index % 2 == 1 ? from : to}, belongsTo)) {
                continue;
            }
            if (!piece.hasRule) {
                piece = {rule.newValue ? static_cast<float>(*rule.newValue) : kHole, true};
            } else {
                firstOverlap_ = std::min(firstOverlap_.value_or(number), number);
            }
        }
        pieces_.push_back(piece);
    }
}

std::int64_t ClassTable::apply(std::span<const float> values, std::span<float> result) const {
    std::int64_t without = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float value = values[i];
        if (std::isnan(value)) {
            result[i] = kHole;
            continue;
        }
        const auto next = std::lower_bound(bounds_.begin(), bounds_.end(), value);
        const bool isOnBound = next != bounds_.end() && *next == value;
        const Piece& piece =
            pieces_[static_cast<std::size_t>(next - bounds_.begin()) * 2 + (isOnBound ? 1 : 0)];
        result[i] = piece.hasRule || !keepsOthers_ ? piece.value : value;
        without += piece.hasRule ? 0 : 1;
    }
    return without;
}

}  // namespace lommer::core
