#pragma once

#include <QString>

namespace lommer::app {

/// The languages of the program. Dutch comes first.
enum class Language { nl, en };

/// "nl", "en": the ending of text files and the value of `--language`.
QString toText(Language language);

}  // namespace lommer::app
