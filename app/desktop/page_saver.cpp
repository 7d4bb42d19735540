#include "app/desktop/page_saver.h"

#include "app/layout/page_export.h"

namespace lommer::app {

PageSaver::PageSaver(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

PageSaver::~PageSaver() {
    pool_.waitForDone();
}

void PageSaver::save(const MapPage& page, const QString& fileName) {
    pool_.start([this, page, fileName] { work(page, fileName); });
}

void PageSaver::work(const MapPage& page, const QString& fileName) {
    const auto report = [this](const core::Error& error) {
        QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); });
    };
    try {
        exportPage(page, fileName);
        QMetaObject::invokeMethod(this, [this, fileName] { Q_EMIT saved(fileName); });
    } catch (const core::Error& error) {
        report(error);
    } catch (const std::bad_alloc&) {
        report(core::Error(core::ErrorCode::memoryTooSmall, {{"allowed", std::int64_t{0}}}));
    } catch (const std::exception& error) {
        report(core::Error(core::ErrorCode::programFault, {{"reason", std::string(error.what())}}));
    }
}

}  // namespace lommer::app
