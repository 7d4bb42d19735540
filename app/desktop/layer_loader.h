#pragma once

#include "app/desktop/opened_layers.h"
#include "core/base/error.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <stop_token>

namespace lommer::app {

/// Opens files on a thread of its own, one after the other in the order asked.
class LayerLoader : public QObject {
    Q_OBJECT
public:
    /// `environment` outlives this object.
    explicit LayerLoader(const Environment& environment, QObject* parent = nullptr);
    ~LayerLoader() override;

    void open(const QString& path, std::shared_ptr<const Texts> texts, int index);
    /// Chosen layers of the delivery `name`, to look at or not (`areShown`).
    void open(const QString& name, const std::vector<gis::LayerDescription>& layers,
              std::shared_ptr<const Texts> texts, int index, bool areShown = true);
    /// What is being opened and what waits is dropped; `opened` does not come for them.
    void cancel();
    bool isBusy() const { return waiting_ > 0; }

Q_SIGNALS:
    void started(const QString& name);
    void opened(const lommer::app::OpenedLayers& layers);
    void failed(const lommer::core::Error& error);
    /// Nothing is being opened any more.
    void finished();

private:
    using Opening = std::function<OpenedLayers(const std::stop_token& stop)>;

    void start(const QString& name, Opening opening);
    void work(const QString& name, const Opening& opening, const std::stop_token& stop);
    void finishOne();

    const Environment& environment_;
    QThreadPool pool_;
    std::stop_source stop_;
    int waiting_ = 0;
};

}  // namespace lommer::app
