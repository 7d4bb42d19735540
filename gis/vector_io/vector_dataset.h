#pragma once

#include "gis/vector_io/ogr_handles.h"

#include <cstdint>
#include <filesystem>

namespace lommer::gis {

/// Size and time of a file, to notice that somebody changed it.
struct FileState {
    std::int64_t bytes = 0;
    std::int64_t modifiedSeconds = 0;

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// Throws Error file-missing.
FileState stateOf(const std::filesystem::path& path);

/// Opens a file with layers so that nothing is written beside it: read-only, SQLite databases
/// immutable (no -wal, no -shm, no lock).
/// Throws Error file-missing; file-incomplete where the file is shorter than it says it is or a
/// part of it is not there; file-unreadable where it is nothing that is read here.
DatasetHandle openVectorDataset(const std::filesystem::path& path);

/// True for a part of an LV BAG extract: an XML file, or a zip of those as `/vsizip/{ZIP}`.
bool isBagExtract(const std::filesystem::path& path);

/// True where another program has changes of the GeoPackage at `path` in its -wal file: they are
/// not in what is read.
bool hasPendingChanges(const std::filesystem::path& path);

}  // namespace lommer::gis
