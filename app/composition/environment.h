#pragma once

#include "core/engine/catalogue.h"
#include "core/engine/parallel.h"
#include "core/engine/ports.h"
#include "gis/platform/session.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lommer::app {

/// What both programs start with: analyses, file formats, threads, memory. One object, made first
/// in main and passed on by reference.
class Environment {
public:
    struct Options {
        /// 0 = one per processor.
        int threads = 0;
        /// For the whole process; 0 = a quarter of the machine's memory.
        std::int64_t memoryBytes = 0;
        /// Folders with PROJ correction grids.
        std::vector<std::filesystem::path> gridFolders = {};
        /// Where identities of inputs are kept; empty = nowhere.
        std::filesystem::path cacheFolder = {};
        /// Where it is kept which columns people assigned; empty = nowhere.
        std::filesystem::path mappingFolder = {};
        /// Where a municipality keeps questions of its own; empty = nowhere.
        std::filesystem::path questionFolder = {};
        /// Of data, by the register that they come from; go into records.
        std::map<std::string, std::string> licences = {};
    };

    explicit Environment(const Options& options);
    ~Environment();

    const core::Catalogue& catalogue() const noexcept { return catalogue_; }
    const core::GeoLocator& locator() const noexcept { return *locator_; }
    /// What a run may hold beside the readers' own cache.
    std::int64_t runBudgetBytes() const noexcept { return runBudgetBytes_; }
    std::filesystem::path identityCache() const;
    const std::filesystem::path& mappingFolder() const noexcept { return mappingFolder_; }
    const std::filesystem::path& questionFolder() const noexcept { return questionFolder_; }
    /// Empty where it is not known.
    std::string licenceOf(const std::string& registerId) const;

    /// "Lommer 0.1.0", as it stands in records.
    static std::string programVersion();

private:
    gis::Session session_;
    core::ThreadLimit threads_;
    core::Catalogue catalogue_;
    std::unique_ptr<core::GeoLocator> locator_;
    std::filesystem::path cacheFolder_;
    std::filesystem::path mappingFolder_;
    std::filesystem::path questionFolder_;
    std::map<std::string, std::string> licences_;
    std::int64_t runBudgetBytes_;
};

}  // namespace lommer::app
