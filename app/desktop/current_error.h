#pragma once

#include "core/base/error.h"

namespace lommer::app {

/// The exception that is being handled, as something to tell people: an Error as it is, memory that
/// ran out, or a fault of the program. Only inside a catch block.
core::Error currentError();

}  // namespace lommer::app
