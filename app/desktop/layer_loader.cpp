#include "app/desktop/layer_loader.h"

#include "app/desktop/current_error.h"
#include "gis/platform/file_error.h"

namespace lommer::app {

LayerLoader::LayerLoader(const Environment& environment, QObject* parent)
    : QObject(parent), environment_(environment) {
    pool_.setMaxThreadCount(1);
}

LayerLoader::~LayerLoader() {
    stop_.request_stop();
    pool_.waitForDone();
}

void LayerLoader::cancel() {
    stop_.request_stop();
    stop_ = std::stop_source();
}

void LayerLoader::open(const QString& path, std::shared_ptr<const Texts> texts, int index) {
    const auto file = gis::pathFromUtf8(path.toStdString());
    start(shownPath(file.filename()),
          [this, file, texts = std::move(texts), index](const std::stop_token& stop) {
              return openPath(environment_, file, *texts, index, stop);
          });
}

void LayerLoader::open(const QString& name, const std::vector<gis::LayerDescription>& layers,
                       std::shared_ptr<const Texts> texts, int index, bool areShown) {
    start(name,
          [name, layers, texts = std::move(texts), index, areShown](const std::stop_token& stop) {
              OpenedLayers opened = openChosen(name, layers, *texts, index, stop);
              opened.areShown = areShown;
              return opened;
          });
}

void LayerLoader::start(const QString& name, Opening opening) {
    ++waiting_;
    pool_.start([this, name, opening = std::move(opening), stop = stop_.get_token()] {
        work(name, opening, stop);
        QMetaObject::invokeMethod(this, &LayerLoader::finishOne);
    });
}

void LayerLoader::work(const QString& name, const Opening& opening, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return;
    }
    QMetaObject::invokeMethod(this, [this, name] { Q_EMIT started(name); });
    try {
        const OpenedLayers layers = opening(stop);
        QMetaObject::invokeMethod(this, [this, layers, stop] {
            if (!stop.stop_requested()) {
                Q_EMIT opened(layers);
            }
        });
    } catch (const core::Cancelled&) {
        return;
    } catch (const std::exception&) {
        QMetaObject::invokeMethod(this, [this, error = currentError()] { Q_EMIT failed(error); });
    }
}

void LayerLoader::finishOne() {
    if (--waiting_ == 0) {
        Q_EMIT finished();
    }
}

}  // namespace lommer::app
