#include "app/desktop/theme.h"

#include "app/desktop/clear_style.h"

#include <QApplication>
#include <QToolTip>

namespace lommer::app {
namespace {

struct Shades {
    const char* window;
    const char* base;
    const char* alternate;
    const char* text;
    const char* faintText;
    const char* button;
    const char* light;
    const char* middle;
    const char* dark;
    const char* accent;
    const char* link;
};

constexpr Shades kLight{"#f3f4f2", "#ffffff", "#f1f4f1", "#1e2420", "#68706a", "#eceeeb",
                        "#ffffff", "#c4cac5", "#9aa29c", "#2f6f4f", "#1b5e8a"};
constexpr Shades kDark{"#25292a", "#1c1f20", "#222627", "#e8ebe9", "#9aa39d", "#313637",
                       "#454b4c", "#4a5152", "#141616", "#4c9a72", "#7fbde8"};

QPalette paletteOf(const Shades& shades) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const char* colour) {
        palette.setColor(role, QColor(QLatin1String(colour)));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.faintText);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::ToolTipBase, shades.base);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Light, shades.light);
    set(QPalette::Midlight, shades.button);
    set(QPalette::Mid, shades.middle);
    set(QPalette::Dark, shades.dark);
    set(QPalette::Shadow, shades.dark);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, "#ffffff");
    set(QPalette::Link, shades.link);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(QLatin1String(shades.faintText)));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(QLatin1String(shades.middle)));
    return palette;
}

}  // namespace

bool isDarkPalette(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

ThemeSwitch::ThemeSwitch() : system_(QApplication::palette()) {
    QApplication::setStyle(new ClearStyle);  // which the application takes over
}

void ThemeSwitch::apply(Theme theme) {
    theme_ = theme;
    const bool isDark = theme == Theme::dark || (theme == Theme::system && isDarkPalette(system_));
    const QPalette palette = paletteOf(isDark ? kDark : kLight);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

QString toText(Theme theme) {
    return theme == Theme::light  ? QStringLiteral("light")
           : theme == Theme::dark ? QStringLiteral("dark")
                                  : QStringLiteral("system");
}

Theme themeFromText(const QString& text) {
    return text == QStringLiteral("light")  ? Theme::light
           : text == QStringLiteral("dark") ? Theme::dark
                                            : Theme::system;
}

}  // namespace lommer::app
