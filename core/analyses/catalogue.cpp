#include "core/engine/catalogue.h"

#include "core/analyses/basic/clip/clip.h"
#include "core/analyses/basic/erase/erase.h"
#include "core/analyses/basic/intersect/intersect.h"
#include "core/analyses/basic/raster_calculator/raster_calculator.h"
#include "core/analyses/basic/reclassify/reclassify.h"
#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"

namespace lommer::core {

Catalogue makeCatalogue() {
    Catalogue catalogue;
    catalogue.add(makeRasterCalculator());
    catalogue.add(makeReclassify());
    catalogue.add(makeClip());
    catalogue.add(makeErase());
    catalogue.add(makeIntersect());
    catalogue.add(makeZonalStatistics());
    return catalogue;
}

}  // namespace lommer::core
