#pragma once

#include <string>
#include <vector>

namespace lommer::test {

/// A source file or CMakeLists.txt: its path from the root with forward slashes, and its text.
struct SourceFile {
    std::string path;
    std::string text;
};

/// Where a rule of the house is broken. `line` counts from 1; 0 = the file as a whole.
struct Breach {
    std::string path;
    int line = 0;
    std::string what;
};

/// What an `#include` line says.
struct Include {
    int line = 0;
    bool isQuoted = false;
    std::string target;
};

std::vector<Include> includesOf(const SourceFile& file);

/// Which headers a C++ file may include, by the room it lies in (ARCHITECTURE.md, "Rooms").
std::vector<Breach> includeBreaches(const SourceFile& file);

/// Length, forbidden words and calls of a C++ file.
std::vector<Breach> textBreaches(const SourceFile& file);

/// What the libraries of a room link, and that sources are named, never globbed.
std::vector<Breach> linkBreaches(const SourceFile& cmakeLists);

/// C++ files that no CMakeLists.txt names: never compiled.
std::vector<Breach> forgottenSources(const std::vector<SourceFile>& files);

/// All of the above over a tree; CMakeLists.txt and C++ files are told apart by name.
std::vector<Breach> allBreaches(const std::vector<SourceFile>& files);

/// `path:line: what`, a line each.
std::string toText(const std::vector<Breach>& breaches);

}  // namespace lommer::test
