#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/layer.h"

#include <filesystem>
#include <stop_token>
#include <string_view>

namespace lommer::gis {

/// What a text of hourly weather holds.
struct KnmiHours {
    core::Table table;
    /// Rows that are no hour: too few values, or a time that cannot be.
    std::int64_t leftOut = 0;
};

/// True for a text file (.txt) of hourly values as the KNMI hands them out:
/// `uurgeg_260_2011-2020.txt`.
bool isKnmiHours(const std::filesystem::path& path);

/// Columns of the subject `weather-hours`. Times are the ends of the hours, UTC. Calm and variable
/// winds have no direction; precipitation below 0.05 mm is 0. Columns that the text lacks are
/// missing. Source: the explanation at the head of the files.
/// Throws Error file-incomplete where no line names the columns, Cancelled.
KnmiHours parseKnmiHours(std::string_view text, const std::string& file,
                         const std::stop_token& stop = {});

/// Throws Error file-missing, file-unreadable, file-incomplete.
LayerDescription describeKnmiHours(const std::filesystem::path& path);

/// Remark `rows-ragged` where hours were left out. Throws as above, and Cancelled.
OpenedLayer<core::TableSource> openKnmiHours(const std::filesystem::path& path,
                                             core::RemarkList& remarks,
                                             const std::stop_token& stop = {});

}  // namespace lommer::gis
