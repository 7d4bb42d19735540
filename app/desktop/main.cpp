#include "app/desktop/desktop_program.h"
#include "app/platform/memory_reuse.h"
#include "app/platform/settings_folder.h"
#include "app/text/source_catalogue.h"
#include "gis/platform/file_error.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

namespace {

using namespace lommer::app;

constexpr int kWrongUsage = 2;

std::filesystem::path pathOf(const QString& text) {
    return lommer::gis::pathFromUtf8(text.toStdString());
}

/// Where results go that belong to no project yet.
QString usualResults() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
           QStringLiteral("/lommer_resultaten");
}

struct Start {
    Language language = Language::nl;
    QString results;
    QStringList files;
};

Start readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("GIS analysis for Dutch municipalities"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption results(QStringLiteral("results"),
                                     QStringLiteral("folder for the results of runs"),
                                     QStringLiteral("DIR"), usualResults());
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("nl or en"),
                                      QStringLiteral("LANGUAGE"), toText(rememberedLanguage()));
    parser.addOptions({results, language});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("data to open, or a run.json"),
                                 QStringLiteral("[FILE…]"));
    parser.process(application);
    Start start;
    const QString wanted = parser.value(language);
    if (wanted != toText(Language::nl) && wanted != toText(Language::en)) {
        parser.showHelp(kWrongUsage);
    }
    start.language = wanted == toText(Language::en) ? Language::en : Language::nl;
    start.results = parser.value(results);
    start.files = parser.positionalArguments();
    return start;
}

}  // namespace

int main(int count, char** arguments) {
    keepFreedMemory();
    QApplication application(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("Lommer"));
    QCoreApplication::setOrganizationName(QStringLiteral("Lommer"));
    QCoreApplication::setApplicationVersion(
        QString::fromStdString(Environment::programVersion()).section(QLatin1Char(' '), 1));
    const Start start = readArguments(application);
    const Environment environment(
        {.cacheFolder = pathOf(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)),
         .mappingFolder = mappingFolder(),
         .questionFolder = questionFolder(),
         .licences = licencesByRegister()});
    DesktopProgram program(environment, start.language, pathOf(start.results));
    program.workspace().open(start.files);
    return QApplication::exec();
}
