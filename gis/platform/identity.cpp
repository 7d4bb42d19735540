#include "gis/platform/identity.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity_cache.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <fstream>
#include <set>
#include <string_view>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

/// A file to hash and the name it has in the identity: without path, or from the folder given.
struct Member {
    fs::path path;
    std::string name;
};

/// Endings of the files beside one that change what it says. Indexes and overviews do not.
std::vector<std::string_view> sidecarsOf(const std::string& ending) {
    if (ending == ".shp") {
        return {".shx", ".dbf", ".prj", ".cpg"};
    }
    if (ending == ".dbf") {
        return {".cpg"};
    }
    if (ending == ".tif" || ending == ".tiff") {
        return {".tfw", ".tifw", ".prj", ".tif.msk", ".tif.aux.xml"};
    }
    if (ending == ".asc") {
        return {".prj"};
    }
    return {};
}

/// Members inside an archive are read from it in place; the archive is what has an identity.
fs::path withoutArchivePrefix(const fs::path& path) {
    const std::string text = utf8(path);
    constexpr std::string_view kPrefix = "/vsizip/{";
    const auto end = text.find('}');
    if (!text.starts_with(kPrefix) || end == std::string::npos) {
        return path;
    }
    return pathFromUtf8(text.substr(kPrefix.size(), end - kPrefix.size()));
}

void addFile(const fs::path& file, std::vector<Member>& members) {
    members.push_back({file, utf8(file.filename())});
    for (const std::string_view ending : sidecarsOf(lowerEnding(file))) {
        std::string upper(ending);
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        for (const std::string& spelled : {std::string(ending), upper}) {
            const fs::path sidecar = fs::path(file).replace_extension(spelled);
            if (fs::is_regular_file(sidecar)) {
                members.push_back({sidecar, utf8(sidecar.filename())});
                break;
            }
        }
    }
}

void addFolder(const fs::path& folder, std::vector<Member>& members) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        // Locks come and go while others look at a FileGDB.
        if (entry.is_regular_file() && entry.path().extension() != ".lock") {
            const std::u8string name = entry.path().lexically_relative(folder).generic_u8string();
            members.push_back({entry.path(), std::string(name.begin(), name.end())});
        }
    }
}

std::vector<Member> membersOf(const std::vector<fs::path>& files) {
    std::vector<Member> members;
    for (const fs::path& given : files) {
        const fs::path path = withoutArchivePrefix(given);
        std::error_code error;
        if (fs::is_directory(path, error)) {
            addFolder(path, members);
        } else if (fs::is_regular_file(path, error)) {
            addFile(path, members);
        } else {
            throw core::Error(core::ErrorCode::fileMissing, {{"file", utf8(path.filename())}},
                              utf8(path));
        }
    }
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return a.name != b.name ? a.name < b.name : a.path < b.path;
    });
    const auto isSame = [](const Member& a, const Member& b) { return a.path == b.path; };
    members.erase(std::unique(members.begin(), members.end(), isSame), members.end());
    return members;
}

std::int64_t nanosecondsSince1970(fs::file_time_type time) {
#ifdef _MSC_VER
    const auto system = std::chrono::clock_cast<std::chrono::system_clock>(time);
#else
    const auto system = fs::file_time_type::clock::to_sys(time);
#endif
    return std::chrono::duration_cast<std::chrono::nanoseconds>(system.time_since_epoch()).count();
}

}  // namespace

std::string sha256OfFile(const fs::path& path, const std::stop_token& stop) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", utf8(path.filename())}},
                          utf8(path));
    }
    constexpr std::size_t kPiece = 1 << 17;  // stays in the caches of a core
    std::vector<char> piece(kPiece);
    Sha256 hash;
    while (file) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hash.add(piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) {
        throw core::Error(core::ErrorCode::fileUnreadable, {{"file", utf8(path.filename())}},
                          utf8(path));
    }
    return hash.finish();
}

Identity identityOf(const std::vector<fs::path>& files, const fs::path& cacheFile,
                    const std::stop_token& stop) {
    IdentityCache cache(cacheFile);
    Identity identity;
    std::string lines;
    const std::vector<Member> members = membersOf(files);
    std::string hash;
    for (const Member& member : members) {
        const FileStamp stamp{member.name, static_cast<std::int64_t>(fs::file_size(member.path)),
                              nanosecondsSince1970(fs::last_write_time(member.path))};
        const fs::path absolute = fs::absolute(member.path);
        hash = cache.find(absolute, stamp);
        if (hash.empty()) {
            hash = sha256OfFile(member.path, stop);
            cache.put(absolute, stamp, hash);
        }
        identity.members.push_back(stamp);
        lines += hash + "  " + member.name + '\n';
    }
    cache.save();
    if (members.size() == 1) {
        identity.sha256 = hash;
        return identity;
    }
    Sha256 all;
    all.add(lines.data(), lines.size());
    identity.sha256 = all.finish();
    return identity;
}

}  // namespace lommer::gis
