#pragma once

#include "core/engine/declaration.h"

#include <nlohmann/json_fwd.hpp>

namespace lommer::core {

/// The whole declaration for `describe --json`: everything a script needs to make a request.
nlohmann::ordered_json toJson(const AnalysisDeclaration& declaration);

std::string_view toText(DataKind kind) noexcept;
std::string_view toText(GeometryKind kind) noexcept;

}  // namespace lommer::core
