#pragma once

#include "app/desktop/background_task.h"
#include "app/desktop/recent_places.h"
#include "app/text/texts.h"

#include <QWidget>

class QVBoxLayout;

namespace lommer::app {

/// "Verder met": what was opened before, as links. What is not there any more says so.
class RecentList : public QWidget {
    Q_OBJECT
public:
    /// `texts` outlives this object.
    RecentList(const Texts& texts, QWidget* parent);

    /// Reads the list anew and looks which of it is still there, on a thread of its own: a network
    /// drive may take its time.
    void renew();
    bool isEmpty() const { return places_.empty(); }

Q_SIGNALS:
    void wanted(const QString& path);

private:
    void present(const std::vector<bool>& areThere);
    QString lineOf(const RecentPlace& place, bool isThere) const;

    const Texts& texts_;
    std::vector<RecentPlace> places_;
    QVBoxLayout* lines_;
    BackgroundTask task_;
};

}  // namespace lommer::app
