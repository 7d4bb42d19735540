#pragma once

#include "core/vector/table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// What can be put right without knowing more than the data themselves, in the order in which it is
/// done.
enum class RepairKind {
    /// Signs that were read in the wrong encoding.
    encoding,
    /// Spaces around texts.
    spaces,
    /// Zeros at the start of codes, and the letters before codes of CBS.
    leadingZeros,
    /// Texts that are numbers with a decimal comma.
    decimalComma,
    /// Numbers and dates that stand for "no value".
    sentinels,
    /// Rows that are equal to an earlier one in every column and in their place.
    duplicateRows,
};

std::span<const RepairKind> allRepairKinds() noexcept;
/// Stable id in files: `leading-zeros`.
std::string_view toText(RepairKind kind) noexcept;
std::optional<RepairKind> repairKindFromText(std::string_view text) noexcept;

/// A repair that someone asked for. The data themselves stay as they are: it is done on the way in.
struct DataRepair {
    RepairKind kind = RepairKind::spaces;
    /// Empty for duplicate rows.
    std::string column = {};

    friend bool operator==(const DataRepair&, const DataRepair&) = default;
};

/// How many cells (or rows) one repair changed.
struct DoneRepair {
    DataRepair repair;
    std::int64_t count = 0;
    /// Texts that are no number and no mark for "no value", missing after `decimalComma`.
    std::int64_t lost = 0;
};

struct RepairedTable {
    Table table;
    std::vector<DoneRepair> done;
};

/// What the column is after these repairs: codes become text, numbers with a comma real.
ColumnInfo repairedInfo(const ColumnInfo& info, std::span<const DataRepair> repairs);

/// Does the repairs in the order of `RepairKind`, whatever order they are given in; those of
/// columns that the table lacks do nothing. `subject` tells what its codes look like
/// (core/subjects). `whole`: what `table` is a part of, where it is one: all of a column tells what
/// its dots mean. Null: nothing. Throws Cancelled.
RepairedTable repairTable(std::string_view subject, const Table& table,
                          std::span<const DataRepair> repairs, const std::stop_token& stop = {},
                          const Table* whole = nullptr);

/// True where a number or a day (as the column's type says) stands for "no value": -9999, -99999,
/// -32768, -99990 and less (CBS), the lowest float; 9999 in a column of years; 1 January 1900 and
/// 1 January of the year 1.
bool isSentinel(const Column& column, std::int64_t row);

}  // namespace lommer::core
