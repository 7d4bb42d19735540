#pragma once

#include "core/analyses/basic/feature_layer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lommer::core {

/// A feature with a part inside an area.
struct InsidePart {
    std::int64_t area = 0;
    std::int64_t feature = 0;
    /// Length of a line or area of a polygon inside, and the share of the feature that this is;
    /// a point has size 0 and share 1.
    double size = 0.0;
    double share = 1.0;
};

struct InsideParts {
    /// By area, then by feature.
    std::vector<InsidePart> parts;
    std::vector<FailedOverlay> failed;
    /// Features without a part in any area.
    std::int64_t outsideCount = 0;
};

/// What of the features lies in the areas. A point counts once on an edge that areas share
/// (`holdsPoint`); a feature of several points counts where one of them does. Throws Cancelled.
InsideParts insideParts(const FeatureLayer& areas, const FeatureLayer& features,
                        const std::vector<RowPair>& pairs, const Progress& progress);

/// Makes the columns of `count-in-areas`: a value for each area. They have the highest privacy
/// class of both layers.
class AreaCounts {
public:
    AreaCounts(const FeatureLayer& areas, const FeatureLayer& features, const InsideParts& inside);

    /// `count`, `length_inside`, `area_inside`; the latter two are `notApplicable` where the
    /// features hold no lines or polygons at all.
    std::vector<Column> basic(ColumnNames& names) const;
    /// `<figure>_sum` and `<figure>_mean`: every feature weighs for the share inside. The sum over
    /// areas that fit together is the total. An area with no features has sum 0 and no mean; one
    /// where all figures are missing has neither. `missing` counts missing figures inside areas.
    std::vector<Column> figures(ColumnNames& names, const std::string& figure,
                                std::int64_t& missing) const;
    /// `per_km2`: features per square kilometre of area.
    Column density(ColumnNames& names) const;

private:
    std::size_t firstPartOf(std::int64_t area) const {
        return first_[static_cast<std::size_t>(area)];
    }
    Column sizes(ColumnNames& names, const std::string& name, GeometryKind kind, Unit unit) const;

    const FeatureLayer& areas_;
    const FeatureLayer& features_;
    const InsideParts& inside_;
    std::vector<std::size_t> first_;  // the parts of area a: [first_[a], first_[a + 1])
    PrivacyClass privacy_;
};

}  // namespace lommer::core
