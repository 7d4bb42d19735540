#pragma once

#include "core/engine/run_record.h"

#include <nlohmann/json.hpp>

namespace lommer::core {

/// An input as it stands in a record.
nlohmann::ordered_json toJson(const RecordedInput& input, RecordDetail detail);

/// Reads one. Throws nlohmann::json::exception where it is none, and Error record-invalid where its
/// data were changed in a way that this version does not know.
RecordedInput inputFromJson(const nlohmann::ordered_json& json);

}  // namespace lommer::core
