#pragma once

#include "core/base/page_advice.h"

namespace lommer::gis {

/// Tells Linux what is wished of memory; elsewhere does nothing. Fits core::setPageAdvice.
void advisePages(void* place, std::size_t bytes, core::PageWish wish);

}  // namespace lommer::gis
