#pragma once

#include <string>
#include <vector>

namespace lommer::app {

/// The words as one line for the shell of this system, quoted where they need it: of Windows the
/// command prompt (where a `%` in a word stays what it is to that prompt), elsewhere sh.
std::string shellLine(const std::vector<std::string>& words);

}  // namespace lommer::app
