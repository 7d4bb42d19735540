#include "app/desktop/page_saver.h"

#include "app/desktop/current_error.h"
#include "app/layout/page_export.h"

namespace lommer::app {

PageSaver::PageSaver(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

PageSaver::~PageSaver() {
    pool_.waitForDone();
}

void PageSaver::save(const MapPage& page, const QString& fileName) {
    pool_.start([this, page, fileName] {
        try {
            exportPage(released(page, core::ReleaseProfile::openbaar), fileName);
            QMetaObject::invokeMethod(this, [this, fileName] { Q_EMIT saved(fileName); });
        } catch (const std::exception&) {
            QMetaObject::invokeMethod(this,
                                      [this, error = currentError()] { Q_EMIT failed(error); });
        }
    });
}

}  // namespace lommer::app
