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
        QMetaObject::invokeMethod(this, [this, then = outcomeOf(work, stop), stop] {
            --running_;
            if (!stop.stop_requested()) {
                then();
            }
            Q_EMIT changed();
        });
    });
    Q_EMIT changed();
}

/// What is to be done with what came out. Runs on the thread of the work.
BackgroundTask::Then BackgroundTask::outcomeOf(const Work& work, const std::stop_token& stop) {
    try {
        const core::Progress progress(stop, [this, stop](double fraction, const std::string&) {
            QMetaObject::invokeMethod(this, [this, stop, fraction] {
                if (!stop.stop_requested()) {
                    Q_EMIT progressed(fraction);
                }
            });
        });
        progress.checkpoint();
        return work(progress);
    } catch (const core::Cancelled&) {
        return [] {};
    } catch (const std::exception&) {
        return [this, error = currentError()] { Q_EMIT failed(error); };
    }
}

}  // namespace lommer::app
