#pragma once

#include "app/map/map_renderer.h"
#include "core/base/error.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <cstdint>
#include <stop_token>

namespace lommer::app {

/// Draws maps on threads of its own, so that neither the window nor a long run ever waits for a
/// picture. Only the newest request counts: asking anew stops what is being drawn.
class RenderQueue : public QObject {
    Q_OBJECT
public:
    explicit RenderQueue(QObject* parent = nullptr);
    ~RenderQueue() override;

    /// Draws first quickly and then well; where the quick picture takes no time, only well.
    void start(RenderRequest request);
    void cancel();
    bool isBusy() const { return isBusy_; }

Q_SIGNALS:
    /// A picture of the newest request.
    void drawn(const QImage& image, const lommer::app::MapView& view, bool isFinal);
    /// The newest request cannot be drawn.
    void failed(const lommer::core::Error& error);

private:
    void work(RenderRequest request, std::uint64_t number, const std::stop_token& stop);
    void deliver(const QImage& image, const MapView& view, bool isFinal, std::uint64_t number);
    void report(const core::Error& error, std::uint64_t number);

    QThreadPool pool_;
    std::stop_source stop_;
    std::uint64_t number_ = 0;
    bool isBusy_ = false;
};

}  // namespace lommer::app
