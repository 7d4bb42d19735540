#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lommer::core {

/// Values from `from` to `to` get `newValue` (nothing = a hole). No `from` or `to`: an open end.
/// Equal bounds hold that one value.
struct ClassRule {
    std::optional<double> from;
    std::optional<double> to;
    std::optional<double> newValue;
};

/// Which class a value on a bound between two classes belongs to.
enum class BoundBelongsTo { above, below };

/// Turns values into classes. Bounds are compared in single precision, as values are: a cell that
/// was stored as 0.1 equals the bound 0.1. Thread-safe.
class ClassTable {
public:
    /// Where rules overlap the first one holds. `keepsOthers`: a value without a rule stays as it
    /// is, else it becomes a hole.
    ClassTable(std::span<const ClassRule> rules, BoundBelongsTo belongsTo, bool keepsOthers);

    /// `result` has as many values as `values`. Holes stay holes. Returns how many values have no
    /// rule.
    std::int64_t apply(std::span<const float> values, std::span<float> result) const;

    /// The first rule that overlaps one before it, counted from 0; nothing where none does.
    std::optional<std::size_t> firstOverlap() const noexcept { return firstOverlap_; }

private:
    struct Piece {
        float value;
        bool hasRule;
    };
    // Sorted, each once. Between and on them lie the pieces: below bound 0, on bound 0, between 0
    // and 1, on 1 …
    std::vector<float> bounds_;
    std::vector<Piece> pieces_;
    bool keepsOthers_;
    std::optional<std::size_t> firstOverlap_;
};

}  // namespace lommer::core
