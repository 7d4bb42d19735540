#include "app/desktop/interface_language.h"

#include "app/text/translator.h"

#include <QCoreApplication>

namespace lommer::app {

InterfaceLanguage::InterfaceLanguage(Language language) {
    install(language);
}

InterfaceLanguage::~InterfaceLanguage() {
    remove();
}

void InterfaceLanguage::set(Language language) {
    remove();
    install(language);
}

void InterfaceLanguage::install(Language language) {
    texts_ = std::make_shared<const Texts>(language);
    locale_ = localeOf(language);
    QLocale::setDefault(locale_);
    translator_ = translatorFor(language);
    systemTranslator_ = systemTranslatorFor(language);
    QCoreApplication::installTranslator(systemTranslator_.get());
    QCoreApplication::installTranslator(translator_.get());
}

void InterfaceLanguage::remove() {
    QCoreApplication::removeTranslator(translator_.get());
    QCoreApplication::removeTranslator(systemTranslator_.get());
}

}  // namespace lommer::app
