#pragma once

#include "app/layout/map_page.h"
#include "core/base/error.h"

#include <QObject>
#include <QThreadPool>

namespace lommer::app {

/// Writes pages on a thread of its own, one after the other.
class PageSaver : public QObject {
    Q_OBJECT
public:
    explicit PageSaver(QObject* parent = nullptr);
    /// Waits: a page that was asked for is written.
    ~PageSaver() override;

    /// By the ending of `fileName`: .pdf, .png or .svg.
    void save(const MapPage& page, const QString& fileName);

Q_SIGNALS:
    void saved(const QString& fileName);
    void failed(const lommer::core::Error& error);

private:
    QThreadPool pool_;
};

}  // namespace lommer::app
