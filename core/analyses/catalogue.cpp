#include "core/engine/catalogue.h"

#include "core/analyses/basic/buffer/buffer.h"
#include "core/analyses/basic/clip/clip.h"
#include "core/analyses/basic/count_in_areas/count_in_areas.h"
#include "core/analyses/basic/difference/difference.h"
#include "core/analyses/basic/dissolve/dissolve.h"
#include "core/analyses/basic/erase/erase.h"
#include "core/analyses/basic/intersect/intersect.h"
#include "core/analyses/basic/raster_calculator/raster_calculator.h"
#include "core/analyses/basic/reclassify/reclassify.h"
#include "core/analyses/basic/spatial_join/spatial_join.h"
#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"
#include "core/analyses/climate/heat_stress/heat_stress.h"
#include "core/analyses/climate/shade/shade.h"
#include "core/analyses/climate/sky_view_factor/sky_view_factor.h"

namespace lommer::core {

Catalogue makeCatalogue() {
    Catalogue catalogue;
    catalogue.add(makeRasterCalculator());
    catalogue.add(makeDifference());
    catalogue.add(makeReclassify());
    catalogue.add(makeBuffer());
    catalogue.add(makeClip());
    catalogue.add(makeCountInAreas());
    catalogue.add(makeDissolve());
    catalogue.add(makeErase());
    catalogue.add(makeIntersect());
    catalogue.add(makeSpatialJoin());
    catalogue.add(makeZonalStatistics());
    catalogue.add(makeHeatStress());
    catalogue.add(makeSkyViewFactor());
    catalogue.add(makeShade());
    return catalogue;
}

}  // namespace lommer::core
