#include "app/composition/environment.h"

#include "gis/crs/transformer.h"

#include <algorithm>

namespace lommer::app {
namespace {

constexpr std::int64_t kMebibyte = 1LL << 20;

std::int64_t memoryOf(const Environment::Options& options) {
    return options.memoryBytes > 0 ? options.memoryBytes : gis::physicalMemoryBytes() / 4;
}

/// A sixteenth of the budget: enough for the blocks that several readers share.
std::int64_t cacheOf(const Environment::Options& options) {
    return std::clamp(memoryOf(options) / 16, 16 * kMebibyte, 512 * kMebibyte);
}

}  // namespace

Environment::Environment(const Options& options)
    : session_({.gridFolders = options.gridFolders, .cacheBytes = cacheOf(options)}),
      threads_(options.threads),
      catalogue_(core::makeCatalogue()),
      locator_(gis::makeGeoLocator()),
      cacheFolder_(options.cacheFolder),
      mappingFolder_(options.mappingFolder),
      questionFolder_(options.questionFolder),
      licences_(options.licences),
      runBudgetBytes_(std::max(16 * kMebibyte, memoryOf(options) - cacheOf(options))) {}

Environment::~Environment() = default;

std::filesystem::path Environment::identityCache() const {
    return cacheFolder_.empty() ? std::filesystem::path() : cacheFolder_ / "identities.json";
}

std::string Environment::licenceOf(const std::string& registerId) const {
    const auto found = licences_.find(registerId);
    return found == licences_.end() ? std::string() : found->second;
}

std::string Environment::programVersion() {
    return std::string("Lommer ") + LOMMER_VERSION;
}

}  // namespace lommer::app
