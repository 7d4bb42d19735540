#include "core/base/argument.h"

#include <array>
#include <charconv>

namespace lommer::core {

std::string toText(const Argument& argument) {
    if (const auto* text = std::get_if<std::string>(&argument)) {
        return *text;
    }
    std::array<char, 64> buffer{};
    const auto end = std::holds_alternative<double>(argument)
                         ? std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                         std::get<double>(argument))
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                         std::get<std::int64_t>(argument));
    return {buffer.data(), end.ptr};
}

}  // namespace lommer::core
