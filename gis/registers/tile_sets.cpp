#include "gis/registers/tile_sets.h"

#include "core/base/bounds.h"
#include "gis/platform/file_error.h"
#include "gis/registers/recognition.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::Bounds;

/// The name with "#" for each part that holds a digit: "dtm_25gn1_2020" becomes "dtm_#_#".
std::string patternOf(const std::string& stem) {
    constexpr const char* kSeparators = "_-. ";
    std::string pattern;
    std::size_t start = 0;
    while (start <= stem.size()) {
        const auto end = std::min(stem.find_first_of(kSeparators, start), stem.size());
        const std::string part = stem.substr(start, end - start);
        const bool hasDigit = part.find_first_of("0123456789") != std::string::npos;
        pattern += hasDigit ? "#" : part;
        pattern += end < stem.size() ? stem.substr(end, 1) : "";
        start = end + 1;
    }
    return pattern;
}

/// What its name says it is: M5_37EN1 and R5_37EN1 are two kinds of height.
std::string subjectOf(const RasterHeader& file) {
    LayerDescription layer;
    layer.kind = core::DataKind::raster;
    layer.name = utf8(file.path.stem());
    layer.location.files = {file.path};
    return rasterSubject(layer);
}

bool isWholeNumber(double cells) {
    constexpr double kSliver = 1e-3;
    return std::abs(cells - std::round(cells)) <= kSliver;
}

bool isAligned(const RasterHeader& a, const RasterHeader& b) {
    return isWholeNumber((a.left - b.left) / a.cellWidth) &&
           isWholeNumber((a.top - b.top) / a.cellHeight);
}

bool overlapsMuch(const RasterHeader& a, const RasterHeader& b) {
    constexpr double kLargestShare = 0.1;
    const Bounds one = a.bounds();
    const Bounds other = b.bounds();
    const Bounds common = core::intersection(one, other);
    const double smallest = std::min(one.width() * one.height(), other.width() * other.height());
    return common.width() > 0.0 && common.height() > 0.0 &&
           common.width() * common.height() > kLargestShare * smallest;
}

using Members = std::vector<const RasterHeader*>;

bool formOneRaster(const Members& members) {
    for (std::size_t one = 0; one < members.size(); ++one) {
        if (!isAligned(*members.front(), *members[one])) {
            return false;
        }
        for (std::size_t other = one + 1; other < members.size(); ++other) {
            if (overlapsMuch(*members[one], *members[other])) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

std::vector<std::vector<fs::path>> tileSetsOf(const std::vector<RasterHeader>& files) {
    using Key = std::tuple<fs::path, std::string, std::string, std::string, int, double, double>;
    std::map<Key, std::size_t> found;
    std::vector<Members> groups;
    for (const RasterHeader& file : files) {
        const Key key{file.path.parent_path(),
                      patternOf(utf8(file.path.stem())),
                      subjectOf(file),
                      file.crs,
                      static_cast<int>(file.type),
                      file.cellWidth,
                      file.cellHeight};
        const auto [place, isNew] = found.try_emplace(key, groups.size());
        if (isNew) {
            groups.emplace_back();
        }
        groups[place->second].push_back(&file);
    }
    std::vector<std::vector<fs::path>> sets;
    for (const Members& group : groups) {
        const bool isOne = formOneRaster(group);
        for (std::size_t index = 0; index < group.size(); ++index) {
            if (index == 0 || !isOne) {
                sets.emplace_back();
            }
            sets.back().push_back(group[index]->path);
        }
    }
    return sets;
}

}  // namespace lommer::gis
