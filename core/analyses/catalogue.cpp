#include "core/engine/catalogue.h"

#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"

namespace lommer::core {

Catalogue makeCatalogue() {
    Catalogue catalogue;
    catalogue.add(makeZonalStatistics());
    return catalogue;
}

}  // namespace lommer::core
