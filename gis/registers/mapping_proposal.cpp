#include "gis/registers/mapping_proposal.h"

#include "core/base/letter_case.h"
#include "core/subjects/code_lists.h"
#include "core/subjects/subject_words.h"
#include "core/subjects/subjects.h"
#include "gis/platform/file_error.h"
#include "gis/registers/figure_names.h"
#include "gis/registers/recognition.h"
#include "gis/vector_io/csv_value.h"

#include <algorithm>
#include <set>
#include <vector>

namespace lommer::gis {
namespace {

using core::ColumnInfo;
using core::ColumnType;
using core::SubjectColumn;

// How sure a name makes of a column: the subject's own name, a usual other one, one of these with a
// number, year or unit behind it, and one as a part of it.
constexpr double kOwnName = 1.0;
constexpr double kUsualName = 0.95;
constexpr double kNumberedName = 0.85;
constexpr double kPartOfName = 0.6;

// What speaks for a subject: a word in the layer's name, a column with a name that only it has, and
// one with a name that many have. Below the last, nothing is proposed.
constexpr double kLayerWord = 0.4;
constexpr double kTellingColumn = 0.25;
constexpr double kCommonColumn = 0.08;
constexpr double kEnough = 0.4;
constexpr double kColumnEnough = 0.4;

constexpr std::int64_t kRowsLookedAt = 1000;
/// A part of a name has to be at least that long: `id` is in half of all words.
constexpr std::size_t kShortestPart = 5;

double likenessOf(std::string_view name, std::string_view word) {
    const std::string canonical = core::canonicalName(name);
    if (canonical == word) {
        return 1.0;
    }
    const std::string stem = canonicalStem(name);
    const bool isInMetres = stem.size() > 2 && stem.ends_with('m');
    if (stem == word || (isInMetres && stem.substr(0, stem.size() - 1) == word)) {
        return kNumberedName;
    }
    // A height in centimetres or a class of heights is no height in metres.
    const bool isOfOtherKind =
        stem.ends_with("cm") || stem.ends_with("mm") || stem.find("klasse") != std::string::npos;
    const bool isPart =
        !isOfOtherKind && word.size() >= kShortestPart && canonical.find(word) != std::string::npos;
    return isPart ? kPartOfName : 0.0;
}

struct NameScore {
    double score = 0.0;
    /// The word by which the name was known.
    std::string word = {};
};

NameScore nameScore(std::string_view subject, const SubjectColumn& column, std::string_view name) {
    const std::string own = core::canonicalName(column.name);
    NameScore best{kOwnName * likenessOf(name, own), own};
    for (const std::string_view word : core::columnWords(subject, column.name)) {
        const double score = kUsualName * likenessOf(name, word);
        if (score > best.score) {
            best = {score, std::string(word)};
        }
    }
    return best;
}

/// The share of `rows` with a value that `isGood(row)` holds for; 1 without rows that have one.
template <class IsGood>
double shareOf(const core::Column& values, const IsGood& isGood) {
    std::int64_t filled = 0;
    std::int64_t good = 0;
    const std::int64_t last = std::min(values.size(), kRowsLookedAt);
    for (std::int64_t row = 0; row < last; ++row) {
        if (values.isPresent(row) && !values.displayAt(row).empty()) {
            ++filled;
            good += isGood(row) ? 1 : 0;
        }
    }
    return filled == 0 ? 1.0 : static_cast<double>(good) / static_cast<double>(filled);
}

bool isNumeric(ColumnType type) noexcept {
    return type == ColumnType::integer || type == ColumnType::real;
}

bool isNumberText(std::string_view text) {
    const NumberForm form = numberFormOf(trimmed(text));
    return form != NumberForm::none;
}

/// From 0 to 1: how many values can be those of the column.
double valueScore(const SubjectColumn& column, const ColumnInfo& info, const core::Column* values) {
    const bool isNumber = isNumeric(column.type);
    if (isNumber && !isNumeric(info.type) && info.type != ColumnType::text) {
        return 0.0;
    }
    if (values == nullptr) {
        return 1.0;
    }
    if (column.unit == core::Unit::year) {
        constexpr double kFirst = 1000.0;
        constexpr double kLast = 2100.0;
        return shareOf(*values, [&](std::int64_t row) {
            const auto year = parseNumber(trimmed(values->displayAt(row)), '.');
            return year && ((*year >= kFirst && *year <= kLast) || *year == 0.0 || *year == 9999.0);
        });
    }
    if (isNumber) {
        return shareOf(*values,
                       [&](std::int64_t row) { return isNumberText(values->displayAt(row)); });
    }
    const core::CodeList* list =
        column.codeList.empty() ? nullptr : core::findCodeList(column.codeList);
    return list == nullptr ? 1.0 : shareOf(*values, [&](std::int64_t row) {
        return list->contains(trimmed(values->displayAt(row)));
    });
}

struct Candidate {
    const SubjectColumn* to = nullptr;
    const ColumnInfo* from = nullptr;
    NameScore name;
    double score = 0.0;
};

/// All pairs that might be, the best first.
std::vector<Candidate> candidatesOf(const core::Subject& subject, const LayerDescription& layer,
                                    const core::Table& rows) {
    std::vector<Candidate> candidates;
    for (const SubjectColumn& column : subject.columns) {
        for (const ColumnInfo& info : layer.table.columns) {
            NameScore name = nameScore(subject.id, column, info.name);
            if (name.score < kColumnEnough) {
                continue;
            }
            const auto index = rows.indexOf(info.name);
            const double score =
                name.score * valueScore(column, info, index ? &rows.column(*index) : nullptr);
            if (score >= kColumnEnough) {
                candidates.push_back({&column, &info, std::move(name), score});
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return candidates;
}

/// The words of a name: `Bomen_2024-v2` has `bomen`, `2024` and `v2`.
std::set<std::string> wordsOf(std::string_view name) {
    std::set<std::string> words;
    std::string word;
    for (const char c : core::lowered(name) + ' ') {
        const bool isPart = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPart) {
            word += c;
        } else {
            words.insert(std::move(word));
            word.clear();
        }
    }
    words.insert(nameWithoutDigits(name));
    return words;
}

bool hasLayerWord(std::string_view subject, const LayerDescription& layer) {
    const auto wanted = core::layerWords(subject);
    for (const std::string& name :
         {layer.name, utf8(layer.location.files.empty() ? std::filesystem::path()
                                                        : layer.location.files.front().stem())}) {
        const std::set<std::string> words = wordsOf(name);
        if (std::any_of(wanted.begin(), wanted.end(), [&words](std::string_view word) {
                return words.contains(std::string(word));
            })) {
            return true;
        }
    }
    return false;
}

/// The subject's columns that the register finds by itself → the canonical names of the delivery's.
std::map<std::string, std::string> foundBy(const LayerPattern& pattern,
                                           const std::vector<std::string>& delivery) {
    std::map<std::string, std::string> columns;
    for (const ColumnRule& rule : pattern.columns) {
        const auto known =
            std::find_if(rule.from.begin(), rule.from.end(), [&delivery](std::string_view name) {
                return std::binary_search(delivery.begin(), delivery.end(), name);
            });
        if (known != rule.from.end()) {
            columns[std::string(rule.to)] = *known;
        }
    }
    return columns;
}

/// What a register knows, with columns that it does not know beside; nothing where there are none,
/// and where the register says which rows count, which a mapping cannot.
std::optional<MappingProposal> completed(const LayerPattern& pattern, const LayerDescription& layer,
                                         const core::Table& rows) {
    if (!pattern.rows.empty() || pattern.subject.empty()) {
        return std::nullopt;
    }
    const MappingProposal guessed = proposeMappingFor(pattern.subject, layer, rows);
    MappingProposal proposal = guessed;
    proposal.score = 1.0;
    proposal.mapping.columns = foundBy(pattern, guessed.mapping.delivery);
    proposal.columnScores.clear();
    std::set<std::string> used;
    for (const auto& [to, from] : proposal.mapping.columns) {
        proposal.columnScores[to] = 1.0;
        used.insert(from);
    }
    bool isMore = false;
    for (const auto& [to, from] : guessed.mapping.columns) {
        if (!proposal.mapping.columns.contains(to) && !used.contains(from)) {
            proposal.mapping.columns[to] = from;
            proposal.columnScores[to] = guessed.columnScores.at(to);
            isMore = true;
        }
    }
    return isMore ? std::optional(proposal) : std::nullopt;
}

}  // namespace

MappingProposal proposeMappingFor(std::string_view subject, const LayerDescription& layer,
                                  const core::Table& rows) {
    MappingProposal proposal;
    proposal.mapping.subject = subject;
    proposal.mapping.delivery = deliveryOf(layer.table);
    if (proposal.mapping.delivery.empty()) {
        proposal.mapping.name = nameWithoutDigits(layer.name);
    }
    const core::Subject* known = core::findSubject(subject);
    if (known == nullptr) {
        return proposal;
    }
    double evidence = hasLayerWord(subject, layer) ? kLayerWord : 0.0;
    std::set<const ColumnInfo*> used;
    for (const Candidate& candidate : candidatesOf(*known, layer, rows)) {
        const std::string to(candidate.to->name);
        if (proposal.mapping.columns.contains(to) || !used.insert(candidate.from).second) {
            continue;
        }
        proposal.mapping.columns[to] = core::canonicalName(candidate.from->name);
        proposal.columnScores[to] = candidate.score;
        evidence += candidate.score *
                    (core::isCommonName(candidate.name.word) ? kCommonColumn : kTellingColumn);
    }
    proposal.score = std::min(1.0, evidence);
    return proposal;
}

std::optional<MappingProposal> proposeMapping(const LayerDescription& layer,
                                              const core::Table& rows) {
    const auto patterns = patternsOf(layer);
    if (!patterns.empty()) {
        return completed(*patterns.front(), layer, rows);
    }
    std::optional<MappingProposal> best;
    for (const core::Subject& subject : core::subjects()) {
        if (subject.kind != core::DataKind::table || !fitsPlaces(subject.id, layer.table)) {
            continue;
        }
        MappingProposal proposal = proposeMappingFor(subject.id, layer, rows);
        if (proposal.score >= kEnough && (!best || proposal.score > best->score)) {
            best = std::move(proposal);
        }
    }
    return best;
}

}  // namespace lommer::gis
