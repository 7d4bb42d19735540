#pragma once

#include "app/composition/run_service.h"
#include "app/desktop/opened_layers.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>
#include <stop_token>

namespace lommer::app {

/// How far a run is.
struct RunState {
    std::string analysis = {};
    double fraction = 0.0;
    /// Id of the step; texts make words of it.
    std::string step = {};
    /// Nothing while it is too early to say.
    std::optional<double> secondsLeft = {};
    bool isStopping = false;
};

/// Computes on a thread of its own, one run at a time, and opens what comes out.
class AnalysisRunner : public QObject {
    Q_OBJECT
public:
    /// `environment` outlives this object.
    explicit AnalysisRunner(const Environment& environment, QObject* parent = nullptr);
    /// Stops what is running and waits for it.
    ~AnalysisRunner() override;

    /// The result goes to a new folder `NNN-<analysis>` in `results`. Nothing may be running
    /// (asserted).
    void start(RunOrder order, const std::filesystem::path& results,
               std::shared_ptr<const Texts> texts);
    void stop();
    bool isRunning() const { return isRunning_; }
    const RunState& state() const { return state_; }

Q_SIGNALS:
    /// Started, further, stopping.
    void changed();
    void finished(const lommer::app::OpenedLayers& layers);
    void failed(const lommer::core::Error& error);
    void cancelled();

private:
    void work(RunOrder order, const std::filesystem::path& results, const Texts& texts,
              const std::stop_token& stop);
    void showProgress(double fraction, const std::string& step);
    void end();

    const Environment& environment_;
    QThreadPool pool_;
    std::stop_source stop_;
    bool isRunning_ = false;
    RunState state_;
    QElapsedTimer clock_;
};

/// A folder `NNN-<analysis>` in `results` that is not there yet, numbered after the highest.
std::filesystem::path nextResultFolder(const std::filesystem::path& results,
                                       const std::string& analysis);

}  // namespace lommer::app
