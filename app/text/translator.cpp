#include "app/text/translator.h"

#include "core/base/assert.h"

#include <QLibraryInfo>
#include <cstring>

namespace lommer::app {
namespace {

/// lupdate does not see `namespace lommer::app`, so that the texts stand under the bare name of
/// their class.
class ClassTranslator : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char* disambiguation,
                      int count) const override {
        const char* colon = std::strrchr(context, ':');
        return QTranslator::translate(colon == nullptr ? context : colon + 1, text, disambiguation,
                                      count);
    }
};

}  // namespace

QLocale localeOf(Language language) {
    return language == Language::nl ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                    : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

std::unique_ptr<QTranslator> translatorFor(Language language) {
    auto translator = std::make_unique<ClassTranslator>();
    const bool isLoaded =
        translator->load(QStringLiteral(":/i18n/lommer_") + toText(language) + ".qm");
    LOMMER_ASSERT(isLoaded);
    return translator;
}

std::unique_ptr<QTranslator> systemTranslatorFor(Language language) {
    auto translator = std::make_unique<QTranslator>();
    // Not being there is no trouble: Qt's own dialogs then speak English.
    const bool isLoaded = translator->load(QStringLiteral("qtbase_") + toText(language),
                                           QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return isLoaded ? std::move(translator) : std::make_unique<QTranslator>();
}

}  // namespace lommer::app
