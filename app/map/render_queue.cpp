#include "app/map/render_queue.h"

#include <QElapsedTimer>
#include <exception>

namespace lommer::app {
namespace {

/// A quick picture is worth showing when the good one lets wait at least this long.
constexpr qint64 kWorthShowingMilliseconds = 25;

}  // namespace

RenderQueue::RenderQueue(QObject* parent) : QObject(parent) {
    // Two: the new picture starts while the old one is still noticing that it must stop.
    pool_.setMaxThreadCount(2);
}

RenderQueue::~RenderQueue() {
    stop_.request_stop();
    pool_.waitForDone();
}

void RenderQueue::cancel() {
    stop_.request_stop();
    ++number_;
    isBusy_ = false;
}

void RenderQueue::start(RenderRequest request) {
    cancel();
    stop_ = std::stop_source();
    isBusy_ = true;
    pool_.start([this, request = std::move(request), number = number_,
                 stop = stop_.get_token()]() mutable { work(std::move(request), number, stop); });
}

void RenderQueue::work(RenderRequest request, std::uint64_t number, const std::stop_token& stop) {
    const MapRenderer renderer(stop);
    try {
        QElapsedTimer timer;
        timer.start();
        request.quality = RenderQuality::draft;
        const QImage draft = renderer.render(request);
        if (timer.elapsed() >= kWorthShowingMilliseconds) {
            QMetaObject::invokeMethod(this, [this, draft, view = request.view, number] {
                deliver(draft, view, false, number);
            });
        }
        request.quality = RenderQuality::final;
        const QImage image = renderer.render(request);
        QMetaObject::invokeMethod(this, [this, image, view = request.view, number] {
            deliver(image, view, true, number);
        });
    } catch (const core::Cancelled&) {
        return;  // a newer request is on its way
    } catch (const core::Error& error) {
        QMetaObject::invokeMethod(this, [this, error, number] { report(error, number); });
    } catch (const std::exception& error) {
        const core::Error fault(core::ErrorCode::programFault, {}, error.what());
        QMetaObject::invokeMethod(this, [this, fault, number] { report(fault, number); });
    }
}

void RenderQueue::deliver(const QImage& image, const MapView& view, bool isFinal,
                          std::uint64_t number) {
    if (number != number_) {
        return;
    }
    isBusy_ = !isFinal;
    Q_EMIT drawn(image, view, isFinal);
}

void RenderQueue::report(const core::Error& error, std::uint64_t number) {
    if (number != number_) {
        return;
    }
    isBusy_ = false;
    Q_EMIT failed(error);
}

}  // namespace lommer::app
