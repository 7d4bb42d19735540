#pragma once

#include "core/base/unit.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lommer::core {

/// Whether a cell has a value, and if not, why. A missing figure never becomes 0.
enum class Presence : std::uint8_t {
    present,
    missing,            // the source has no value
    secret,             // withheld: too few to show
    notYetPublished,    // the source publishes it later
    notApplicable,      // the question makes no sense here
    noLongerPublished,  // the source has stopped publishing it
};

/// How sensitive a value is. A derived column gets the highest class of what it was made from.
enum class PrivacyClass : std::uint8_t { open, perAddress, personal };

enum class ColumnType : std::uint8_t {
    text,
    integer,  // 64 bits
    real,     // double; never NaN: a NaN read becomes `missing`
    boolean,
    date,      // days since 1970-01-01
    dateTime,  // milliseconds since 1970-01-01 00:00 UTC
};

std::string_view toText(ColumnType type) noexcept;
std::string_view toText(PrivacyClass privacy) noexcept;
std::string_view toText(Presence presence) noexcept;

struct ColumnInfo {
    std::string name;
    ColumnType type = ColumnType::text;
    Unit unit = Unit::none;
    PrivacyClass privacy = PrivacyClass::open;

    friend bool operator==(const ColumnInfo&, const ColumnInfo&) = default;
};

/// Texts as bytes and offsets: text i is bytes [offsets[i], offsets[i+1]). UTF-8.
struct TextArray {
    std::string bytes;
    std::vector<std::uint64_t> offsets{0};

    std::int64_t size() const noexcept { return static_cast<std::int64_t>(offsets.size()) - 1; }
    std::string_view at(std::int64_t row) const noexcept;
    void append(std::string_view text);
    void appendAll(const TextArray& other);
};

/// One column of a table. `integers` holds integer, boolean (0/1), date and dateTime.
class Column {
public:
    using Values = std::variant<TextArray, std::vector<std::int64_t>, std::vector<double>>;

    /// An empty column that grows by the append functions; `reserve` where the length is known.
    explicit Column(ColumnInfo info);
    /// Takes values over. `presence` is empty (all present) or as long as the values (asserted).
    Column(ColumnInfo info, Values values, std::vector<Presence> presence = {});

    const ColumnInfo& info() const noexcept { return info_; }
    std::int64_t size() const noexcept;
    Presence presenceAt(std::int64_t row) const noexcept {
        return presence_.empty() ? Presence::present : presence_[static_cast<std::size_t>(row)];
    }
    bool isPresent(std::int64_t row) const noexcept { return presenceAt(row) == Presence::present; }
    bool isNumeric() const noexcept {
        return info_.type == ColumnType::integer || info_.type == ColumnType::real;
    }

    /// The value at `row`; the type must be the column's (asserted). What stands where the cell is
    /// not present is empty or zero and means nothing.
    std::string_view textAt(std::int64_t row) const noexcept;
    std::int64_t integerAt(std::int64_t row) const noexcept;
    double realAt(std::int64_t row) const noexcept;
    /// integer, boolean or real as a number; NaN where not present or not a number.
    double numberAt(std::int64_t row) const noexcept;
    /// The value as text with a decimal dot, as in files; empty where not present.
    std::string displayAt(std::int64_t row) const;

    void reserve(std::int64_t rows);
    void appendText(std::string_view value);
    void appendInteger(std::int64_t value);
    /// NaN is stored as `missing`.
    void appendReal(double value);
    void appendAbsent(Presence reason = Presence::missing);
    /// Row `row` of `other`, which has the same type (asserted).
    void appendFrom(const Column& other, std::int64_t row);
    /// All rows of `other`, which has the same type (asserted), at the end of this.
    void appendAll(const Column& other);

    std::int64_t byteCount() const noexcept;
    Column withInfo(ColumnInfo info) const;

private:
    void markPresent();

    ColumnInfo info_;
    Values values_;
    std::vector<Presence> presence_;
};

using ColumnPointer = std::shared_ptr<const Column>;

}  // namespace lommer::core
