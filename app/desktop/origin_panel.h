#pragma once

#include "app/desktop/workspace.h"

#include <QTextBrowser>
#include <set>

namespace lommer::app {

/// What is known about the active layer. A result begins with its answer, what the map says and
/// does not say; its data, method, remarks and origin, as its run.json has them, fold out. Of other
/// data: where they lie and what they are.
class OriginPanel : public QTextBrowser {
    Q_OBJECT
public:
    explicit OriginPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void councilPageWanted();
    /// The form as it was filled in for the active result.
    void repeatWanted();

private:
    void renew();
    void follow(const QUrl& link);
    void copyCommand();
    void showData(const Layer& layer);

    Workspace& workspace_;
    /// Of what folds out: data, method, remarks, origin.
    std::set<QString> open_;
};

}  // namespace lommer::app
