#pragma once

#include "app/style/layer_style.h"

#include <optional>
#include <string>

namespace lommer::app {

/// How layers of a subject are drawn until someone chooses otherwise, from
/// `resources/subjects/style.json`; nothing where there is no usual way.
std::optional<LayerStyle> subjectStyle(const std::string& subject);

}  // namespace lommer::app
