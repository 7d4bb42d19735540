#pragma once

#include "core/base/error.h"
#include "core/engine/progress.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <stop_token>

namespace lommer::app {

/// One piece of work after the other on a thread of its own; ends with the object.
class BackgroundTask : public QObject {
    Q_OBJECT
public:
    /// What is done on the thread of the window when the work is ready.
    using Then = std::function<void()>;
    using Work = std::function<Then(const core::Progress&)>;

    explicit BackgroundTask(QObject* parent = nullptr);
    /// Stops what is running and waits for it.
    ~BackgroundTask() override;

    /// Stops what is running before: only the last asked for is wanted.
    void start(Work work);
    void stop();
    bool isRunning() const { return running_ > 0; }

Q_SIGNALS:
    /// Started, ended.
    void changed();
    void progressed(double fraction);
    /// Not of work that was stopped: nobody waits for it.
    void failed(const lommer::core::Error& error);

private:
    Then outcomeOf(const Work& work, const std::stop_token& stop);

    QThreadPool pool_;
    std::stop_source stop_;
    int running_ = 0;
};

}  // namespace lommer::app
