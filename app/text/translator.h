#pragma once

#include "app/text/language.h"

#include <QLocale>
#include <QTranslator>
#include <memory>

namespace lommer::app {

/// How numbers and dates look in a language: Dutch of the Netherlands, English of Britain.
QLocale localeOf(Language language);

/// The texts of `tr` in a language, from translations/: whole in Dutch, for English the plurals.
/// For QCoreApplication::installTranslator; the caller keeps it.
std::unique_ptr<QTranslator> translatorFor(Language language);

/// The texts of Qt's own dialogs; empty where the system does not have them.
std::unique_ptr<QTranslator> systemTranslatorFor(Language language);

}  // namespace lommer::app
