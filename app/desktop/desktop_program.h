#pragma once

#include "app/desktop/main_window.h"

#include <QObject>
#include <memory>

namespace lommer::app {

/// The desktop program from its start to its end: what is worked on, and the window that shows it
/// in the chosen language.
class DesktopProgram : public QObject {
    Q_OBJECT
public:
    /// `environment` outlives this object.
    DesktopProgram(const Environment& environment, Language language,
                   const std::filesystem::path& results);
    ~DesktopProgram() override;

    Workspace& workspace() { return workspace_; }
    MainWindow& window() { return *window_; }
    /// Remembers the language and makes the window anew; layers, selection and a run stay.
    void setLanguage(Language language);

private:
    void makeWindow();

    InterfaceLanguage language_;
    ThemeSwitch theme_;
    Workspace workspace_;
    std::unique_ptr<MainWindow> window_;
};

/// The language of the last time; Dutch at first.
Language rememberedLanguage();

}  // namespace lommer::app
