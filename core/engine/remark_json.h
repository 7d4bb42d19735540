#pragma once

#include "core/base/remark.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace lommer::core {

/// Remarks as they stand in a run record; without their places in one that goes public.
nlohmann::ordered_json remarksToJson(const std::vector<Remark>& remarks, bool withPlaces);

/// The remarks of a run record. Throws nlohmann::json::exception where it holds none.
std::vector<Remark> remarksFromJson(const nlohmann::ordered_json& json);

}  // namespace lommer::core
