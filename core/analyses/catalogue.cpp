#include "core/engine/catalogue.h"

#include "core/analyses/basic/raster_calculator/raster_calculator.h"
#include "core/analyses/basic/reclassify/reclassify.h"
#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"

namespace lommer::core {

Catalogue makeCatalogue() {
    Catalogue catalogue;
    catalogue.add(makeRasterCalculator());
    catalogue.add(makeReclassify());
    catalogue.add(makeZonalStatistics());
    return catalogue;
}

}  // namespace lommer::core
