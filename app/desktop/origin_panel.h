#pragma once

#include "app/desktop/workspace.h"

#include <QTextBrowser>

namespace lommer::app {

/// What is known about the active layer: of a result its remarks, data, settings and versions as
/// its run.json has them, and how it was computed; of other data where they lie and what they are.
class OriginPanel : public QTextBrowser {
    Q_OBJECT
public:
    explicit OriginPanel(Workspace& workspace, QWidget* parent = nullptr);

private:
    void renew();
    void showData(const Layer& layer);

    Workspace& workspace_;
};

}  // namespace lommer::app
