#include "core/subjects/data_check.h"

#include "core/base/error.h"
#include "core/subjects/code_lists.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <optional>
#include <unordered_set>

namespace lommer::core {
namespace {

constexpr std::size_t kExamples = 5;
constexpr std::int64_t kRowsPerCheck = 16'384;
/// RD coordinates of the European Netherlands, with room for the sea.
constexpr Bounds kNetherlands{0.0, 300'000.0, 300'000.0, 640'000.0};

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text, std::size_t count) noexcept {
    return text.size() == count && std::all_of(text.begin(), text.end(), isDigit);
}

/// Codes of the country and its parts: NL00, PV25, CR07; with fewer rules than those below.
bool isWiderArea(std::string_view key) noexcept {
    constexpr std::size_t kLetters = 2;
    return key.size() >= kLetters + 2 &&
           std::all_of(key.begin(), key.begin() + kLetters,
                       [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::all_of(key.begin() + kLetters, key.end(), isDigit) && !key.starts_with("BU") &&
           !key.starts_with("WK") && !key.starts_with("GM");
}

/// What a key has to look like; nothing where it is free.
std::optional<bool> hasKeyForm(std::string_view subject, std::string_view key) {
    const auto isCode = [key](std::string_view letters, std::size_t digits) {
        return key.starts_with(letters) && areDigits(key.substr(2), digits);
    };
    if (subject == "address-units" || subject == "dwellings" || subject == "addresses") {
        return areDigits(key, 16);
    }
    if (subject == "neighbourhoods") {
        return isCode("BU", 8);
    }
    if (subject == "districts") {
        return isCode("WK", 6);
    }
    if (subject == "municipalities") {
        return isCode("GM", 4);
    }
    if (subject == "area-figures") {
        return isCode("BU", 8) || isCode("WK", 6) || isCode("GM", 4) || isWiderArea(key);
    }
    return std::nullopt;
}

struct Range {
    double lowest;
    double highest;
};

/// Between which numbers a value of that unit lies.
std::optional<Range> rangeOf(const SubjectColumn& column) {
    switch (column.unit) {
        case Unit::percent:
            return Range{0.0, 100.0};
        case Unit::fraction:
            return Range{0.0, 1.0};
        case Unit::year:
            return Range{1000.0, 2100.0};
        case Unit::degreeCelsius:
            return Range{-50.0, 60.0};
        case Unit::degree:
            return Range{0.0, 360.0};
        case Unit::metrePerSecond:
        case Unit::millimetre:
            return Range{0.0, 200.0};
        case Unit::squareMetre:
            return Range{1.0, 999'998.0};  // 999999 stands for unknown in the BAG
        default:
            return std::nullopt;
    }
}

class Checker {
public:
    Checker(const Subject& subject, const Table& table, const std::stop_token& stop)
        : subject_(subject), table_(table), stop_(stop) {}

    DataCheck run() {
        count("rows-present", {}, table_.rowCount() == 0 ? 1 : 0, CheckOutcome::remarks);
        for (const SubjectColumn& column : subject_.columns) {
            checkColumn(column);
        }
        if (!subject_.geometryKinds.empty()) {
            checkPlaces();
        }
        return std::move(check_);
    }

private:
    /// Adds the finding of a rule that `keeps(row)` tells for every row.
    template <class Keeps>
    void forRows(std::string rule, std::string column, const Keeps& keeps, bool mayBeSome) {
        CheckFinding finding{std::move(rule), std::move(column)};
        for (std::int64_t row = 0; row < table_.rowCount(); ++row) {
            if (row % kRowsPerCheck == 0 && stop_.stop_requested()) {
                throw Cancelled{};
            }
            if (keeps(row)) {
                continue;
            }
            ++finding.rows;
            if (finding.examples.size() < kExamples) {
                finding.examples.push_back(row);
            }
        }
        constexpr std::int64_t kOneIn = 20;
        const bool areFew = mayBeSome && kOneIn * finding.rows <= table_.rowCount();
        finding.outcome = finding.rows == 0 ? CheckOutcome::passed
                          : areFew          ? CheckOutcome::remarks
                                            : CheckOutcome::failed;
        check_.findings.push_back(std::move(finding));
    }

    void count(std::string rule, std::string column, std::int64_t rows, CheckOutcome outcome) {
        check_.findings.push_back(
            {std::move(rule), std::move(column), rows == 0 ? CheckOutcome::passed : outcome, rows});
    }

    void checkColumn(const SubjectColumn& declared) {
        const std::string name(declared.name);
        const auto index = table_.indexOf(name);
        if (declared.isRequired) {
            count("column-present", name, index ? 0 : table_.rowCount(), CheckOutcome::failed);
        }
        if (!index) {
            return;
        }
        const Column& column = table_.column(*index);
        const bool isKey = declared.isRequired && column.info().type == ColumnType::text;
        if (isKey) {
            checkKey(name, column);
        }
        if (!declared.codeList.empty() && column.info().type == ColumnType::text) {
            checkCodes(name, column, *findCodeList(declared.codeList));
        }
        if (const auto range = rangeOf(declared); range && column.isNumeric()) {
            forRows(
                "value-in-range", name,
                [&](std::int64_t row) {
                    const double value = column.numberAt(row);
                    return std::isnan(value) || (value >= range->lowest && value <= range->highest);
                },
                true);
        }
    }

    void checkKey(const std::string& name, const Column& column) {
        const auto isFilled = [&column](std::int64_t row) {
            return column.isPresent(row) && !column.textAt(row).empty();
        };
        forRows("key-filled", name, isFilled, false);
        std::unordered_set<std::string> seen;
        forRows(
            "key-unique", name,
            [&](std::int64_t row) {
                return !isFilled(row) || seen.insert(keyAt(column, row)).second;
            },
            true);
        if (hasKeyForm(subject_.id, "")) {
            forRows(
                "key-form", name,
                [&](std::int64_t row) {
                    return !isFilled(row) || *hasKeyForm(subject_.id, column.textAt(row));
                },
                true);
        }
    }

    /// Figures of an area come in several periods, kinds of homes, kinds of crime: its code and all
    /// texts together are the key.
    std::string keyAt(const Column& column, std::int64_t row) const {
        std::string key(column.textAt(row));
        if (subject_.id != "area-figures") {
            return key;
        }
        for (const ColumnPointer& other : table_.columns()) {
            if (!other->isNumeric() || other->info().name == "periode") {
                key += '\0';
                key += other->displayAt(row);
            }
        }
        return key;
    }

    /// A cell may hold several codes with commas between.
    void checkCodes(const std::string& name, const Column& column, const CodeList& list) {
        forRows(
            "code-known", name,
            [&](std::int64_t row) {
                if (!column.isPresent(row) || list.contains(column.textAt(row))) {
                    return true;
                }
                const std::string_view text = column.textAt(row);
                for (std::size_t start = 0; start <= text.size();) {
                    const std::size_t end = std::min(text.find(',', start), text.size());
                    if (!list.contains(text.substr(start, end - start))) {
                        return false;
                    }
                    start = end + 1;
                }
                return true;
            },
            true);
    }

    void checkPlaces() {
        if (!table_.hasGeometry()) {
            count("place-present", {}, table_.rowCount(), CheckOutcome::failed);
            return;
        }
        const GeometryColumn& places = table_.geometries();
        const auto kindOf = [&places](std::int64_t row) {
            return places.kinds[static_cast<std::size_t>(row)];
        };
        const auto hasPlace = [&](std::int64_t row) { return kindOf(row) != GeometryKind::none; };
        forRows("place-present", {}, hasPlace, true);
        forRows(
            "place-kind", {},
            [&](std::int64_t row) {
                return !hasPlace(row) ||
                       std::find(subject_.geometryKinds.begin(), subject_.geometryKinds.end(),
                                 kindOf(row)) != subject_.geometryKinds.end();
            },
            true);
        forRows(
            "place-inside", {},
            [&](std::int64_t row) {
                const Bounds box = places.boundsOf(row);
                return box.isEmpty() ||
                       (box.xmin >= kNetherlands.xmin && box.xmax <= kNetherlands.xmax &&
                        box.ymin >= kNetherlands.ymin && box.ymax <= kNetherlands.ymax);
            },
            true);
        checkPlacesTwice(places);
    }

    /// Rows with exactly the points of an earlier row; shared points are normal for points.
    void checkPlacesTwice(const GeometryColumn& places) {
        const bool arePoints = subject_.geometryKinds == std::vector{GeometryKind::point};
        if (arePoints) {
            return;
        }
        std::unordered_set<std::string> seen;
        forRows(
            "place-unique", {},
            [&](std::int64_t row) {
                const auto feature = static_cast<std::size_t>(row);
                const auto firstRing = places.partOffsets[places.featureOffsets[feature]];
                const auto lastRing = places.partOffsets[places.featureOffsets[feature + 1]];
                if (firstRing == lastRing) {
                    return true;
                }
                const Point* first = places.points.data() + places.ringOffsets[firstRing];
                const Point* last = places.points.data() + places.ringOffsets[lastRing];
                std::string bytes;
                bytes.reserve(static_cast<std::size_t>(last - first) * sizeof(Point));
                for (const Point* point = first; point != last; ++point) {
                    for (const double value : {point->x, point->y}) {
                        const auto raw = std::bit_cast<std::array<char, sizeof(double)>>(value);
                        bytes.append(raw.data(), raw.size());
                    }
                }
                return seen.insert(std::move(bytes)).second;
            },
            true);
    }

    const Subject& subject_;
    const Table& table_;
    const std::stop_token& stop_;
    DataCheck check_;
};

}  // namespace

std::string_view toText(CheckOutcome outcome) noexcept {
    constexpr std::array<std::string_view, 3> kTexts{"passed", "remarks", "failed"};
    return kTexts[static_cast<std::size_t>(outcome)];
}

CheckOutcome DataCheck::outcome() const noexcept {
    CheckOutcome worst = CheckOutcome::passed;
    for (const CheckFinding& finding : findings) {
        worst = std::max(worst, finding.outcome);
    }
    return worst;
}

DataCheck checkData(const Subject& subject, const Table& table, const std::stop_token& stop) {
    return Checker(subject, table, stop).run();
}

}  // namespace lommer::core
