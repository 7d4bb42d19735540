#pragma once

#include <QString>
#include <string_view>

namespace lommer::app {

/// UTF-8 as the rest of the program writes it, for Qt.
inline QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace lommer::app
