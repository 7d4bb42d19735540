#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string_view>
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

/// What lies in a folder or zip.
struct FoundFiles {
    /// Sorted by path.
    std::vector<DataFile> files;
    /// A folder or zip inside it that cannot be opened, and why.
    struct Failure {
        std::filesystem::path path;
        core::Error error;
    };
    std::vector<Failure> failures;
};

/// The endings of files that may hold data, with their dot, in small letters; some others are known
/// by their contents.
std::vector<std::string_view> dataEndings();

FileKind kindOfFile(const std::filesystem::path& path);

/// The files under a folder, not deeper than four levels, or in a zip (also a zip in the folder),
/// without those that are no data. Hidden files and folders, and `.partial-…` of unfinished
/// results, are passed over.
/// Throws Error file-unreadable, file-incomplete where `path` itself cannot be opened.
FoundFiles dataFilesUnder(const std::filesystem::path& path);

}  // namespace lommer::gis
