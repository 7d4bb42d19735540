#include "core/engine/catalogue.h"

namespace lommer::core {

Catalogue makeCatalogue() {
    Catalogue catalogue;
    return catalogue;
}

}  // namespace lommer::core
