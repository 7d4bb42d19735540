#include "app/desktop/current_error.h"

#include <new>

namespace lommer::app {

core::Error currentError() {
    try {
        throw;
    } catch (const core::Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return core::Error(core::ErrorCode::memoryTooSmall);
    } catch (const std::exception& error) {
        return core::Error(core::ErrorCode::programFault, {{"reason", std::string(error.what())}});
    }
}

}  // namespace lommer::app
