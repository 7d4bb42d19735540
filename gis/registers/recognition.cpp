#include "gis/registers/recognition.h"

#include "core/base/letter_case.h"
#include "gis/platform/file_error.h"
#include "gis/registers/figure_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace lommer::gis {
namespace {

using Names = std::set<std::string>;

/// The layer's own name and the file's: a database per layer often has a strange one inside.
Names namesOf(const LayerDescription& layer) {
    return {core::canonicalName(layer.name),
            core::canonicalName(utf8(layer.location.files.front().stem()))};
}

/// A column's name as patterns know it.
struct KnownName {
    std::string canonical;
    std::string stem;
};

std::vector<KnownName> columnsOf(const LayerDescription& layer) {
    std::vector<KnownName> names;
    names.reserve(layer.table.columns.size());
    for (const core::ColumnInfo& column : layer.table.columns) {
        names.push_back({core::canonicalName(column.name), canonicalStem(column.name)});
    }
    return names;
}

bool fitsColumns(const LayerPattern& pattern, const std::vector<KnownName>& columns) {
    const auto isThere = [&](std::string_view name) {
        return std::any_of(columns.begin(), columns.end(), [&](const KnownName& column) {
            return column.canonical == name || (pattern.hasNumberedNames && column.stem == name);
        });
    };
    return std::all_of(pattern.required.begin(), pattern.required.end(),
                       [&](const auto& group) {
                           return std::any_of(group.begin(), group.end(), isThere);
                       }) &&
           std::none_of(pattern.excluded.begin(), pattern.excluded.end(), isThere);
}

bool fitsName(const LayerPattern& pattern, const Names& names) {
    return pattern.names.empty() ||
           std::any_of(pattern.names.begin(), pattern.names.end(), [&](std::string_view name) {
               return std::any_of(names.begin(), names.end(),
                                  [name](const std::string& one) { return one.starts_with(name); });
           });
}

bool fitsKinds(const LayerPattern& pattern, const LayerDescription& layer) {
    if (pattern.isWithoutPlaces) {
        return !layer.table.hasGeometry;
    }
    if (pattern.geometryKinds.empty() || layer.table.kinds.empty()) {
        return pattern.geometryKinds.empty() || layer.table.hasGeometry;
    }
    return std::any_of(layer.table.kinds.begin(), layer.table.kinds.end(), [&](auto kind) {
        return std::find(pattern.geometryKinds.begin(), pattern.geometryKinds.end(), kind) !=
               pattern.geometryKinds.end();
    });
}

/// Words of a name, split at everything that is no letter or digit.
std::vector<std::string> wordsOf(const std::string& name) {
    std::vector<std::string> words(1);
    for (const char c : core::lowered(name)) {
        if (core::isLetter(c) || core::isDigit(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

/// A sheet of the AHN: 25gn1, also with a 0.5 m part 25gn1_01.
bool isSheet(const std::string& word) {
    return word.size() == 5 && std::isdigit(static_cast<unsigned char>(word[0])) != 0 &&
           std::isdigit(static_cast<unsigned char>(word[1])) != 0 &&
           std::isalpha(static_cast<unsigned char>(word[2])) != 0 &&
           std::isalpha(static_cast<unsigned char>(word[3])) != 0 &&
           std::isdigit(static_cast<unsigned char>(word[4])) != 0;
}

std::string subjectOfWords(const std::vector<std::string>& words) {
    struct Word {
        std::string_view word;
        std::string_view subject;
    };
    constexpr std::array kWords{
        Word{"dsm", "surface-height"},      Word{"dtm", "terrain-height"},
        Word{"chm", "canopy-height"},       Word{"ndvi", "vegetation-index"},
        Word{"maaiveld", "terrain-height"}, Word{"kroonhoogte", "canopy-height"}};
    for (std::size_t index = 0; index < words.size(); ++index) {
        const auto* const found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) {
            return one.word == words[index];
        });
        if (found != kWords.end()) {
            return std::string(found->subject);
        }
        const bool isBeforeSheet = index + 1 < words.size() && isSheet(words[index + 1]);
        if (isBeforeSheet && (words[index] == "r" || words[index] == "r5")) {
            return "surface-height";
        }
        if (isBeforeSheet && (words[index] == "m" || words[index] == "m5")) {
            return "terrain-height";
        }
    }
    return {};
}

/// The layer's, its file's and its folder's.
std::array<std::string, 3> namesOfRaster(const LayerDescription& layer) {
    const std::filesystem::path& first = layer.location.files.front();
    return {layer.name, utf8(first.stem()), utf8(first.parent_path().filename())};
}

std::vector<LayerPattern> allPatterns() {
    std::vector<LayerPattern> all = bgtPatterns();
    // Lists of something else may name the area of each row, so areas come behind them.
    for (auto&& group : {bagPatterns(), otherPatterns(), areaPatterns(), figurePatterns()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

}  // namespace

std::vector<const LayerPattern*> patternsOf(const LayerDescription& layer) {
    static const std::vector<LayerPattern> kPatterns = allPatterns();
    std::vector<const LayerPattern*> found;
    if (layer.kind != core::DataKind::table) {
        return found;
    }
    const std::vector<KnownName> columns = columnsOf(layer);
    const Names names = namesOf(layer);
    for (const LayerPattern& pattern : kPatterns) {
        const bool isOfOther =
            !found.empty() && (pattern.subject.empty() || found.front()->keepsOthers ||
                               found.front()->source != pattern.source);
        if (!isOfOther && fitsColumns(pattern, columns) && fitsName(pattern, names) &&
            fitsKinds(pattern, layer)) {
            found.push_back(&pattern);
        }
    }
    return found;
}

const LayerPattern* patternOf(const LayerDescription& layer, std::string_view subject) {
    const auto found = patternsOf(layer);
    const auto wanted = std::find_if(found.begin(), found.end(), [&](const LayerPattern* pattern) {
        return pattern->subject == subject;
    });
    return wanted == found.end() ? nullptr : *wanted;
}

bool hasRowsOfRegister(const LayerDescription& layer) {
    const auto patterns = patternsOf(layer);
    return std::any_of(patterns.begin(), patterns.end(),
                       [](const LayerPattern* pattern) { return !pattern->rows.empty(); });
}

std::string rasterSubject(const LayerDescription& layer) {
    for (const std::string& name : namesOfRaster(layer)) {
        std::string subject = subjectOfWords(wordsOf(name));
        if (!subject.empty()) {
            return subject;
        }
    }
    return {};
}

std::string rasterRegister(const LayerDescription& layer) {
    if (!layer.registerId.empty()) {
        return layer.registerId;
    }
    const auto names = namesOfRaster(layer);
    const bool isOfAhn = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        const std::vector<std::string> words = wordsOf(name);
        return std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return isSheet(word) || word.starts_with("ahn");
        });
    });
    return isOfAhn ? "ahn" : "";
}

}  // namespace lommer::gis
