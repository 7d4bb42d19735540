#include "app/cli/output.h"

#include "app/platform/console.h"
#include "app/platform/settings_folder.h"
#include "app/text/source_catalogue.h"
#include "gis/platform/file_error.h"

#include <QByteArray>
#include <QStandardPaths>
#include <cstdio>

namespace lommer::app {
namespace {

constexpr int kBarCharacters = 30;

}  // namespace

void printLine(const QString& text) {
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void printAside(const QString& text) {
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

std::unique_ptr<Environment> environmentFor(const CommandLine& line) {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return std::make_unique<Environment>(Environment::Options{
        .threads = line.threads,
        .memoryBytes = line.memoryBytes,
        .cacheFolder = cache.isEmpty() ? std::filesystem::path()
                                       : gis::pathFromUtf8(cache.toStdString()) / "lommer",
        .mappingFolder = mappingFolder(),
        .licences = licencesByRegister()});
}

core::Progress terminalProgress(const std::stop_token& stop, const Texts& texts,
                                const std::string& analysis) {
    if (!isErrorOutputATerminal()) {
        return {stop, {}};
    }
    return {stop, [&texts, analysis](double fraction, const std::string& step) {
                const int filled = static_cast<int>(fraction * kBarCharacters);
                const QByteArray line =
                    (QStringLiteral("\r[") + QString(filled, QLatin1Char('#')) +
                     QString(kBarCharacters - filled, QLatin1Char('.')) +
                     QStringLiteral("] %1% ").arg(static_cast<int>(fraction * 100.0), 3) +
                     texts.step(analysis, step) + QStringLiteral("\x1b[K"))
                        .toUtf8();
                std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
                std::fflush(stderr);
            }};
}

void clearProgress() {
    if (isErrorOutputATerminal()) {
        std::fputs("\r\x1b[K", stderr);
    }
}

}  // namespace lommer::app
