#pragma once

#include "core/base/remark.h"
#include "core/vector/table_source.h"
#include "gis/registers/layer.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace lommer::gis {

/// A table of StatLine as its service hands it out in JSON.
struct StatLineTable {
    /// One row for each record; text without the spaces that pad it.
    core::Table table;
    /// `85984NED`; empty where the text does not say.
    std::string id;
    /// The service had more rows than fit in one answer.
    bool isPart = false;
    /// Records that are none: something else than names with values.
    std::int64_t leftOut = 0;
};

/// True for a JSON file with records of StatLine, version 3 (TypedDataSet, UntypedDataSet) or 4
/// (Observations), as the service answers or as a plain list of records.
bool isStatLineJson(const std::filesystem::path& path);

/// Topics (`AantalInwoners_5`) are numbers where all their values are: marks become the reason why
/// there is none (`.` secret, blank not applicable, null missing). Other columns stay text.
/// Source: CBS, Handleiding CBS Open Data Services (3) and Open Data v4.
/// Throws Error file-incomplete where the text breaks off, and Cancelled.
StatLineTable parseStatLineJson(std::string_view text, const std::string& file,
                                const std::stop_token& stop = {});

/// The file as a table, with remarks on where it comes from.
/// Throws Error file-missing, file-unreadable, file-incomplete, and Cancelled.
OpenedLayer<core::TableSource> openStatLineJson(const std::filesystem::path& path,
                                                const std::stop_token& stop = {});

}  // namespace lommer::gis
