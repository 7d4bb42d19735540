#pragma once

#include <filesystem>
#include <vector>

namespace lommer::gis {

/// What a file looks like from its name and first bytes.
enum class FileKind {
    raster,
    /// Vector layers or a table.
    table,
    zip,
    /// Geodata in a format that is not read here: GML, DXF, LAZ …
    otherFormat,
    /// A document, an index, a sidecar of another file …
    noData,
};

/// A file, or a folder that counts as one (FileGDB). A member of a zip is `/vsizip/{ZIP}/MEMBER`.
struct DataFile {
    std::filesystem::path path;
    FileKind kind = FileKind::noData;
};

FileKind kindOfFile(const std::filesystem::path& path);

/// The files under a folder, not deeper than four levels, or in a zip (also a zip in the folder),
/// sorted by path, without those that are no data. Hidden files and folders, and `.partial-…` of
/// unfinished results, are passed over.
/// Throws Error file-unreadable, file-incomplete for a zip that cannot be read.
std::vector<DataFile> dataFilesUnder(const std::filesystem::path& path);

}  // namespace lommer::gis
