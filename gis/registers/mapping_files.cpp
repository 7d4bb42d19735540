#include "gis/registers/mapping_files.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

/// One name for one delivery (FNV-1a, 64 bits), so that a new mapping takes the place of the old.
std::string fileNameOf(const ColumnMapping& mapping) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    const auto add = [&hash](std::string_view text) {
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
        }
        hash = (hash ^ 0xFFU) * 1'099'511'628'211ULL;
    };
    for (const std::string& column : mapping.delivery) {
        add(column);
    }
    add(mapping.name);
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "columns-%016llx.json",
                  static_cast<unsigned long long>(hash));
    return name.data();
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        if (lowerEnding(entry->path()) == ".json") {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<ColumnMapping> mappingIn(const fs::path& file) {
    try {
        return mappingFromJson(nlohmann::json::parse(readTextFile(file), nullptr, false));
    } catch (const core::Error&) {
        return std::nullopt;
    }
}

}  // namespace

Mappings readMappings(const fs::path& folder, core::RemarkList& remarks) {
    Mappings mappings;
    for (const fs::path& file : folder.empty() ? std::vector<fs::path>() : filesIn(folder)) {
        if (auto mapping = mappingIn(file)) {
            mappings.push_back(std::make_shared<const ColumnMapping>(std::move(*mapping)));
        } else {
            remarks.add({"mapping-unreadable", {{"file", utf8(file.filename())}}});
        }
    }
    return mappings;
}

void rememberMapping(const ColumnMapping& mapping, const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throwFileError(failed, folder);
    }
    writeWholeFile(folder / fileNameOf(mapping), toJson(mapping).dump(1) + '\n');
}

std::shared_ptr<const ColumnMapping> mappingOf(const core::TableInfo& table,
                                               const Mappings& mappings) {
    const auto found =
        std::find_if(mappings.rbegin(), mappings.rend(), [&table](const auto& mapping) {
            return isDelivery(*mapping, table) && fitsPlaces(mapping->subject, table);
        });
    return found == mappings.rend() ? nullptr : *found;
}

}  // namespace lommer::gis
