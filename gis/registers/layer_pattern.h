#pragma once

#include "core/base/data_kind.h"
#include "core/vector/geometry_column.h"

#include <string>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// What has to be done to the values of a column.
enum class ValueRule {
    asIs,
    /// A BAG identification: its 16 digits, with the zeros that a number lost.
    bagIdentification,
    /// A list of those, as `list` reads it.
    bagIdentifications,
    /// A year; 9999 and 1005, which stand for "not known", become missing.
    buildingYear,
    /// `{a,b}` or `(2:a,b)` become `a,b`.
    list,
    /// BGT's `waardeOnbekend` becomes missing, `geenWaarde` not applicable.
    bgtTerm,
    /// Text without the spaces that pad it.
    trimmed,
    /// A code of CBS: trimmed, and with the letters and zeros that a number lost.
    areaCode,
};

/// Where a normalised column comes from.
struct ColumnRule {
    /// The name in core/subjects.
    std::string_view to;
    /// Canonical names, the first that the layer has is taken.
    std::vector<std::string_view> from;
    ValueRule rule = ValueRule::asIs;
};

/// Which rows stay.
struct RowRule {
    enum class Kind {
        /// The column has no value.
        absent,
        /// The day in the column lies after the reference date, or there is none. Where the
        /// reference date is not known, every day counts as past.
        notEnded,
        /// The day in the column does not lie after the reference date, or there is no telling.
        begun,
        /// The value is one of `values`.
        oneOf,
        /// The text holds one of `values`.
        holds,
    };
    /// Canonical names; a layer without any of them keeps its rows.
    std::vector<std::string_view> columns;
    Kind kind = Kind::absent;
    std::vector<std::string_view> values = {};
    /// What the rows that go are.
    enum class Leaves {
        /// Versions of the past: they never count.
        history,
        /// Planned, withdrawn, demolished.
        notInUse,
        otherSubject,
    };
    Leaves leaves = Leaves::otherSubject;
};

/// How layers of one register that hold one subject can be known, and how they are normalised.
struct LayerPattern {
    /// Empty: only its history is known.
    std::string_view subject;
    /// Of the register, in texts: `bgt`.
    std::string_view source;
    /// What canonical names of layers or files begin with; empty = any.
    std::vector<std::string_view> names;
    /// Each group: the layer has a column of one of these canonical names.
    std::vector<std::vector<std::string_view>> required;
    std::vector<core::GeometryKind> geometryKinds;
    std::vector<RowRule> rows = {};
    std::vector<ColumnRule> columns = {};
    /// Columns that no rule names stay too.
    bool keepsOthers = false;
    /// CBS numbers of -99990 and less say why there is none.
    bool hasCbsSentinels = false;
    /// The register prescribes RD New: a delivery that states no system is in it.
    bool isAlwaysRd = false;
    /// The column (canonical names) whose latest value is the reference date.
    std::vector<std::string_view> dateColumns = {};
    /// Names in the layer may have a number or year behind them: `Codering_3`, `statcode_2024`.
    bool hasNumberedNames = false;
    /// The columns that no rule names are topics of StatLine: their names lose the number, texts
    /// the spaces that pad them.
    bool hasTopics = false;
    /// A layer with one of these canonical names is something else.
    std::vector<std::string_view> excluded = {};
    /// The rows have no places.
    bool isWithoutPlaces = false;
};

std::vector<LayerPattern> bgtPatterns();
std::vector<LayerPattern> bagPatterns();
std::vector<LayerPattern> areaPatterns();
std::vector<LayerPattern> figurePatterns();
std::vector<LayerPattern> otherPatterns();

}  // namespace lommer::gis
