#pragma once

#include "core/engine/parameter.h"

#include <nlohmann/json.hpp>

namespace lommer::core {

/// An object of all settings by their ids.
nlohmann::ordered_json toJson(const ParameterValues& values);

/// Reads such an object. Throws nlohmann::json::exception where it is none.
ParameterValues parametersFromJson(const nlohmann::ordered_json& json);

}  // namespace lommer::core
