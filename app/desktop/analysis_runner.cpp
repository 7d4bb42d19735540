#include "app/desktop/analysis_runner.h"

#include "app/desktop/current_error.h"
#include "core/base/assert.h"
#include "gis/platform/file_error.h"
#include "gis/platform/result_folder.h"

#include <algorithm>
#include <charconv>

namespace lommer::app {
namespace {

/// What is left is guessed from what was done: before this, the guess says nothing.
constexpr double kLeastFraction = 0.03;
constexpr double kLeastSeconds = 2.0;

int numberOf(const std::filesystem::path& folder) {
    const std::string name = gis::utf8(folder.filename());
    int number = 0;
    const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool isNumbered =
        parsed.ec == std::errc() && parsed.ptr != name.data() + name.size() && *parsed.ptr == '-';
    return isNumbered ? number : 0;
}

}  // namespace

std::filesystem::path nextResultFolder(const std::filesystem::path& results,
                                       const std::string& analysis) {
    int highest = 0;
    std::error_code error;
    // A folder that is not there yet has no results.
    for (std::filesystem::directory_iterator entry(results, error), end; !error && entry != end;
         entry.increment(error)) {
        highest = std::max(highest, numberOf(entry->path()));
    }
    std::string number = std::to_string(highest + 1);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    return results / gis::pathFromUtf8(number + "-" + analysis);
}

AnalysisRunner::AnalysisRunner(const Environment& environment, QObject* parent)
    : QObject(parent), environment_(environment) {
    pool_.setMaxThreadCount(1);
}

AnalysisRunner::~AnalysisRunner() {
    stop_.request_stop();
    pool_.waitForDone();
}

void AnalysisRunner::start(RunOrder order, const std::filesystem::path& results,
                           std::shared_ptr<const Texts> texts) {
    LOMMER_ASSERT(!isRunning_);
    isRunning_ = true;
    state_ = {.analysis = order.analysis};
    stop_ = std::stop_source();
    clock_.start();
    Q_EMIT changed();
    pool_.start([this, order = std::move(order), results, texts = std::move(texts),
                 stop = stop_.get_token()] { work(order, results, *texts, stop); });
}

void AnalysisRunner::stop() {
    if (isRunning_) {
        stop_.request_stop();
        state_.isStopping = true;
        Q_EMIT changed();
    }
}

void AnalysisRunner::end() {
    isRunning_ = false;
    Q_EMIT changed();
}

void AnalysisRunner::work(RunOrder order, const std::filesystem::path& results, const Texts& texts,
                          const std::stop_token& stop) {
    try {
        gis::removeAbandonedBelow(results);
        order.output = nextResultFolder(results, order.analysis);
        const core::Progress progress(stop, [this](double fraction, const std::string& step) {
            QMetaObject::invokeMethod(this,
                                      [this, fraction, step] { showProgress(fraction, step); });
        });
        const core::RunRecord record = run(environment_, order, progress);
        const OpenedLayers layers = openResult(environment_, order.output, record, texts, {});
        QMetaObject::invokeMethod(this, [this, layers] {
            end();
            Q_EMIT finished(layers);
        });
    } catch (const core::Cancelled&) {
        QMetaObject::invokeMethod(this, [this] {
            end();
            Q_EMIT cancelled();
        });
    } catch (const std::exception&) {
        QMetaObject::invokeMethod(this, [this, error = currentError()] {
            end();
            Q_EMIT failed(error);
        });
    }
}

void AnalysisRunner::showProgress(double fraction, const std::string& step) {
    state_.fraction = fraction;
    state_.step = step;
    const double seconds = static_cast<double>(clock_.elapsed()) / 1000.0;
    state_.secondsLeft.reset();
    if (fraction > kLeastFraction && seconds > kLeastSeconds) {
        state_.secondsLeft = seconds / fraction * (1.0 - fraction);
    }
    Q_EMIT changed();
}

}  // namespace lommer::app
