#pragma once

#include "app/text/texts.h"

#include <QLocale>
#include <QTranslator>
#include <memory>

namespace lommer::app {

/// The language that the program speaks now: sentences, numbers, and the texts of `tr`.
class InterfaceLanguage {
public:
    explicit InterfaceLanguage(Language language);
    ~InterfaceLanguage();
    InterfaceLanguage(const InterfaceLanguage&) = delete;
    InterfaceLanguage& operator=(const InterfaceLanguage&) = delete;

    void set(Language language);
    Language language() const { return texts_->language(); }
    const Texts& texts() const { return *texts_; }
    /// For work on other threads, which may outlast a change of language.
    std::shared_ptr<const Texts> sharedTexts() const { return texts_; }
    const QLocale& locale() const { return locale_; }

private:
    void install(Language language);
    void remove();

    std::shared_ptr<const Texts> texts_;
    QLocale locale_;
    std::unique_ptr<QTranslator> translator_;
    std::unique_ptr<QTranslator> systemTranslator_;
};

}  // namespace lommer::app
