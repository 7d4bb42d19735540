#include "tests/architecture/house_rules.h"

#include "tests/architecture/source_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace lommer::test {
namespace {

template <class... Texts>
constexpr std::array<std::string_view, sizeof...(Texts)> words(Texts... texts) {
    return {std::string_view(texts)...};
}

// Groups of headers, by how their names begin.
constexpr auto kGis = words("gis/");
constexpr auto kApp = words("app/");
constexpr auto kTests = words("tests/");
constexpr auto kCli = words("app/cli/");
constexpr auto kDesktop = words("app/desktop/");
constexpr auto kGdal = words("gdal", "ogr", "cpl_", "vrt", "memdataset", "rawdataset");
constexpr auto kProj = words("proj.h", "proj/", "proj_", "geodesic.h");
constexpr auto kGeos = words("geos");
constexpr auto kTbb = words("tbb/", "oneapi/");
constexpr auto kQt = words("Q", "qcustomplot");
constexpr auto kFiles = words("filesystem", "fstream", "iostream", "cstdio", "stdio.h");
constexpr auto kEdge = words("openssl/", "qpdf/", "CLI/", "sqlite3", "curl/");
constexpr auto kSystem =
    words("unistd.h", "fcntl.h", "sys/", "pthread.h", "dirent.h", "dlfcn.h", "signal.h", "poll.h",
          "pwd.h", "grp.h", "termios.h", "spawn.h", "windows.h", "winsock", "psapi.h", "io.h");
// clang-tidy 14 cannot parse the views of <ranges>; GCC 12 has neither of the others.
constexpr auto kTooNew = words("ranges", "format", "expected");

/// Files under `folder`, without those under `exception`, include nothing of `group`.
struct RoomRule {
    std::string_view folder;
    std::string_view exception;
    Words group;
    std::string_view what;
};

constexpr std::string_view kNoFiles = "core knows no files";
constexpr std::string_view kOnlyParallel = "oneTBB only in core/engine/parallel.*";
constexpr std::string_view kOnlyGeometry = "GEOS only in core/geometry";
constexpr std::string_view kOnlyPlatform = "system headers only in gis/platform and app/platform";
constexpr std::string_view kNoTests = "the program never includes tests";

constexpr std::array kRoomRules{
    RoomRule{"core/", "", kGis, "core never includes gis"},
    RoomRule{"core/", "", kApp, "core never includes app"},
    RoomRule{"core/", "", kTests, kNoTests},
    RoomRule{"core/", "", kGdal, "core knows no GDAL"},
    RoomRule{"core/", "", kProj, "core knows no PROJ"},
    RoomRule{"core/", "", kQt, "core knows no Qt"},
    RoomRule{"core/", "core/base/assert.cpp", kFiles, kNoFiles},
    RoomRule{"core/", "", kEdge, "core knows C++, oneTBB, GEOS and JSON only"},
    RoomRule{"core/", "core/engine/parallel.", kTbb, kOnlyParallel},
    RoomRule{"core/", "core/geometry/", kGeos, kOnlyGeometry},
    RoomRule{"core/", "", kSystem, kOnlyPlatform},
    RoomRule{"gis/", "", kApp, "gis never includes app"},
    RoomRule{"gis/", "", kTests, kNoTests},
    RoomRule{"gis/", "", kQt, "gis knows no Qt"},
    RoomRule{"gis/", "", kGeos, kOnlyGeometry},
    RoomRule{"gis/", "", kTbb, kOnlyParallel},
    RoomRule{"gis/", "gis/platform/", kSystem, kOnlyPlatform},
    RoomRule{"app/", "", kTests, kNoTests},
    RoomRule{"app/", "", kGdal, "app knows no GDAL"},
    RoomRule{"app/", "", kProj, "app knows no PROJ"},
    RoomRule{"app/", "", kGeos, kOnlyGeometry},
    RoomRule{"app/", "", kTbb, kOnlyParallel},
    RoomRule{"app/", "app/platform/", kSystem, kOnlyPlatform},
    RoomRule{"app/", "app/cli/", kCli, "app/cli is a program, not a block"},
    RoomRule{"app/", "app/desktop/", kDesktop, "app/desktop is a program, not a block"},
};

// Topology calls of OGR, as functions (OGR_G_Buffer) and as members (->Buffer).
constexpr auto kTopology =
    words("Intersection", "Intersects", "Intersect", "Union", "UnionCascaded", "UnaryUnion",
          "Difference", "SymDifference", "SymmetricDifference", "Buffer", "MakeValid", "IsValid",
          "IsSimple", "IsRing", "ConvexHull", "ConcaveHull", "Simplify", "SimplifyPreserveTopology",
          "DelaunayTriangulation", "Polygonize", "Contains", "Within", "Touches", "Crosses",
          "Overlaps", "Disjoint", "Distance", "Distance3D", "Boundary", "Centroid");

constexpr std::size_t kSourceLines = 400;
constexpr std::size_t kTestLines = 500;

bool callsTopology(std::string_view line) {
    for (const std::string_view name : kTopology) {
        for (auto at = line.find(name); at != std::string_view::npos;
             at = line.find(name, at + 1)) {
            const std::string_view before = line.substr(0, at);
            const std::string_view after = line.substr(at + name.size());
            const bool isCall = after.starts_with('(') || after.starts_with("Ex(");
            if (isCall &&
                (before.ends_with("OGR_G_") || before.ends_with("->") || before.ends_with("."))) {
                return true;
            }
        }
    }
    return false;
}

std::string_view withoutComment(std::string_view line) {
    return line.substr(0, line.find("//"));
}

std::string folderOf(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? std::string_view{}
                                                       : path.substr(0, slash));
}

// The words between the parentheses of each target_link_libraries, with the line they stand on.
struct LinkedWord {
    int line = 0;
    std::string word;
    bool isPrivate = false;
};

std::vector<LinkedWord> linkedWordsOf(const SourceFile& cmakeLists) {
    std::vector<LinkedWord> found;
    bool isInside = false;
    bool isPrivate = false;
    int number = 0;
    for (const std::string_view whole : linesOf(cmakeLists.text)) {
        ++number;
        std::string line(whole.substr(0, whole.find('#')));
        const auto call = line.find("target_link_libraries(");
        if (call != std::string::npos) {
            isInside = true;
            isPrivate = false;
            line.erase(0, line.find('(') + 1);
        }
        if (!isInside) {
            continue;
        }
        const auto end = line.find(')');
        std::string word;
        for (const char c : line.substr(0, end) + ' ') {
            if (c != ' ' && c != '\t' && c != '\r') {
                word += c;
                continue;
            }
            if (word == "PUBLIC" || word == "INTERFACE" || word == "PRIVATE") {
                isPrivate = word == "PRIVATE";
            } else if (!word.empty()) {
                found.push_back({number, word, isPrivate});
            }
            word.clear();
        }
        isInside = end == std::string::npos;
    }
    return found;
}

struct LinkRule {
    std::string_view folder;
    Words forbidden;
    /// Allowed, but never handed on to whoever links the room.
    Words onlyPrivate;
};

constexpr auto kNotInCore =
    words("lommer_gis", "lommer_app", "lommer_desktop", "GDAL::", "PROJ::", "Qt6::", "QCustomPlot",
          "OpenSSL::", "qpdf", "CLI11::");
constexpr auto kNotInGis = words("lommer_app", "lommer_desktop", "Qt6::", "QCustomPlot",
                                 "GEOS::", "TBB::", "qpdf", "CLI11::");
constexpr auto kNotInApp = words("GDAL::", "PROJ::", "GEOS::", "TBB::");
constexpr auto kPrivateInCore = words("GEOS::", "TBB::");
constexpr auto kPrivateInGis = words("GDAL::", "PROJ::", "OpenSSL::");

constexpr std::array kLinkRules{
    LinkRule{"core/", kNotInCore, kPrivateInCore},
    LinkRule{"gis/", kNotInGis, kPrivateInGis},
    LinkRule{"app/", kNotInApp, {}},
};

}  // namespace

std::vector<Include> includesOf(const SourceFile& file) {
    std::vector<Include> includes;
    int number = 0;
    for (const std::string_view line : linesOf(file.text)) {
        ++number;
        std::string_view rest = trimmed(line);
        if (!rest.starts_with("#")) {
            continue;
        }
        rest = trimmed(rest.substr(1));
        if (!rest.starts_with("include")) {
            continue;
        }
        rest = trimmed(rest.substr(std::string_view("include").size()));
        const bool isQuoted = rest.starts_with("\"");
        if (!isQuoted && !rest.starts_with("<")) {
            continue;
        }
        const auto end = rest.find(isQuoted ? '"' : '>', 1);
        includes.push_back({number, isQuoted, std::string(rest.substr(1, end - 1))});
    }
    return includes;
}

std::vector<Breach> includeBreaches(const SourceFile& file) {
    constexpr auto roots = words("core/", "gis/", "app/", "tests/");
    std::vector<Breach> breaches;
    for (const Include& include : includesOf(file)) {
        const auto report = [&](std::string_view what) {
            breaches.push_back(
                {file.path, include.line, std::string(what) + ": " + include.target});
        };
        const bool isOurs = startsWithAny(include.target, roots);
        // Only what Qt's moc makes from this very file lies beside it.
        const bool isMoc = include.target.ends_with(".moc");
        if (include.isQuoted ? !isOurs && !isMoc : isOurs) {
            report("own headers in quotes from the root, others in angle brackets");
        }
        if (!include.isQuoted && std::count(kTooNew.begin(), kTooNew.end(), include.target) > 0) {
            report("not in every compiler we build with");
        }
        for (const RoomRule& rule : kRoomRules) {
            const bool isExcepted =
                !rule.exception.empty() && file.path.starts_with(rule.exception);
            if (file.path.starts_with(rule.folder) && !isExcepted &&
                startsWithAny(include.target, rule.group)) {
                report(rule.what);
            }
        }
    }
    return breaches;
}

std::vector<Breach> textBreaches(const SourceFile& file) {
    std::vector<Breach> breaches;
    const std::vector<std::string_view> lines = linesOf(file.text);
    const std::size_t allowed = file.path.starts_with("tests/") ? kTestLines : kSourceLines;
    if (lines.size() > allowed) {
        breaches.push_back(
            {file.path, 0,
             std::to_string(lines.size()) + " lines, allowed " + std::to_string(allowed)});
    }
    if (file.path.ends_with(".h") && file.text.find("#pragma once") == std::string::npos) {
        breaches.push_back({file.path, 0, "no #pragma once"});
    }
    int number = 0;
    for (const std::string_view line : lines) {
        ++number;
        const auto report = [&](std::string_view what) {
            breaches.push_back({file.path, number, std::string(what)});
        };
        // In two pieces, so that this file itself holds none of the words.
        for (const std::string_view word : words("TO"
                                                 "DO",
                                                 "FIX"
                                                 "ME",
                                                 "XX"
                                                 "X")) {
            if (containsWord(line, word)) {
                report("unfinished: " + std::string(word));
            }
        }
        const std::string_view code = withoutComment(line);
        if (code.find("std::vi"
                      "ews") != std::string_view::npos ||
            code.find("ranges::vi"
                      "ews") != std::string_view::npos) {
            report("clang 14 cannot compile the views of <ranges>");
        }
        if (file.path.starts_with("gis/") && callsTopology(code)) {
            report("topology is core/geometry's, not OGR's");
        }
    }
    return breaches;
}

std::vector<Breach> linkBreaches(const SourceFile& cmakeLists) {
    std::vector<Breach> breaches;
    // Resources may be globbed, since an analysis brings its own; sources may not.
    const std::string_view text = cmakeLists.text;
    for (auto at = text.find("file(GL"
                             "OB");
         at != std::string_view::npos; at = text.find("file(GL"
                                                      "OB",
                                                      at + 1)) {
        const std::string_view call = text.substr(at, text.find(')', at) - at);
        if (call.find(".cpp") != std::string_view::npos ||
            call.find(".h") != std::string_view::npos) {
            const auto line =
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            breaches.push_back(
                {cmakeLists.path, static_cast<int>(line), "sources are named, not globbed"});
        }
    }
    for (const LinkedWord& linked : linkedWordsOf(cmakeLists)) {
        for (const LinkRule& rule : kLinkRules) {
            if (!cmakeLists.path.starts_with(rule.folder)) {
                continue;
            }
            if (startsWithAny(linked.word, rule.forbidden)) {
                breaches.push_back({cmakeLists.path, linked.line, "links " + linked.word});
            }
            if (startsWithAny(linked.word, rule.onlyPrivate) && !linked.isPrivate) {
                breaches.push_back({cmakeLists.path, linked.line, "hands on " + linked.word});
            }
        }
    }
    return breaches;
}

std::vector<Breach> forgottenSources(const std::vector<SourceFile>& files) {
    // By its own folder's list, or by any other with at least the folder before the name.
    const auto isNamed = [&files](const SourceFile& source) {
        const std::string folder = folderOf(source.path);
        const std::string name = source.path.substr(folder.size() + 1);
        const std::string above = folderOf(folder);
        const std::string longName =
            above.empty() ? source.path : source.path.substr(above.size() + 1);
        return std::any_of(files.begin(), files.end(), [&](const SourceFile& list) {
            return isCMake(list.path) &&
                   containsWord(list.text, folderOf(list.path) == folder ? name : longName);
        });
    };
    std::vector<Breach> breaches;
    for (const SourceFile& file : files) {
        if (file.path.ends_with(".cpp") && !isNamed(file)) {
            breaches.push_back({file.path, 0, "named in no CMakeLists.txt, so never compiled"});
        }
    }
    return breaches;
}

std::vector<Breach> allBreaches(const std::vector<SourceFile>& files) {
    std::vector<Breach> all;
    const auto append = [&all](std::vector<Breach> some) {
        all.insert(all.end(), some.begin(), some.end());
    };
    for (const SourceFile& file : files) {
        if (isCpp(file.path)) {
            append(includeBreaches(file));
            append(textBreaches(file));
        } else if (isCMake(file.path)) {
            append(linkBreaches(file));
        }
    }
    append(forgottenSources(files));
    return all;
}

std::string toText(const std::vector<Breach>& breaches) {
    std::string text;
    for (const Breach& breach : breaches) {
        text += breach.path + ':' + std::to_string(breach.line) + ": " + breach.what + '\n';
    }
    return text;
}

}  // namespace lommer::test
