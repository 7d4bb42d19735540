#include "core/disclosure/released.h"

#include "core/base/error.h"

#include <algorithm>
#include <vector>

namespace lommer::core {
namespace {

/// Counts of things about persons or addresses, made by an analysis: figures of a source have no
/// unit before a register gives them one.
bool needsLimit(const ColumnInfo& info) {
    return info.unit == Unit::count && info.type == ColumnType::integer &&
           info.privacy > PrivacyClass::open;
}

bool isTooSmall(const Column& column, std::int64_t row, std::int64_t limit) {
    return column.isPresent(row) && column.integerAt(row) > 0 && column.integerAt(row) < limit;
}

/// Nothing to tell: only reasons why there is no value.
bool isEmpty(const Column& column) {
    std::int64_t row = 0;
    while (row < column.size() && !column.isPresent(row)) {
        ++row;
    }
    return row == column.size();
}

/// The counts with those below `limit` withheld; they fit `allowed` then.
Column protectedCounts(const Column& counts, std::int64_t limit, PrivacyClass allowed) {
    ColumnInfo info = counts.info();
    info.privacy = std::min(info.privacy, allowed);
    Column result(std::move(info));
    result.reserve(counts.size());
    for (std::int64_t row = 0; row < counts.size(); ++row) {
        if (isTooSmall(counts, row, limit)) {
            result.appendAbsent(Presence::secret);
        } else {
            result.appendFrom(counts, row);
        }
    }
    return result;
}

[[noreturn]] void refuse(const ColumnInfo& info, const std::string& layer, ReleaseProfile profile) {
    throw Error(
        ErrorCode::privacyLevel,
        {{"column", info.name}, {"layer", layer}, {"profile", std::string(toText(profile))}});
}

}  // namespace

Released<Table> PrivacyCheck::release(const Table& table, const std::string& layer) const {
    const PrivacyClass allowed = highestAllowed(profile_);
    std::vector<ColumnPointer> columns;
    for (const ColumnPointer& column : table.columns()) {
        if (needsLimit(column->info())) {
            columns.push_back(std::make_shared<const Column>(
                protectedCounts(*column, smallestCount(profile_), allowed)));
        } else if (column->info().privacy <= allowed) {
            columns.push_back(column);
        } else if (isEmpty(*column)) {
            ColumnInfo info = column->info();
            info.privacy = allowed;
            columns.push_back(std::make_shared<const Column>(column->withInfo(std::move(info))));
        } else {
            refuse(column->info(), layer, profile_);
        }
    }
    return {Table(table.rowCount(), std::move(columns), table.geometryPointer()), profile_};
}

void PrivacyCheck::requireUnchanged(const ShownLayer& shown) const {
    if (shown.places > highestAllowed(profile_)) {
        throw Error(ErrorCode::privacyPlaces,
                    {{"layer", shown.layer}, {"profile", std::string(toText(profile_))}});
    }
    for (const ColumnPointer& column : shown.figures.columns()) {
        const bool isLimited = needsLimit(column->info());
        bool fits =
            isLimited || column->info().privacy <= highestAllowed(profile_) || isEmpty(*column);
        for (std::int64_t row = 0; isLimited && fits && row < column->size(); ++row) {
            fits = !isTooSmall(*column, row, smallestCount(profile_));
        }
        if (!fits) {
            refuse(column->info(), shown.layer, profile_);
        }
    }
}

}  // namespace lommer::core
