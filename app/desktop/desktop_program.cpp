#include "app/desktop/desktop_program.h"

#include <QSettings>

namespace lommer::app {
namespace {

const QString kLanguageKey = QStringLiteral("language");

}  // namespace

Language rememberedLanguage() {
    return QSettings().value(kLanguageKey).toString() == toText(Language::en) ? Language::en
                                                                              : Language::nl;
}

DesktopProgram::DesktopProgram(const Environment& environment, Language language,
                               const std::filesystem::path& results)
    : language_(language), workspace_(environment, language_, results) {
    theme_.apply(themeFromText(QSettings().value(QStringLiteral("theme")).toString()));
    makeWindow();
}

DesktopProgram::~DesktopProgram() = default;

void DesktopProgram::makeWindow() {
    window_ = std::make_unique<MainWindow>(workspace_, theme_);
    // Queued: the menu that asks for it goes with the window.
    connect(window_.get(), &MainWindow::languageWanted, this, &DesktopProgram::setLanguage,
            Qt::QueuedConnection);
    window_->show();
}

void DesktopProgram::setLanguage(Language language) {
    if (language == language_.language()) {
        return;
    }
    QSettings().setValue(kLanguageKey, toText(language));
    const MapView view = window_->map().view();
    window_->saveLayout();
    window_.reset();
    language_.set(language);
    makeWindow();
    window_->map().setView(view);
}

}  // namespace lommer::app
