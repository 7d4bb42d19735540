#include "app/cli/drawing_session.h"

#include "app/text/translator.h"

#include <cstdio>

namespace lommer::app {
namespace {

/// Qt tells of a system without a session (no runtime folder, no fonts folder); scripts expect one
/// line, and only where something is wrong.
void passOverNotes(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", message.toUtf8().constData());
    }
}

}  // namespace

DrawingSession::DrawingSession(Language language) {
    qInstallMessageHandler(passOverNotes);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    application_ = std::make_unique<QGuiApplication>(count_, arguments_);
    translator_ = translatorFor(language);
    QCoreApplication::installTranslator(translator_.get());
}

DrawingSession::~DrawingSession() = default;

}  // namespace lommer::app
