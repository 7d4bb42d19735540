#pragma once

#include "app/text/texts.h"
#include "core/engine/explanation.h"

#include <QString>
#include <vector>

namespace lommer::app {

/// A name and what stands beside it.
struct PlaceLine {
    QString name;
    QString value;
};

/// A share as people read it.
struct ShownShare {
    QString name;
    /// Rounded to tenths.
    double amount = 0.0;
    /// "+1,4 °C".
    QString text;
};

/// Shares in tenths that add up to `total` tenths: each rounded, and where that does not come out,
/// those moved by one that were rounded the most.
std::vector<int> tenthsOf(const std::vector<core::PlaceShare>& shares, int total);

/// An explanation in words, as panel and command line show it. All values with a decimal: what is
/// shown adds up as it is shown.
class PlaceText {
public:
    /// All outlive this object.
    PlaceText(const core::PlaceExplanation& explanation, std::string analysis, const Texts& texts);

    /// "Hier voelt het gemiddeld als 42,1 °C aan, 6,2 °C warmer dan open gras in hetzelfde weer.",
    /// or why there is no value.
    QString sentence() const;
    /// In the order of the analysis; none where the place has no value.
    std::vector<ShownShare> shares() const;
    std::vector<PlaceLine> facts() const { return linesOf(explanation_.facts); }
    std::vector<PlaceLine> factsOf(std::size_t moment) const;
    /// By the Dutch clock: "16.00 uur".
    QString hourOf(std::size_t moment) const;
    /// A text of the section `explanation` without values.
    QString word(const char* key) const;

private:
    std::vector<PlaceLine> linesOf(const std::vector<core::PlaceFact>& facts) const;
    QString valueText(const core::PlaceFact& fact) const;

    const core::PlaceExplanation& explanation_;
    std::string analysis_;
    const Texts& texts_;
};

}  // namespace lommer::app
