#pragma once

namespace lommer::app {

/// Makes freed memory ready for the next buffer instead of giving it back to the system each time:
/// tiles of some megabytes come and go by the thousand. Call it once, at the start of a program.
void keepFreedMemory() noexcept;

}  // namespace lommer::app
