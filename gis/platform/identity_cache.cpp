#include "gis/platform/identity_cache.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"

namespace lommer::gis {
namespace {

nlohmann::json readEntries(const std::filesystem::path& file) {
    try {
        auto content = nlohmann::json::parse(readTextFile(file), nullptr, false);
        if (content.is_object() && content.contains("files") && content["files"].is_object()) {
            return content["files"];
        }
    } catch (const core::Error&) {
        // There is none yet.
    }
    return nlohmann::json::object();
}

}  // namespace

IdentityCache::IdentityCache(std::filesystem::path file)
    : file_(std::move(file)),
      known_(file_.empty() ? nlohmann::json::object() : readEntries(file_)),
      added_(nlohmann::json::object()) {}

std::string IdentityCache::find(const std::filesystem::path& path, const FileStamp& stamp) const {
    try {
        const auto entry = known_.find(utf8(path));
        if (entry != known_.end() && entry->at("bytes") == stamp.bytes &&
            entry->at("modified") == stamp.modifiedNanoseconds) {
            return entry->at("sha256").get<std::string>();
        }
    } catch (const nlohmann::json::exception&) {
        // Somebody else's entry; it is hashed again.
    }
    return {};
}

void IdentityCache::put(const std::filesystem::path& path, const FileStamp& stamp,
                        const std::string& sha256) {
    added_[utf8(path)] = {
        {"bytes", stamp.bytes}, {"modified", stamp.modifiedNanoseconds}, {"sha256", sha256}};
}

void IdentityCache::save() {
    if (file_.empty() || added_.empty()) {
        return;
    }
    auto entries = readEntries(file_);
    entries.update(added_);
    try {
        writeWholeFile(file_, nlohmann::json{{"version", 1}, {"files", entries}}.dump(1));
    } catch (const core::Error&) {
        return;  // only slower next time
    }
}

}  // namespace lommer::gis
