#pragma once

#include "core/raster/raster_sink.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace lommer::gis {

/// Calls `visit` with a zero of the type that cells of this storage have in the file.
template <class Visitor>
decltype(auto) withStorage(core::StorageType storage, Visitor&& visit) {
    switch (storage) {
        case core::StorageType::uint8:
            return visit(std::uint8_t{});
        case core::StorageType::int16:
            return visit(std::int16_t{});
        case core::StorageType::uint16:
            return visit(std::uint16_t{});
        case core::StorageType::int32:
            return visit(std::int32_t{});
        case core::StorageType::float32:
            break;
    }
    return visit(float{});
}

/// "uint8", for the content hash.
inline std::string_view storageName(core::StorageType storage) noexcept {
    switch (storage) {
        case core::StorageType::uint8:
            return "uint8";
        case core::StorageType::int16:
            return "int16";
        case core::StorageType::uint16:
            return "uint16";
        case core::StorageType::int32:
            return "int32";
        case core::StorageType::float32:
            break;
    }
    return "float32";
}

/// The value that stands for a hole, as text: "nan" or the highest value of the type.
inline std::string noDataText(core::StorageType storage) {
    return withStorage(storage, [](auto zero) -> std::string {
        using Stored = decltype(zero);
        if constexpr (std::numeric_limits<Stored>::is_integer) {
            return std::to_string(std::numeric_limits<Stored>::max());
        } else {
            return "nan";
        }
    });
}

}  // namespace lommer::gis
