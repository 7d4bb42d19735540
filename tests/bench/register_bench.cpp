// Times reading the layers of a delivery, as the program does and as GDAL's own feature loop does.
//
//   register_bench PATH [TIMES]     every layer under PATH with all its columns, current rows only
//
// Seconds are wall time and processor time; the last line names the most memory that was in use.

#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "gis/platform/file_error.h"
#include "gis/platform/session.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"
#include "gis/vector_io/vector_dataset.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <set>
#include <string>
#include <vector>

namespace lommer::bench {
namespace {

struct Timed {
    double wallSeconds = 0.0;
    double processorSeconds = 0.0;
    std::int64_t rows = 0;
};

Timed timed(const std::function<std::int64_t()>& work) {
    Timed timed;
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    timed.rows = work();
    timed.wallSeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    timed.processorSeconds = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    return timed;
}

void print(const std::string& what, const Timed& timed) {
    std::cout << std::left << std::setw(44) << what << std::right << std::setw(10) << timed.rows
              << std::fixed << std::setprecision(2) << std::setw(9) << timed.wallSeconds << " s"
              << std::setw(9) << timed.processorSeconds << " s\n";
}

/// Every layer once, with its own columns: what a layer holds several subjects of counts once.
std::vector<gis::LayerLocation> layersUnder(const std::filesystem::path& path) {
    std::vector<gis::LayerLocation> layers;
    std::set<std::pair<std::filesystem::path, std::string>> known;
    core::RemarkList remarks;
    for (const gis::LayerDescription& layer : gis::inspect(path, remarks)) {
        const auto& file = layer.location.files.front();
        if (layer.kind == core::DataKind::table &&
            known.insert({file, layer.location.layer}).second) {
            layers.push_back({{file}, layer.location.layer});
        }
    }
    return layers;
}

std::int64_t readByLommer(const gis::LayerLocation& layer) {
    core::RemarkList remarks;
    return gis::openRegisterTable(layer, remarks).source->read({}, {}).rowCount();
}

/// Every field and geometry of every feature is there in memory once.
std::int64_t readByFeatureLoop(const gis::LayerLocation& location) {
    const gis::DatasetHandle dataset = gis::openVectorDataset(location.files.front());
    OGRLayerH layer = location.layer.empty()
                          ? GDALDatasetGetLayer(dataset.get(), 0)
                          : GDALDatasetGetLayerByName(dataset.get(), location.layer.c_str());
    std::int64_t rows = 0;
    for (OGRFeatureH feature = OGR_L_GetNextFeature(layer); feature != nullptr;
         feature = OGR_L_GetNextFeature(layer)) {
        rows +=
            OGR_F_GetGeometryRef(feature) != nullptr || OGR_F_GetFieldCount(feature) > 0 ? 1 : 0;
        OGR_F_Destroy(feature);
    }
    return rows;
}

void add(Timed& total, const Timed& one) {
    total.wallSeconds += one.wallSeconds;
    total.processorSeconds += one.processorSeconds;
    total.rows += one.rows;
}

void run(const std::filesystem::path& path) {
    std::vector<gis::LayerLocation> layers;
    print("finding the layers", timed([&] {
              layers = layersUnder(path);
              return static_cast<std::int64_t>(layers.size());
          }));
    Timed ours;
    Timed loop;
    for (const gis::LayerLocation& layer : layers) {
        const Timed one = timed([&] { return readByLommer(layer); });
        print("  " + gis::utf8(layer.files.front().filename()) + " " + layer.layer, one);
        add(ours, one);
    }
    for (const gis::LayerLocation& layer : layers) {
        add(loop, timed([&] { return readByFeatureLoop(layer); }));
    }
    print("lommer, current rows, checked", ours);
    print("feature loop of GDAL, all rows", loop);
}

}  // namespace
}  // namespace lommer::bench

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "register_bench PATH [TIMES]\n";
        return 2;
    }
    const lommer::gis::Session session({});
    try {
        for (int turn = 0; turn < (count > 2 ? std::atoi(arguments[2]) : 1); ++turn) {
            lommer::bench::run(lommer::gis::pathFromUtf8(arguments[1]));
        }
    } catch (const lommer::core::Error& error) {
        std::cerr << error.what() << ' ' << error.details() << '\n';
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << "threads " << lommer::core::threadCount() << ", most memory "
              << usage.ru_maxrss / 1024 << " MiB\n";
    return 0;
}
