#pragma once

#include <QPalette>

namespace lommer::app {

/// The colours of the windows; the map keeps its own.
enum class Theme { system, light, dark };

bool isDarkPalette(const QPalette& palette);

/// Keeps what the system's palette was before `apply` first changed it.
class ThemeSwitch {
public:
    ThemeSwitch();

    void apply(Theme theme);
    Theme theme() const { return theme_; }

private:
    QPalette system_;
    Theme theme_ = Theme::system;
};

/// For the settings: "system", "light", "dark"; anything else is `system`.
QString toText(Theme theme);
Theme themeFromText(const QString& text);

}  // namespace lommer::app
