#include "app/desktop/background_task.h"

#include "app/desktop/current_error.h"

#include <utility>

namespace lommer::app {

BackgroundTask::BackgroundTask(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

BackgroundTask::~BackgroundTask() {
    stop_.request_stop();
    pool_.waitForDone();
}

void BackgroundTask::stop() {
    stop_.request_stop();
    stop_ = std::stop_source();
}

void BackgroundTask::start(Work work) {
    stop();
    ++running_;
    pool_.start([this, work = std::move(work), stop = stop_.get_token()] {
        this->work(work, stop);
        QMetaObject::invokeMethod(this, [this] {
            --running_;
            Q_EMIT changed();
        });
    });
    Q_EMIT changed();
}

void BackgroundTask::work(const Work& work, const std::stop_token& stop) {
    try {
        const core::Progress progress(stop, [this, stop](double fraction, const std::string&) {
            QMetaObject::invokeMethod(this, [this, stop, fraction] {
                if (!stop.stop_requested()) {
                    Q_EMIT progressed(fraction);
                }
            });
        });
        progress.checkpoint();
        QMetaObject::invokeMethod(this, [then = work(progress), stop] {
            if (!stop.stop_requested()) {
                then();
            }
        });
    } catch (const core::Cancelled&) {
        return;
    } catch (const std::exception&) {
        QMetaObject::invokeMethod(this, [this, error = currentError()] { Q_EMIT failed(error); });
    }
}

}  // namespace lommer::app
